import {
  type BandPoint,
  bandOverPrompts,
  bestOfK,
  type ExpectedWinners,
  expectedWinners,
} from '../../core/index.ts';
import { BAND_SEED } from './band-of-figures.ts';
import { rewardsOfPool, type ScoredDraw, type SplitPool } from './split-facts.ts';
import { meanOfKnown, splitFactsByPrompt, type SplitsRequest } from './splits-over-prompts.ts';

/** What is told of a split: its winner's reward, or what that gains over as many drafts alone. */
export type SplitMeasure = 'reward' | 'gain';

export interface SplitMapRequest extends SplitsRequest {
  readonly measure: SplitMeasure;
}

/** One split of one budget over prompts. */
export interface SplitCell {
  /** N of the split, at most that of the runs. */
  readonly budget: number;
  /** N0, at most that N. */
  readonly drafts: number;
  /** Null where a run hasn't sampled what the split needs: it is never guessed. */
  readonly figure: BandPoint | null;
  /** Prompts of which every run has sampled it. */
  readonly sampled: number;
}

export interface SplitMap {
  readonly prompts: number;
  /** Budgets that have a row, rising; all of them up to `MOST_ROWS`. */
  readonly budgets: readonly number[];
  /** By budget, then by N0: those of the budgets that aren't above it, and 0. */
  readonly cells: readonly SplitCell[];
}

/** Rows that can be told apart; of a larger N every second budget has one, or every third. */
const MOST_ROWS = 32;

/**
 * What every split N0/N1 of every budget up to N gives over prompts, from runs of N: drafts and refinements don't depend on the
 * budget that they are drawn for, so a smaller one is a part of what a run has. Copies count once.
 */
export function splitMapOverPrompts(request: SplitMapRequest): SplitMap {
  const budgets = budgetsUpTo(request.budget);
  const places = budgets.flatMap((budget) =>
    [0, ...budgets.filter((drafts) => drafts <= budget)].map((drafts) => ({ budget, drafts })),
  );
  const prompts = splitFactsByPrompt(request).map((runs) => {
    const read = runs.map(({ pool }) => figuresOf(pool, request));
    return places.map((place) => meanOfKnown(read.map((figure) => figure(place))));
  });
  const bands = bandsOfKnown(prompts, places.length);
  const cells = places.map((place, at) => ({
    ...place,
    figure: bands[at] ?? null,
    sampled: prompts.filter((figures) => isKnown(figures[at])).length,
  }));
  return { prompts: prompts.length, budgets, cells: prompts.length === 0 ? [] : cells };
}

/** How many cells have a figure, and so may seem the best. */
export function comparedCells({ cells }: SplitMap): number {
  return cells.filter(({ figure }) => figure !== null).length;
}

/** Whether there are more cells than prompts, so that the best of them owes much to which prompts these are. */
export function isBestPartlyLuck(map: SplitMap): boolean {
  const compared = comparedCells(map);
  return compared > 1 && compared > map.prompts;
}

/** In even steps down from N. */
function budgetsUpTo(budget: number): readonly number[] {
  const step = Math.ceil(budget / MOST_ROWS);
  const rows = Math.ceil(budget / step);
  return Array.from({ length: rows }, (_, row) => budget - (rows - 1 - row) * step);
}

const isKnown = (figure: number | null | undefined): figure is number =>
  figure !== null && figure !== undefined;

/** By place: null where one prompt has no figure. All are drawn in one go, which is most of the work. */
function bandsOfKnown(
  prompts: readonly (readonly (number | null)[])[],
  places: number,
): readonly (BandPoint | null)[] {
  const known = Array.from({ length: places }, (_, at) => at).filter((at) =>
    prompts.every((figures) => isKnown(figures[at])),
  );
  const curves = prompts.map((figures) => known.map((at) => figures[at] ?? Number.NaN));
  const bands = bandOverPrompts({ curves, seed: BAND_SEED });
  const byPlace = new Map(known.map((at, index) => [at, bands[index] ?? null]));
  return Array.from({ length: places }, (_, at) => byPlace.get(at) ?? null);
}

type Place = Pick<SplitCell, 'budget' | 'drafts'>;
type Figures = (place: Place) => number | null;

function figuresOf(
  pool: SplitPool | null,
  { budget: most, reading, measure }: Pick<SplitMapRequest, 'budget' | 'reading' | 'measure'>,
): Figures {
  if (pool === null || (reading === 'overOrders' && pool.drafts.length < most)) return () => null;
  const rewards = reading === 'inOrder' ? rewardsInOrder(pool) : rewardsOverOrders(pool);
  if (measure === 'reward') return rewards;
  return ({ budget, drafts }) => {
    const [reward, alone] = [rewards({ budget, drafts }), rewards({ budget, drafts: budget })];
    return reward === null || alone === null ? null : reward - alone;
  };
}

/** The first N0 drafts, and the first N1 refinements of the best of them. */
function rewardsInOrder({ drafts, refinements, ofGreedyAnchor }: SplitPool): Figures {
  const anchors = bestSoFar(drafts);
  const refined = [...refinements, ofGreedyAnchor].map(bestSoFar);
  return ({ budget, drafts: first }) => {
    const second = budget - first;
    const anchor = first === 0 ? refinements.length : anchors[first - 1]?.place;
    const best = second === 0 ? null : refined[anchor ?? -1]?.[second - 1];
    // The greedy anchor is none of the N responses.
    const draft = first === 0 ? null : anchors[first - 1]?.draw;
    if (draft === undefined || best === undefined) return null;
    if (draft === null || best === null) return (draft ?? best?.draw)?.reported ?? null;
    return (best.draw.reward > draft.reward ? best.draw : draft).reported;
  };
}

/** By how many were drawn: the best of them, the earlier of equal ones. */
function bestSoFar(draws: readonly ScoredDraw[]) {
  const best: { readonly place: number; readonly draw: ScoredDraw }[] = [];
  draws.forEach((draw, place) => {
    const before = best.at(-1);
    best.push(before === undefined || draw.reward > before.draw.reward ? { place, draw } : before);
  });
  return best;
}

/** Over all orders of the drafts, and all choices of an anchor's refinements; nothing where another scorer reports. */
function rewardsOverOrders(pool: SplitPool): Figures {
  const { drafts, refinements, ofGreedyAnchor } = pool;
  const all = [...drafts, ...refinements.flat(), ...ofGreedyAnchor];
  if (all.some(({ reward, reported }) => reward !== reported)) return () => null;
  const rewards = rewardsOfPool(pool);
  const greedy = ofGreedyAnchor.map(({ reward }) => reward);
  const withoutDrafts = bestOfK(greedy, greedy);
  const byBudget = new Map<number, ExpectedWinners>();
  return ({ budget, drafts: first }) => {
    if (first === 0) return withoutDrafts[budget - 1]?.selecting ?? null;
    const expected = byBudget.get(budget) ?? expectedWinners(rewards, budget);
    byBudget.set(budget, expected);
    return expected.splits[first - 1]?.winner ?? null;
  };
}
