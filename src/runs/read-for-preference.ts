import {
  type ArmTree,
  AT_ONCE_SCORING,
  readByScoring,
  type RewardModel,
  type RewardsByText,
  type SamplingTree,
} from '../core/index.ts';
import {
  readArmByText,
  scoreForPreference,
  scoringByText,
} from '../core/scoring/score-for-another-preference.ts';
import type { NamedScoring } from './shown-scoring.ts';

/** A run, its texts scored as answers to another preference than they were written for. */
export interface ReadForPreference {
  /** The run with its own rewards: what was scored. */
  readonly of: SamplingTree;
  readonly preference: string;
  /** The run by the new rewards. */
  readonly tree: SamplingTree;
  readonly scoring: NamedScoring;
  /** The same of arms whose texts are the run's, at whatever split. */
  readonly read: (arms: readonly ArmTree[]) => readonly ArmTree[];
}

/** Of a frame at 60 Hz, what is left to the page's own drawing. */
const MOST_MILLISECONDS_AT_ONCE = 6;

/** Time and waiting, from outside. */
export interface Pauses {
  readonly now: () => number;
  readonly pause: () => Promise<void>;
}

const PAGE_PAUSES: Pauses = {
  now: () => performance.now(),
  pause: () =>
    new Promise((resolve) => {
      setTimeout(resolve);
    }),
};

/**
 * Scores a run for another preference, in slices that leave typing and drawing their time.
 *
 * @param rewardModel one that needs nothing but the texts
 * @throws Error with a sentence where it needs more; the signal's reason when it is aborted
 */
export async function readForPreference(
  of: SamplingTree,
  preference: string,
  { scoreAtOnce, description: rewardModel }: RewardModel,
  signal: AbortSignal,
  pauses = PAGE_PAUSES,
): Promise<ReadForPreference> {
  if (scoreAtOnce === undefined) throw new Error(`${rewardModel.name} can’t score at once.`);
  const steps = scoreForPreference(of, preference, scoreAtOnce);
  const rewards = await inSlices(steps, signal, pauses);
  const header = { id: `${AT_ONCE_SCORING}another-preference`, rewardModel };
  const scoring: NamedScoring = {
    ...scoringByText(of, header, rewards),
    name: `${rewardModel.name}, for the preference set up now`,
    atOnce: true,
  };
  const read = (arms: readonly ArmTree[]) => arms.map((arm) => readArmByText(arm, rewards));
  return { of, preference, scoring, read, tree: readByScoring(of, scoring) };
}

async function inSlices(
  steps: Generator<void, RewardsByText>,
  signal: AbortSignal,
  { now, pause }: Pauses,
): Promise<RewardsByText> {
  for (;;) {
    await pause();
    signal.throwIfAborted();
    const end = now() + MOST_MILLISECONDS_AT_ONCE;
    do {
      const { done, value } = steps.next();
      if (done === true) return value;
    } while (now() < end);
  }
}
