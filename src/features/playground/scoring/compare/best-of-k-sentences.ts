import { isConstant } from '../../../../core/index.ts';
import { formatReward } from '../../../../ui/index.ts';
import type { BestOfKReading } from './best-of-k-reading.ts';
import { bothSpoken, type ScorerNames } from './scorer-names.ts';

/** Whether the second scorer's curve turns down where the first one's rises, and how sure that is. */
export function bestOfKSentences(
  { points, turn, robust }: BestOfKReading,
  names: ScorerNames,
): readonly string[] {
  const { first, second } = bothSpoken(names);
  const n = points.length;
  if (turn !== null) {
    const { k, peak, end } = turn;
    return [
      `From k = ${String(k)} on, ${first} keeps rising and ${second} turns down, from ${formatReward(peak)} to ${formatReward(end)}: over-optimisation of ${first}, as ${second} sees it (Gao, Schulman & Hilton 2023).`,
      qualification(robust, n),
      `${second} is no gold standard: where they part, either may be wrong.`,
    ];
  }
  if (isConstant(points.map(({ selecting }) => selecting))) {
    return [`${first} gives all ${String(n)} the same reward, so it picks nothing.`];
  }
  if (isConstant(points.map(({ reading }) => reading))) {
    return [`To ${second} every pick is as good as another: its curve is flat and does not turn.`];
  }
  return [
    `The curve does not turn: as k grows to ${String(n)} and ${first} rises, ${second} does not end below its peak. No over-optimisation of ${first} shows in this pool; a larger one may show it.`,
  ];
}

function qualification(robust: boolean | null, n: number): string {
  if (robust === null) {
    return `Whether one of the ${String(n)} responses alone makes it turn is not worked out for so large a pool.`;
  }
  return robust ? robustSentence(n) : fragileSentence(n);
}

/** One in nine: measured beside `turnsWithoutAnyOne`. */
function robustSentence(n: number): string {
  return `It also turns with any one of the ${String(n)} responses left out, so it does not hang on one unlucky response. It may still be chance: of drawn pools of 8 to 32 where more choice truly helps, one in nine does the same.`;
}

function fragileSentence(n: number): string {
  return `With one response left out it no longer turns: in a pool of ${String(n)} this may be one unlucky response.`;
}
