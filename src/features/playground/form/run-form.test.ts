import { describe, expect, it } from 'vitest';
import { fakeHeader, fakePolicy } from '../../../core/testing/fake-run.ts';
import { valueOf } from '../../../rewards/index.ts';
import {
  editionSet,
  OPENING_TOKENS,
  READS_WHOLE,
} from '../../../rewards/preference-information/information-edition.ts';
import { createPreferenceInformation } from '../../../rewards/preference-information/preference-information.ts';
import { rubricSet } from '../../../rewards/rubric/rubric-as-set.ts';
import { RUBRIC_WEIGHTS } from '../../../rewards/rubric/weights.ts';
import { createRubric } from '../../../rewards/rubric/rubric.ts';
import {
  FIRST_FORM,
  formOf,
  planOf,
  problemsOf,
  readForm,
  type RunForm,
  scorerSettings,
} from './run-form.ts';

describe('the form', () => {
  it('starts with PRS 4/4 beside Rand 8 and PRand 8', () => {
    expect(planOf(FIRST_FORM).arms).toEqual([
      { id: 'prs', kind: 'prs', split: [4, 4] },
      { id: 'rand', kind: 'rand', split: [8] },
      { id: 'prand', kind: 'prand', split: [8] },
    ]);
    expect(problemsOf(FIRST_FORM, true)).toEqual([]);
  });

  it('says what is missing', () => {
    expect(problemsOf({ ...FIRST_FORM, prompt: '  ', arms: [] }, false)).toEqual([
      'Choose a model: the line under “Model” says what is missing.',
      'Write a prompt first: what should be answered?',
      'Choose at least one arm to run.',
    ]);
  });

  it('keeps how its own preference’s reading was corrected, and not another’s', () => {
    const reading = {
      preference: 'Short.',
      without: ['length'],
      added: [{ check: 'steps', wanted: true }],
    };
    const form = { ...FIRST_FORM, preference: 'Short.', scorerValues: { reading } };
    expect(scorerSettings(form).values).toEqual({ reading });
    expect(scorerSettings({ ...form, preference: 'Long.' }).values).toEqual({});
    const { description: rewardModel } = rubricSet(scorerSettings(form).values);
    const run = { ...fakeHeader(planOf(form)), rewardModel };
    expect(formOf(run, FIRST_FORM).scorerValues).toEqual({ weights: {}, reading });
    const plain = { ...run, rewardModel: createRubric().description };
    expect(formOf(plain, form).scorerValues).toEqual({ weights: {} });
  });

  it('comes back from the plan of a stored run', () => {
    const weights = { 'answers-prompt': 0.25 };
    const form = {
      ...FIRST_FORM,
      prompt: 'x',
      split: [4, 2, 2],
      seed: 7,
      scorerId: 'rubric',
      scorerValues: { [RUBRIC_WEIGHTS.id]: weights },
    };
    const { description: rewardModel } = createRubric(weights);
    const run = { ...fakeHeader(planOf(form)), rewardModel };
    expect(formOf(run, FIRST_FORM)).toEqual(form);
  });

  it('takes its split from any arm whose split is free', () => {
    const form: RunForm = { ...FIRST_FORM, split: [5, 2, 1], arms: ['prs-feedback-each', 'rand'] };
    expect(planOf(form).arms.map(({ split }) => split)).toEqual([[5, 2, 1], [8]]);
    expect(formOf(fakeHeader(planOf(form)), FIRST_FORM).split).toEqual([5, 2, 1]);
  });

  it('tells how much preference information reads, which comes back from a run', () => {
    const editionOf = (form: RunForm) => editionSet(scorerSettings(form).values);
    expect(editionOf(FIRST_FORM)).toEqual({ version: 2, tokens: OPENING_TOKENS });
    const whole = editionOf({ ...FIRST_FORM, scorerValues: { [READS_WHOLE.id]: true } });
    expect(whole).toEqual({ version: 2, tokens: 'whole' });
    const policy = fakePolicy(() => '');
    const reader = { scorer: policy, policy: policy.description };
    for (const edition of [whole, { version: 1 } as const]) {
      const { description: rewardModel } = createPreferenceInformation(reader, edition);
      const run = { ...fakeHeader(planOf(FIRST_FORM)), rewardModel };
      expect(valueOf(formOf(run, FIRST_FORM).scorerValues, READS_WHOLE)).toBe(true);
    }
  });

  it('comes back from what the browser kept, and only if it is still one', () => {
    const former = { ...FIRST_FORM, scorerValues: undefined };
    expect(readForm({ ...former, weights: {}, readsWhole: undefined })).toEqual({
      ...FIRST_FORM,
      scorerValues: { weights: {} },
    });
    expect(readForm({ ...former, weights: {}, readsWhole: true })?.scorerValues).toEqual({
      weights: {},
      readsWhole: true,
    });
    expect(readForm(JSON.parse(JSON.stringify(FIRST_FORM)))).toEqual(FIRST_FORM);
    expect(readForm({ ...FIRST_FORM, split: [0, 0] })).toBeNull();
    expect(readForm({ ...FIRST_FORM, arms: ['other'] })).toBeNull();
    expect(readForm(undefined)).toBeNull();
  });

  it('refuses texts that a run could not keep with each response', () => {
    const long = 'x'.repeat(100_001);
    expect(problemsOf({ ...FIRST_FORM, prompt: long, preference: long }, true)).toEqual([
      'Shorten the prompt: a run keeps at most 100,000 characters of it.',
      'Shorten the preference: a run keeps at most 100,000 characters of it.',
    ]);
  });
});
