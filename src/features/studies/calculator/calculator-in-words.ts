import { bestToySplit, type ToySplit } from '../../../studies/index.ts';
import { formatGain, formatReward, shownDifference } from '../../../ui/index.ts';
import type { CalculatorForm } from './calculator-form.ts';

/** What is expected in a world. */
export interface ExpectedSplits {
  /** Of N drafts. */
  readonly alone: number;
  /** By N0. */
  readonly atEqualN: readonly ToySplit[];
  readonly atEqualTokens: readonly ToySplit[];
}

/** "PRS 3/13". */
export function splitInWords({ drafts, refinements }: ToySplit): string {
  return `PRS ${String(drafts)}/${String(refinements)}`;
}

/** "3.40"; why there is none otherwise. */
export function expectedInWords({ best }: ToySplit): string {
  return best === null ? 'no room for a refinement' : formatReward(best);
}

/** The best split at equal N and at equal tokens, against drafts alone. */
export function bestSplitsInWords(
  { alone, atEqualN, atEqualTokens }: ExpectedSplits,
  budget: number,
): string {
  const bestOf = (splits: readonly ToySplit[], how: string): string => {
    const best = bestToySplit(splits);
    if (best === null || best.refinements === 0) return `${how} no split beats drafts alone`;
    const gain = formatGain(shownDifference(best.best ?? 0, alone));
    return `${how} ${splitInWords(best)} is best, with ${expectedInWords(best)} (${gain})`;
  };
  return `In this world PRand ${String(budget)} has ${formatReward(alone)}. ${bestOf(atEqualN, 'At equal N')}; ${bestOf(atEqualTokens, 'at equal tokens')}. A model, not a measurement.`;
}

/** One curve for each way to hold arms against each other, and drafts alone as a level line. */
export function curvesOf({ alone, atEqualN, atEqualTokens }: ExpectedSplits, budget: number) {
  const curve = (id: string, splits: readonly ToySplit[], how: string) => ({
    ...{ id, label: `PRS N0/N1 ${how}` },
    points: splits.map((split) => ({
      ...{ x: split.drafts, mean: split.best, interval: null },
      name: `${splitInWords(split)} ${how}: ${expectedInWords(split)}`,
    })),
  });
  const name = `PRand ${String(budget)}`;
  return [
    curve('n', atEqualN, 'at equal N'),
    curve('tokens', atEqualTokens, 'at equal tokens'),
    {
      ...{ id: 'alone', label: name },
      points: [0, budget].map((x) => ({
        ...{ x, mean: alone, interval: null },
        name: `${name}: ${formatReward(alone)}`,
      })),
    },
  ];
}

/** All of the world, to stand under its chart. */
export function worldInWords({ world, costs, budget }: CalculatorForm): string {
  const { deviation, gain, spread, usable } = world;
  return [
    'A model, not a measurement',
    `drafts’ σ ${String(deviation)}, gain ${formatGain(gain)}, spread ${String(spread)}`,
    `feedback usable ${String(Math.round(100 * usable))} %`,
    `N = ${String(budget)}, a refinement ${String(costs.refinement)} and the feedback ${String(costs.feedback)} times a draft’s tokens`,
  ].join(' · ');
}
