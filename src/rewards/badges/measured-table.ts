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
