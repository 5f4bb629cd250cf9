import { describe, expect, it } from 'vitest';
import { CHAT_PROMPTS, MODEL_SETTINGS, PAPER_SAMPLING } from '../../../core/index.ts';
import { hasSameTerms } from '../../../runs/index.ts';
import {
  FIRST_KEPT_FORM,
  formBeside,
  formFor,
  keptOf,
  readKeptForm,
  writeKeptForm,
} from './kept-form.ts';
import { FIRST_FORM, planOf } from './run-form.ts';

describe('what is left to the model', () => {
  it('changes with it, and what a person chose stays', () => {
    expect(formFor(FIRST_KEPT_FORM, 'small')).toEqual(FIRST_FORM);
    expect(formFor(FIRST_KEPT_FORM, 'larger')).toMatchObject(MODEL_SETTINGS.larger);
    const hot = { ...MODEL_SETTINGS.small.sampling, temperature: 1.1 };
    const kept = keptOf({ ...FIRST_FORM, sampling: hot }, 'small');
    expect(formFor(kept, 'larger')).toMatchObject({ ...MODEL_SETTINGS.larger, sampling: hot });
  });

  it('is what equals the model’s own, whatever the order of its keys', () => {
    const { maxTokens, ...others } = MODEL_SETTINGS.small.sampling;
    expect(keptOf({ ...FIRST_FORM, sampling: { maxTokens, ...others } }, 'small')).toEqual(
      FIRST_KEPT_FORM,
    );
    const other = keptOf({ ...FIRST_FORM, sampling: PAPER_SAMPLING }, 'small');
    expect(other.sampling).toEqual(PAPER_SAMPLING);
  });

  it('comes back from what the browser kept', () => {
    const chosen = { ...FIRST_KEPT_FORM, sampling: PAPER_SAMPLING };
    for (const form of [FIRST_KEPT_FORM, chosen]) {
      for (const before of [null, FIRST_KEPT_FORM]) {
        const kept: unknown = JSON.parse(JSON.stringify(writeKeptForm({ form, before })));
        expect(readKeptForm(kept)).toEqual({ form, before });
      }
    }
    const spoilt: unknown = { ...FIRST_KEPT_FORM, version: 2, before: { prompt: 3 } };
    expect(readKeptForm(spoilt)).toEqual({ form: FIRST_KEPT_FORM, before: null });
    expect(readKeptForm(undefined)).toBeNull();
    expect(readKeptForm({ version: 2, prompt: 3 })).toBeNull();
  });

  it('is read out of a form of the time when all models had the same', () => {
    const then = {
      ...FIRST_FORM,
      sampling: { ...PAPER_SAMPLING, maxTokens: 160 },
      feedbackMaxTokens: 80,
      prompts: CHAT_PROMPTS,
    };
    expect(readKeptForm(then)?.form).toEqual(FIRST_KEPT_FORM);
    const prompts = { ...CHAT_PROMPTS, feedback: 'What is wrong?' };
    expect(readKeptForm({ ...then, prompts })?.form).toEqual({ ...FIRST_KEPT_FORM, prompts });
  });

  it('is no other set-up than a run’s that left it to a model of another size', () => {
    const ran = planOf(formFor(FIRST_KEPT_FORM, 'small'));
    const isSameBeside = (change: object): boolean => {
      const form = { ...formFor(FIRST_KEPT_FORM, 'larger'), ...change };
      return hasSameTerms(ran, planOf(formBeside(ran, form, 'larger')));
    };
    expect(isSameBeside({})).toBe(true);
    expect(isSameBeside({ seed: 3 })).toBe(false);
    expect(isSameBeside({ sampling: MODEL_SETTINGS.small.sampling })).toBe(true);
    expect(isSameBeside({ feedbackMaxTokens: 7 })).toBe(false);
    const hot = { ...ran, sampling: { ...ran.sampling, temperature: 1.3 } };
    const next = planOf(formBeside(hot, formFor(FIRST_KEPT_FORM, 'larger'), 'larger'));
    expect(hasSameTerms(hot, next)).toBe(false);
  });
});
