import { type BandPoint, lengthControlledShare, type LengthTrial } from '../../core/index.ts';
import { BAND_SEED, meanOf } from './band-of-figures.ts';
import { byPrompt, observedPrompts } from './prompts-of-study.ts';
import type { RunFacts } from './run-facts.ts';

/** Two arms against each other as if their winners were equally long. */
export interface LengthControlledDuel {
  readonly first: string;
  readonly second: string;
  /** Of prompts that the first would win, in [0, 1]. */
  readonly share: BandPoint;
  /** By how many characters the first's winners are longer, a mean over prompts. */
  readonly longer: number;
}

/** Fewer say too little of two things at once. */
const LEAST_PROMPTS = 30;

/** Of each arm, prompts where its winner is the longer one: with fewer, equal length is further than the prompts reach. */
const LEAST_LONGER = 5;

/**
 * Each pair of arms at equal length, a prompt a trial: won by the arm with the higher mean over its runs, with the mean difference in
 * the lengths of their winners.
 *
 * @param runs of one group, in any order
 * @returns none for fewer than 30 prompts, and no pair of which one arm's winners are hardly ever the longer ones: what length does
 *   can't be told from what the arm does there
 */
export function lengthControlledDuels(
  runs: readonly RunFacts[],
  labels: readonly string[],
): readonly LengthControlledDuel[] {
  const { prompts } = observedPrompts(runs, labels);
  if (prompts.length < LEAST_PROMPTS) return [];
  const arms = labels.map((label, place) => ({
    label,
    rewards: byPrompt(prompts, place, ({ reward }) => reward),
    lengths: byPrompt(prompts, place, ({ winnerLength }) => winnerLength),
  }));
  return arms.flatMap((one, place) =>
    arms.slice(place + 1).flatMap((other) => {
      const trials = prompts.map((_, prompt) => ({
        outcome: (1 + Math.sign(differenceAt(prompt, one.rewards, other.rewards))) / 2,
        longer: differenceAt(prompt, one.lengths, other.lengths),
      }));
      if (!reachEqualLength(trials)) return [];
      return {
        ...{ first: one.label, second: other.label },
        share: lengthControlledShare(trials, BAND_SEED),
        longer: meanOf(trials.map(({ longer }) => longer)),
      };
    }),
  );
}

function reachEqualLength(trials: readonly LengthTrial[]): boolean {
  const longer = trials.filter((trial) => trial.longer >= 0).length;
  const shorter = trials.filter((trial) => trial.longer <= 0).length;
  return Math.min(longer, shorter) >= LEAST_LONGER;
}

function differenceAt(prompt: number, ones: readonly number[], others: readonly number[]): number {
  return (ones[prompt] ?? Number.NaN) - (others[prompt] ?? Number.NaN);
}
