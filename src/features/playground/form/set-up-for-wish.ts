import type { RunHeader } from '../../../core/index.ts';
import { editionsKept, READING_CORRECTION } from '../../../rewards/index.ts';
import { hasSameTerms, ownWishOf } from '../../../runs/index.ts';
import { formOf, planOf, readForm, type RunForm } from './run-form.ts';

/**
 * The set-up of a run with the preference that is set up now, so that the two differ in nothing else: its seed, sampling, prompts
 * and scorer, in its edition. Arms and split are those on screen, which may be others than it was planned with.
 */
export function setUpForWish(run: RunHeader, now: RunForm): RunForm {
  const copied = readForm(formOf(run, now)) ?? now;
  const isShownSo = hasSameTerms(run.plan, { ...planOf(now), ...ownWishOf(run.plan) });
  const { split, arms } = isShownSo ? now : copied;
  const { preference, conditionedOn, scorerValues } = now;
  // What was corrected is said of one preference.
  const correction = { [READING_CORRECTION.id]: scorerValues[READING_CORRECTION.id] };
  return {
    ...copied,
    ...{ split, arms, preference, conditionedOn },
    scorerValues: { ...copied.scorerValues, ...editionsKept(run.rewardModel), ...correction },
  };
}
