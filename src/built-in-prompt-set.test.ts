// Stands above the layers, since it holds the set to the rubric and to the other sets of the repository.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPreference } from './rewards/index.ts';
import {
  BUILT_IN_CAUTION,
  BUILT_IN_SUMMARY,
  type BuiltInPrompt,
  builtInPromptSet,
  PROMPT_KINDS,
} from './studies/index.ts';

const root = join(import.meta.dirname, '..');
const datasheet = readFileSync(
  join(import.meta.dirname, 'studies/prompt-sets/built-in/DATASHEET.md'),
  'utf8',
);

let set: readonly BuiltInPrompt[];
beforeAll(async () => {
  set = await builtInPromptSet();
});

const wordsOf = (text: string): number => text.split(/\s+/).length;
const asCompared = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Files of the repository that hold prompts, this set's left out. */
const OTHER_SETS = [
  'src/rewards/rubric/pairs',
  'bench/prompts/wishes',
  'bench/scorers/preference-set',
  'record/wishes.json',
  'docs/examples',
].flatMap((path) => {
  if (path.endsWith('.json')) return [path];
  return readdirSync(join(root, path))
    .filter((name) => /\.jsonl?$/.test(name))
    .map((name) => `${path}/${name}`);
});

/** What stands under "prompt" in a file, wherever it is. */
function promptsIn(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  return Array.from(text.matchAll(/"prompt":\s*("(?:[^"\\]|\\.)*")/g), ([, json = '""']) =>
    String(JSON.parse(json)),
  );
}

describe('the built-in prompt set', () => {
  it('has the counts that its datasheet says', () => {
    for (const kind of PROMPT_KINDS) {
      const count = set.filter((entry) => entry.kind === kind).length;
      expect(datasheet).toMatch(
        new RegExp(String.raw`\| \x60${kind}\x60 +\| +${String(count)} \|`),
      );
    }
    const preferences = set.flatMap((entry) => entry.preferences);
    expect(datasheet).toContain(
      `${String(set.length)} prompts in English of ${String(PROMPT_KINDS.length)} kinds`,
    );
    expect(datasheet).toContain(`: ${String(preferences.length)} wishes`);
    const prompts = set.map(({ prompt }) => wordsOf(prompt));
    const lengths = preferences.map(wordsOf);
    expect(datasheet).toContain(
      `A prompt has ${String(Math.min(...prompts))} to ${String(Math.max(...prompts))} words, a preference ${String(Math.min(...lengths))} to ${String(Math.max(...lengths))}.`,
    );
  });

  it('is told on the page as its datasheet tells it', () => {
    expect(datasheet).toContain(BUILT_IN_SUMMARY);
    expect(datasheet).toContain(BUILT_IN_CAUTION);
  });

  it('has no id and no prompt twice, and ids that begin with their kind', () => {
    expect(new Set(set.map(({ id }) => id)).size).toBe(set.length);
    expect(new Set(set.map(({ prompt }) => asCompared(prompt))).size).toBe(set.length);
    expect(set.filter(({ id, kind }) => !id.startsWith(`${kind}-`))).toEqual([]);
  });

  it('repeats no prompt of another set of the repository, but the one recorded as typical of its study', () => {
    const others = OTHER_SETS.flatMap(promptsIn);
    expect(others.length).toBeGreaterThan(300);
    const known = new Set(others.map(asCompared));
    const repeated = set.filter(({ prompt }) => known.has(asCompared(prompt)));
    expect(repeated.map(({ id }) => id)).toEqual(['summarise-otters']);
  });

  it('has preferences of which the rubric measures every part', () => {
    const read = set.flatMap(({ id, preferences }) =>
      preferences.map((preference) => ({ id, preference, ...readPreference(preference) })),
    );
    expect(read.filter(({ unmeasured }) => unmeasured.length > 0)).toEqual([]);
    const asked = read.filter(({ demands }) => demands.some(({ strength }) => strength === 1));
    expect(asked.length).toBe(read.length);
  });

  it('has two preferences for a prompt that ask for nothing in common', () => {
    const askedOf = (preference: string) =>
      readPreference(preference)
        .demands.filter(({ strength }) => strength === 1)
        .map(({ sentence }) => sentence);
    const alike = set.filter(({ preferences: [first, second] }) =>
      askedOf(first).some((sentence) => askedOf(second).includes(sentence)),
    );
    expect(alike).toEqual([]);
  });
});
