import measured from './measured.json' with { type: 'json' };
import type { MeasuredFigure, MeasuredSet, MeasuredTable } from './measured-table.ts';

/** How a scorer, with its default settings, did on a set of marked pairs: what stands next to its name. */
export interface Badge {
  /** Stable id of the set. */
  readonly set: string;
  /** Such as “LLMBar natural”. */
  readonly setName: string;
  /** Pairs measured. */
  readonly n: number;
  /** Share of pairs whose better answer got the higher reward, in [0, 1]; ties and failures count half. */
  readonly accuracy: number;
  /** Ends of Wilson's interval at 95 %. */
  readonly low: number;
  readonly high: number;
  /** Whether the interval holds one half. */
  readonly noBetterThanChance: boolean;
  /** Whether the whole interval is below one half. */
  readonly worseThanChance: boolean;
  /** Pairs that the scorer could not score. */
  readonly failed: number;
  /** The language model that the scorer read; null where it reads the texts alone. Another model does better or worse. */
  readonly model: string | null;
  /** All of it for people. */
  readonly sentence: string;
}

/** What the measuring command wrote. */
export const MEASURED_TABLE: MeasuredTable = measured;

/**
 * @param scorerId the `id` of the scorer's description
 * @returns one badge for each set that it was measured on, none for a scorer that was never measured
 */
export function badgesFor(
  scorerId: string,
  { sets, figures }: MeasuredTable = MEASURED_TABLE,
): readonly Badge[] {
  return sets.flatMap((set) =>
    figures
      .filter((figure) => figure.scorer === scorerId && figure.set === set.id)
      .map((figure) => badgeOf(figure, set)),
  );
}

function badgeOf(figure: MeasuredFigure, set: MeasuredSet): Badge {
  const { n, accuracy, interval, noBetterThanChance, failed, model } = figure;
  return {
    set: set.id,
    setName: set.name,
    n,
    accuracy,
    ...interval,
    noBetterThanChance,
    worseThanChance: isWorseThanChance(figure),
    failed,
    model,
    sentence: sentenceOf(figure, set),
  };
}

function isWorseThanChance({ interval }: MeasuredFigure): boolean {
  return interval.high < 0.5;
}

/** “87 % of 100 pairs (79 to 92 %), preference set, held out”. */
function sentenceOf(figure: MeasuredFigure, set: MeasuredSet): string {
  const { n, accuracy, failed } = figure;
  const { low, high } = figure.interval;
  const share = `${percent(accuracy)} % of ${String(n)} pairs (${percent(low)} to ${percent(high)} %), ${set.name}`;
  const failures = failed === 0 ? '' : `, ${String(failed)} of them not scored`;
  if (figure.noBetterThanChance) return `${share}${failures}: no better than chance`;
  return isWorseThanChance(figure)
    ? `${share}${failures}: worse than chance`
    : `${share}${failures}`;
}

function percent(share: number): string {
  return (100 * share).toFixed(0);
}
