import type { MeasuredFigure, MeasuredTable } from '../../src/rewards/badges/accuracy-badges.ts';
import { figureOf, sumOfSettings } from './figure.ts';
import { describeSet } from './measured-file.ts';
import type { Measurer } from './measurer.ts';
import type { PairSet } from './pair-sets.ts';
import { spreadSample } from './spread-sample.ts';

/**
 * What reads a language model may differ between machines where two rewards are nearly the same: so many of the pairs
 * measured again may come out otherwise. What reads the texts alone must come out the same.
 */
const MOST_OTHERWISE = 0.1;

/** A committed figure that can be measured again: same version of the scorer, same rows. */
export type CommittedFigure =
  | { readonly fits: true; readonly figure: MeasuredFigure }
  | { readonly fits: false; readonly problem: string };

/** Looks at the committed figure before anything is measured. */
export function committedFigure(
  table: MeasuredTable,
  { description }: Pick<Measurer, 'description'>,
  set: PairSet,
): CommittedFigure {
  const { id, version, settings } = description;
  const figure = table.figures.find((one) => one.scorer === id && one.set === set.id);
  const known = table.sets.find((one) => one.id === set.id);
  if (figure === undefined) return { fits: false, problem: 'never measured' };
  if (figure.version !== version) {
    const problem = `version ${String(figure.version)} was measured, the code is ${String(version)}`;
    return { fits: false, problem };
  }
  if (figure.settings !== sumOfSettings(settings)) {
    return { fits: false, problem: 'measured with other settings' };
  }
  if (!same(known, describeSet(set))) return { fits: false, problem: 'measured on other rows' };
  const { set: setId, measuredAt, model, outcomes } = figure;
  const reckoned = figureOf({ scorer: description, set: setId, measuredAt, model, outcomes });
  if (!same(figure, reckoned)) return { fits: false, problem: 'not what its outcomes add up to' };
  return { fits: true, figure };
}

export interface Sample {
  /** Places in the set, rising. */
  readonly places: readonly number[];
  /** What the table says of them. */
  readonly outcomes: string;
}

/** A spread sample of the pairs that were measured. */
export function sampleOf({ n, outcomes }: MeasuredFigure, set: PairSet, size: number): Sample {
  const measured = spreadSample(set.pairs.length, n);
  const chosen = spreadSample(n, size);
  return {
    places: chosen.flatMap((place) => measured[place] ?? []),
    outcomes: chosen.map((place) => outcomes[place] ?? '').join(''),
  };
}

export interface Comparison {
  readonly fits: boolean;
  readonly pairs: number;
  /** Pairs that came out otherwise. */
  readonly otherwise: number;
}

/** @param readsModel whether the figures come from a language model, which may differ a little from machine to machine */
export function compareOutcomes(
  committed: string,
  measured: string,
  readsModel: boolean,
): Comparison {
  const pairs = committed.length;
  const otherwise = Array.from(committed).filter((sign, place) => sign !== measured[place]).length;
  const allowed = readsModel ? Math.ceil(MOST_OTHERWISE * pairs) : 0;
  return { fits: measured.length === pairs && otherwise <= allowed, pairs, otherwise };
}

function same(first: unknown, second: unknown): boolean {
  return JSON.stringify(first) === JSON.stringify(second);
}
