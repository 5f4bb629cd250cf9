import { describe, expect, it } from 'vitest';
import { FIRST_FORM, formOf, planOf, problemsOf, runName } from './run-form.ts';

describe('the form', () => {
  it('starts with PRS 4/4 beside Rand 8', () => {
    expect(planOf(FIRST_FORM).arms).toEqual([
      { id: 'prs', kind: 'prs', split: [4, 4] },
      { id: 'rand', kind: 'rand', split: [8] },
    ]);
    expect(problemsOf(FIRST_FORM)).toEqual([]);
  });

  it('says what is missing', () => {
    expect(problemsOf({ ...FIRST_FORM, prompt: '  ', arms: [] })).toEqual([
      'Write a prompt first: what should be answered?',
      'Choose at least one arm to run.',
    ]);
  });

  it('comes back from the plan of a stored run', () => {
    const form = { ...FIRST_FORM, prompt: 'x', split: [4, 2, 2], seed: 7 };
    expect(formOf(planOf(form), FIRST_FORM)).toEqual(form);
  });

  it('names a run by its prompt, shortened at a word', () => {
    expect(runName(' Why\nis it? ')).toBe('Why is it?');
    expect(runName(`${'word '.repeat(12)}wonderful`)).toBe(`${'word '.repeat(12).trim()} …`);
  });
});
