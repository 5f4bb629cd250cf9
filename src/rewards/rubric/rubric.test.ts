import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RewardRequest } from '../../core/index.ts';
import { describeRubric } from './active-checks.ts';
import { keywordsChecks } from './checks/keyword-checks.ts';
import { languageCheck } from './checks/language-check.ts';
import { lengthChecks } from './checks/length-checks.ts';
import { promptChecks } from './checks/prompt-checks.ts';
import { readPreference } from './preference/read-preference.ts';
import { PREFERENCE_PRESETS } from './presets.ts';
import { createRubric } from './rubric.ts';
import { traitChecks } from './trait-checks.ts';
import { DEFAULT_RUBRIC_WEIGHTS } from './weights.ts';

/** Every check the rubric knows, those for the prompt first. */
const RUBRIC_CHECKS = [
  ...promptChecks,
  ...Object.values(lengthChecks),
  ...Object.values(keywordsChecks),
  languageCheck,
  ...Object.values(traitChecks),
];

const signal = new AbortController().signal;
const request: RewardRequest = {
  prompt: 'Why is the sky blue?',
  preference: 'concise, without jargon',
  conditionedOn: 'prompt-and-preference',
  response: 'The sky is blue because air scatters blue light more than red light.',
};

describe('the presets', () => {
  it.each(PREFERENCE_PRESETS.map((preset) => [preset.id, preset.preference] as const))(
    '%s is measured by at least two checks of the preference',
    (_id, preference) => {
      const asked = describeRubric(preference).filter(({ demand }) => demand !== undefined);
      expect(asked.length).toBeGreaterThanOrEqual(2);
    },
  );
});

describe('the checks', () => {
  const SOURCE = /\b(?:1[89]|20)\d\d\)|own (?:count|list)|UAX 29|Unicode|Markdown|CommonMark/;
  const LIMIT = /\b(?:not|never) (?:be )?(?:seen|heard)\b|taken for/;

  it.each(RUBRIC_CHECKS.map((check) => [check.id, check.explanation] as const))(
    '%s: the explanation is a sentence with its source and its limit',
    (_id, explanation) => {
      expect(explanation).toMatch(/^\S.{40,}\.$/);
      expect(explanation).toMatch(SOURCE);
      expect(explanation).toMatch(LIMIT);
    },
  );

  it('weigh what the table of weights says, in its order', () => {
    expect(Object.entries(DEFAULT_RUBRIC_WEIGHTS)).toEqual(
      RUBRIC_CHECKS.map(({ id, defaultWeight }) => [id, defaultWeight]),
    );
  });

  it('have ids of their own', () => {
    expect(new Set(RUBRIC_CHECKS.map(({ id }) => id)).size).toBe(RUBRIC_CHECKS.length);
  });
});

describe('createRubric', () => {
  it('adds the checks of the preference to those of the prompt', async () => {
    const reward = await createRubric().score(request, signal);
    const ids = reward.breakdown.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['answers-prompt', 'length', 'technical']));
    const alone = await createRubric().score({ ...request, conditionedOn: 'prompt' }, signal);
    expect(alone.breakdown.map(({ id }) => id)).not.toContain('length');
    expect(alone.conditionedOn).toBe('prompt');
  });

  it.each([
    ['At most 20 characters.', 1.5],
    ['At most 20 words.', 0],
  ])('counts emoji where characters are counted, and no words: “%s”', async (preference, value) => {
    const reward = await createRubric().score({ ...request, preference, response: '🌊🌤️' }, signal);
    const counts = reward.breakdown.filter(({ id }) => id === 'length' || id === 'character-count');
    expect(counts.map((count) => count.value)).toEqual([value]);
  });

  it('is unmoved by the preference where it reads the prompt alone', async () => {
    const score = (preference: string) =>
      createRubric().score({ ...request, preference, conditionedOn: 'prompt' }, signal);
    expect(await score('humorous')).toEqual(await score('The sky is blue because air scatters'));
  });

  it('multiplies each check by its weight and keeps the weights in its settings', async () => {
    const rubric = createRubric({ length: 3 });
    const lengthOf = async (model: typeof rubric) =>
      (await model.score(request, signal)).breakdown.find(({ id }) => id === 'length')?.value ?? 0;
    expect(await lengthOf(rubric)).toBeCloseTo(2 * (await lengthOf(createRubric())));
    expect(rubric.description.settings).toEqual({ ...DEFAULT_RUBRIC_WEIGHTS, length: 3 });
    expect(rubric.description.version).toBe(8);
  });

  it('scores at once what it scores in time', async () => {
    const rubric = createRubric({ length: 2 });
    expect(rubric.scoreAtOnce?.(request)).toEqual(await rubric.score(request, signal));
  });

  it('falls back to the checks of the prompt where no check knows the preference, and says so', async () => {
    const unknown = { ...request, preference: 'Zebra-striped, à la Kafka.' };
    const reward = await createRubric().score(unknown, signal);
    const alone = await createRubric().score({ ...unknown, conditionedOn: 'prompt' }, signal);
    expect(reward.value).toBe(alone.value);
    expect(readPreference(unknown.preference).unmeasured).not.toEqual([]);
  });

  it('lets the prompt’s topic count half beside a preference that it measures', () => {
    const topic = (preference: string) =>
      describeRubric(preference).find(({ id }) => id === 'answers-prompt')?.strength;
    expect([topic(''), topic('Be witty.')]).toEqual([1, 0.5]);
  });

  it('reaches what its description says: 2 for the prompt and 1 for each demand', () => {
    const reach = (preference: string, chosenBy: 'prompt' | 'preference') =>
      describeRubric(preference)
        .filter(({ demand }) => (demand === undefined) === (chosenBy === 'prompt'))
        .filter(({ id }) => !['copying', 'meta-talk', 'empty-items'].includes(id))
        .reduce((sum, { weight, strength }) => sum + weight * strength, 0);
    expect(reach('', 'prompt')).toBe(2);
    expect(reach('Use a table.', 'prompt')).toBe(1.5);
    expect(reach('Be brief.', 'prompt')).toBe(1.25);
    expect(reach('Use a table.', 'preference')).toBe(1);
  });

  it('refuses a weight that is not finite and drops an id it does not know', () => {
    expect(() => createRubric({ length: Number.NaN })).toThrow(RangeError);
    expect(createRubric({ gone: 1 }).description.settings).not.toHaveProperty('gone');
  });

  it('rejects with the reason of a signal that is aborted already', async () => {
    const reason = new Error('stopped');
    await expect(createRubric().score(request, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('gives nothing to an empty response, whatever is asked', async () => {
    const reward = await createRubric().score({ ...request, response: ' \n ' }, signal);
    expect(reward.value).toBe(0);
  });

  it('says that another language is not measured', async () => {
    const response = '天空是蓝色的，因为空气散射蓝光。';
    const reward = await createRubric().score({ ...request, response }, signal);
    const technical = reward.breakdown.find(({ id }) => id === 'technical');
    expect(technical).toMatchObject({ value: 0 });
    expect(technical?.measured).toContain('English');
  });

  it('is finite, sums to its breakdown and is deterministic for any text', async () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 200 });
    const anyPreference = fc.oneof(
      anyText,
      fc.constantFrom(...PREFERENCE_PRESETS.map(({ preference }) => preference)),
    );
    const rubric = createRubric();
    await fc.assert(
      fc.asyncProperty(anyText, anyPreference, anyText, async (prompt, preference, response) => {
        const asked = {
          prompt,
          preference,
          response,
          conditionedOn: 'prompt-and-preference',
        } as const;
        const reward = await rubric.score(asked, signal);
        const sum = reward.breakdown.reduce((total, { value }) => total + value, 0);
        expect(Number.isFinite(reward.value)).toBe(true);
        expect(Math.abs(sum - reward.value)).toBeLessThan(1e-9);
        expect(await rubric.score(asked, signal)).toEqual(reward);
      }),
    );
    // Hundreds of texts of either string width: each pattern is compiled twice, which takes a busy machine seconds.
  }, 60_000);

  it.each(['a', '(', '((a ', '**', '"', '1. ', '- ', '?', '!', ' ', 'no ', '|', '\u{1F600}'])(
    'does not stall on “%s” over and over',
    async (piece) => {
      const response = piece.repeat(20_000 / piece.length);
      const preference = PREFERENCE_PRESETS.map((preset) => preset.preference).join(' ');
      const reward = await createRubric().score({ ...request, preference, response }, signal);
      expect(Number.isFinite(reward.value)).toBe(true);
    },
    // A pattern that goes back and forth takes minutes on such a text.
    60_000,
  );
});
