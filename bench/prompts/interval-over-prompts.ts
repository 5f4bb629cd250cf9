import { avalanche } from '../../src/core/seeds.ts';

/** A mean over wishes and its 95 % interval; NaN where there is nothing. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** A figure of one wish; null where it has none. */
export interface WishFigure {
  readonly promptId: string;
  readonly value: number | null;
}

const RESAMPLES = 2000;

/**
 * The mean with the percentile interval of a bootstrap over prompts: the wishes of one prompt share it, so they are drawn
 * together. The same figures give the same interval.
 */
export function intervalOver(figures: readonly WishFigure[]): Estimate {
  const groups = new Map<string, { sum: number; count: number }>();
  for (const { promptId, value } of figures) {
    if (value === null) continue;
    const group = groups.get(promptId) ?? { sum: 0, count: 0 };
    groups.set(promptId, { sum: group.sum + value, count: group.count + 1 });
  }
  const all = [...groups.values()];
  const drawn = Array.from({ length: RESAMPLES }, (_, resample) =>
    meanOf(all.map((_group, at) => drawFrom(all, resample * all.length + at))),
  ).sort((one, other) => one - other);
  const at = (share: number): number => drawn[Math.round(share * (RESAMPLES - 1))] ?? Number.NaN;
  return { mean: meanOf(all), low: at(0.025), high: at(0.975) };
}

interface Group {
  readonly sum: number;
  readonly count: number;
}

function meanOf(groups: readonly Group[]): number {
  const total = (key: keyof Group): number => groups.reduce((sum, each) => sum + each[key], 0);
  return total('sum') / total('count');
}

function drawFrom(groups: readonly Group[], draw: number): Group {
  const chance = avalanche(draw) / 2 ** 32;
  return groups[Math.floor(chance * groups.length)] ?? { sum: 0, count: 0 };
}
