import measured from './measured.json' with { type: 'json' };

/** What `npm run bench:scorers` measured: the content of measured.json, which that command alone writes. */
export interface MeasuredTable {
  /** In the order in which the page shows them. */
  readonly sets: readonly MeasuredSet[];
  readonly figures: readonly MeasuredFigure[];
}

/** A set of pairs of answers with the better one marked. */
export interface MeasuredSet {
  readonly id: string;
  /** Name for people, as it stands in a sentence, such as “LLMBar natural”. */
  readonly name: string;
  /** What a scorer reads beside the answers; a `Conditioning`. */
  readonly conditionedOn: string;
  /** Pairs in the whole set. */
  readonly pairs: number;
  /** Of the set's rows, hexadecimal: another sum means other rows. */
  readonly sha256: string;
}

/** How one scorer did on one set. */
export interface MeasuredFigure {
  /** The `id` and `version` of the scorer's description. */
  readonly scorer: string;
  readonly version: number;
  /** First twelve hexadecimal digits of the sum of the description's `settings`: other digits mean another scorer. */
  readonly settings: string;
  readonly set: string;
  /** Day, as in "2026-11-23". */
  readonly measuredAt: string;
  /** Pairs measured: the whole set, or a spread sample of it. */
  readonly n: number;
  /** Pairs whose better answer got the higher reward. */
  readonly right: number;
  /** Pairs whose answers got the same reward. */
  readonly ties: number;
  /** Pairs that the scorer could not score. */
  readonly failed: number;
  /** Share of right pairs in [0, 1]: ties and failures count half, as drawing lots would have it. Four decimals. */
  readonly accuracy: number;
  /** Wilson's interval at 95 %, four decimals. */
  readonly interval: { readonly low: number; readonly high: number };
  /** Whether the interval holds one half. */
  readonly noBetterThanChance: boolean;
  /** The language model that the scorer read, null where it reads the texts alone. */
  readonly model: string | null;
  /** One sign a pair, in the order of the set: `1` right, `0` wrong, `=` a tie, `-` failed. */
  readonly outcomes: string;
}

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
