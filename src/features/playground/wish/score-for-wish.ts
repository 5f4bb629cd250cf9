import {
  type ArmTree,
  AT_ONCE_SCORING,
  readArmByText,
  type RewardsByText,
  type SamplingTree,
  scoreForPreference,
  scoringByText,
} from '../../../core/index.ts';
import { freeScorer, type SettingValues } from '../../../rewards/index.ts';
import { type NamedScoring, treeBy } from '../../../runs/index.ts';

/** The texts of a run, scored as answers to another preference than they were written for. */
export interface ScoredWish {
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
 * Scores a run for another preference by the scorer that needs nothing but the texts, in slices that leave typing and drawing
 * their time.
 *
 * @param values what is set of the scorers
 * @throws Error with a sentence where that scorer can't be fetched
 * @throws the signal's reason when it is aborted
 */
export async function scoreForWish(
  of: SamplingTree,
  preference: string,
  values: SettingValues,
  signal: AbortSignal,
  pauses = PAGE_PAUSES,
): Promise<ScoredWish> {
  const { scoreAtOnce, description: rewardModel } = await freeScorer(values);
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
  return { of, preference, scoring, read, tree: treeBy(of, scoring) };
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
