import {
  armLabel,
  controlPick,
  nodeName,
  slope,
  type ArmTree,
  type LineFit,
  type SamplingTree,
} from '../../../../core/index.ts';
import { winnerOf, type ArmChoices } from './arm-winners.ts';
import type { ScoredPair } from './paired-scores.ts';

/** A scorer's rewards beside the length of what it scored. */
export interface LengthReading {
  readonly measured: readonly MeasuredResponse[];
  /** Reward on words; null where no line is best. */
  readonly fit: LineFit | null;
  /** The scorer's choice in each arm (first) beside that of pick-longest (second). */
  readonly choices: readonly ArmChoices[];
  /** Responses without a reward. */
  readonly unscored: number;
}

export interface MeasuredResponse {
  readonly pair: ScoredPair;
  readonly words: number;
  readonly reward: number;
}

/**
 * Reads the first scorer's rewards against length.
 *
 * @param read the run as that scorer reads it.
 * @param pairs of the same run; only the first rewards count.
 */
export function readLength(read: SamplingTree, pairs: readonly ScoredPair[]): LengthReading {
  const measured = pairs.flatMap((pair) =>
    pair.first === null ? [] : [{ pair, words: countWords(pair.text), reward: pair.first }],
  );
  return {
    measured,
    fit: slope(
      measured.map(({ words }) => words),
      measured.map(({ reward }) => reward),
    ),
    choices: read.arms.map((arm) => choicesIn(arm, read.run.plan.seed)),
    unscored: pairs.length - measured.length,
  };
}

/** Words as they are counted here: what white space parts. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

function choicesIn(arm: ArmTree, runSeed: number): ArmChoices {
  const longest = controlPick(arm, 'pick-longest', runSeed);
  return {
    armId: arm.arm.id,
    armName: armLabel(arm.arm),
    first: winnerOf(arm),
    second: longest === null ? null : { nodeId: longest.id, name: nodeName(longest, arm) },
  };
}
