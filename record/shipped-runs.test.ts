import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createPlay, lackOfSplits, readEverySplit, replay } from '../src/core/index.ts';
import { parseRunFile } from '../src/storage/index.ts';
import { chooseRuns, entryOf } from './choose.ts';
import { RECORDED_KINDS } from './kinds.ts';
import { factsOf } from './run-facts.ts';
import { contradictions } from './testing/titles-against-verdicts.ts';
import { MOST_BYTES, SHIPPED_FOLDER } from './run-files.ts';
import { changedRewards, rubricVersionOf, TODAYS_VERSION } from './todays-rubric.ts';

const names = readdirSync(SHIPPED_FOLDER)
  .filter((file) => file !== 'index.json')
  .map((file) => file.replace(/\.json$/, ''));

function textOf(name: string): string {
  return readFileSync(join(SHIPPED_FOLDER, `${name}.json`), 'utf8');
}

function read(name: string) {
  const parsed = parseRunFile(textOf(name));
  if (!parsed.ok) throw new Error(parsed.message);
  const { run } = parsed;
  const kind = RECORDED_KINDS.find(({ id }) => id === name);
  if (kind === undefined) throw new Error(`There is no kind ${name}.`);
  return { run, kind };
}

describe.each(names)('the recorded run %s', (name) => {
  it('is small, finished, and holds every split', () => {
    expect(gzipSync(textOf(name)).length).toBeLessThanOrEqual(MOST_BYTES);
    const { run } = read(name);
    const tree = replay(run.header, run.events);
    expect(tree.state.status).toBe('finished');
    expect(lackOfSplits(readEverySplit(createPlay(tree), 'prs', run.header.plan.budget))).toEqual({
      texts: 0,
      isWhole: true,
    });
  });

  it('has the rewards that the rubric of today gives: if this fails, run `npm run record -- --score-again`', () => {
    const { run } = read(name);
    expect(changedRewards(run)).toEqual([]);
    expect(rubricVersionOf(run)).toBe(TODAYS_VERSION);
  });

  it('is titled by its own figures, and makes the point that it is shown for', () => {
    const { run, kind } = read(name);
    const facts = factsOf(run);
    expect(run.header.name).toBe(kind.title(facts));
    expect(kind.strength(facts)).not.toBeNull();
  });

  it('has a title that its verdict doesn’t contradict', () => {
    const { run } = read(name);
    expect(contradictions(run.header.name, factsOf(run))).toEqual([]);
  });
});

describe('the gallery', () => {
  it('lists every file as it is, in the order of the kinds', () => {
    const shown = RECORDED_KINDS.filter(({ id }) => names.includes(id)).map(({ id }) => {
      const { run, kind } = read(id);
      return entryOf({ kind, title: run.header.name, run });
    });
    expect(JSON.parse(textOf('index'))).toEqual(shown);
    expect(shown).toHaveLength(names.length);
  });

  it('begins with the set-up that a first visit finds: if this fails, run `npm run record -- --only walking-42`', () => {
    const { run } = read('first');
    expect(chooseRuns([run])[0]?.kind.id).toBe('first');
  });

  it('says in the typical run’s title where its winner has no word of the prompt, and only there', () => {
    const { run, kind } = read('typical');
    const facts = factsOf(run);
    const titleWhere = (isBesidePrompt: boolean): string =>
      kind.title({ ...facts, prs: { ...facts.prs, isBesidePrompt } });
    expect(titleWhere(true)).toBe(`${titleWhere(false)}, but has no word of the prompt`);
  });
});
