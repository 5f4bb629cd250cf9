import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARM_KINDS, MODEL_SETTINGS } from '../../../core/index.ts';
import { formFromAddress, formToAddress } from './form-in-address.ts';
import { FIRST_KEPT_FORM, type KeptForm } from './kept-form.ts';

function readBack(form: KeptForm) {
  return formFromAddress(new Map(formToAddress(form)));
}

const anyForm: fc.Arbitrary<KeptForm> = fc.record({
  prompt: fc.string({ unit: 'grapheme' }),
  preference: fc.string(),
  conditionedOn: fc.constantFrom('prompt', 'prompt-and-preference'),
  scoreBothWays: fc.boolean(),
  split: fc.array(fc.integer({ min: 1, max: 16 }), { minLength: 1, maxLength: 8 }),
  arms: fc.subarray([...ARM_KINDS]),
  controls: fc.subarray(['pick-longest', 'pick-at-random']),
  seed: fc.nat(2 ** 31 - 1),
  scorerId: fc.constantFrom(null, 'rubric'),
  scorerValues: fc.constant({}),
  sampling: fc.constantFrom(null, MODEL_SETTINGS.larger.sampling),
  feedbackMaxTokens: fc.option(fc.integer({ min: 1, max: 2048 })),
  prompts: fc.constantFrom(null, MODEL_SETTINGS.larger.prompts),
});

describe('a set-up in an address', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(readBack(form)).toEqual({ form, problems: [] });
      }),
    );
  });

  it('is left out where it is what a first visit finds', () => {
    expect(formToAddress(FIRST_KEPT_FORM)).toEqual([]);
    expect(readBack(FIRST_KEPT_FORM)).toBeNull();
  });

  it('can be read by a person', () => {
    const words = formToAddress({ ...FIRST_KEPT_FORM, prompt: 'Why?', seed: 7, split: [2, 6] });
    expect(words.map((word) => word.join('='))).toEqual([
      'v=1',
      'x=Why?',
      'z=Answer in three short sentences, in plain words.',
      'split=2/6',
      'arms=prs,rand,prand',
      'seed=7',
    ]);
  });

  it('keeps what can be used of a damaged one, and names the rest', () => {
    const words = new Map([
      ['v', '1'],
      ['x', 'Why?'],
      ['split', '4/four'],
      ['seed', '-1'],
      ['arms', 'rand,none'],
      ['scorer', 'unheard-of'],
      ['scorer-settings', '{"unheard-of":1}'],
      ['sampling', '{"temperature":'],
      ['unknown', 'word'],
    ]);
    const told = formFromAddress(words);
    expect(told?.form).toEqual({ ...FIRST_KEPT_FORM, prompt: 'Why?' });
    expect(told?.problems.map((problem) => /link’s (.+) can’t/.exec(problem)?.[1])).toEqual([
      'split',
      'list of arms',
      'seed',
      'sampling settings',
      'scorer',
      'settings of scorers',
    ]);
  });

  it('neither tells nor takes a place that texts are sent to', () => {
    const scorerValues = { servedRewardAddress: 'https://evil.test/' };
    const form = { ...FIRST_KEPT_FORM, scorerId: 'served-reward', scorerValues };
    expect(JSON.stringify(formToAddress(form))).not.toContain('evil');
    const words = new Map([
      ['scorer', 'served-reward'],
      ['scorer-settings', JSON.stringify(scorerValues)],
    ]);
    const told = formFromAddress(words);
    expect(told?.form).toMatchObject({ scorerId: 'served-reward', scorerValues: {} });
    expect(told?.problems).toEqual([expect.stringMatching(/settings of scorers can’t be used/)]);
  });

  it('survives settings that are nested without end', () => {
    const words = new Map([['scorer-settings', '['.repeat(49_000) + ']'.repeat(49_000)]]);
    expect(formFromAddress(words)?.problems).toHaveLength(1);
  });

  it('leaves to the browser what is too long for an address', () => {
    expect(formToAddress({ ...FIRST_KEPT_FORM, prompt: 'long '.repeat(20_000) })).toEqual([]);
  });

  it('says of another version’s that it can’t be read', () => {
    const told = formFromAddress(new Map([['v', '9']]));
    expect(told).toMatchObject({ form: FIRST_KEPT_FORM });
    expect(told?.problems).toHaveLength(1);
  });

  it('never throws, and gives a set-up that can be written again', () => {
    const word = fc.constantFrom('x', 'z', 'split', 'arms', 'seed', 'picks', 'sampling', 'prompts');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.string())), (words) => {
        const told = formFromAddress(new Map([['v', '1'], ...words]));
        expect(told === null ? null : (readBack(told.form)?.form ?? FIRST_KEPT_FORM)).toEqual(
          told?.form,
        );
      }),
    );
  });
});
