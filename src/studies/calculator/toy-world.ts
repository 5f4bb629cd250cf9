import { expectedExcess, expectedMaximum } from './normal-maxima.ts';

/**
 * A world to think in before sampling: a model of rewards, and no measurement of any. Drafts' rewards are normal around 0. A
 * refinement's is its anchor's, moved by a gain and normal around that. One feedback is usable or not, for all of its refinements.
 */
export interface ToyWorld {
  /** σ, of drafts' rewards; from 0. All rewards are in its unit. */
  readonly deviation: number;
  /** Mean reward of refinements less their anchor's, where the feedback is usable; below 0 where refining harms. */
  readonly gain: number;
  /** Standard deviation of refinements around that; from 0. */
  readonly spread: number;
  /** Quality of feedback: the chance, 0 to 1, that it is usable. Otherwise refinements gain 0 on average, with the same spread. */
  readonly usable: number;
}

/** What the further calls of PRS take, each in the tokens of a draft. */
export interface ToyCosts {
  /** Of one refinement; above 0. It is above 1 where it reads more than a draft does. */
  readonly refinement: number;
  /** Of the feedback; from 0. */
  readonly feedback: number;
}

/** What one split gives in a world. */
export interface ToySplit {
  /** N0 */
  readonly drafts: number;
  /** N1 */
  readonly refinements: number;
  /** The winner's expected reward; null where the tokens left after the drafts are too few for one refinement. */
  readonly best: number | null;
}

/** The expected reward of the best of so many drafts: PRand. @param drafts a whole number from 1 */
export function bestOfDrafts({ deviation }: ToyWorld, drafts: number): number {
  return deviation * expectedMaximum(drafts);
}

/**
 * The winner's expected reward under PRS with the split (N0, N1). How far refinements lie above their anchor doesn't depend on it here,
 * so that the two parts add. With no drafts the anchor is one of mean reward, outside the budget, and can't win.
 *
 * @param drafts N0, a whole number from 0
 * @param refinements N1, a whole number from 0; from 1 where there are no drafts
 */
export function bestOfSplit(world: ToyWorld, drafts: number, refinements: number): number {
  const { gain, usable } = world;
  if (drafts === 0) return usable * gain + world.spread * expectedMaximum(refinements);
  const anchor = bestOfDrafts(world, drafts);
  if (refinements === 0) return anchor;
  const above = (mean: number): number => expectedAbove(mean, world.spread, refinements);
  return anchor + usable * above(gain) + (1 - usable) * above(0);
}

/** How far the best of some draws around a mean lies above 0 on average, where 0 is taken instead of what lies below. */
function expectedAbove(mean: number, spread: number, draws: number): number {
  return spread === 0 ? Math.max(0, mean) : spread * expectedExcess(draws, -mean / spread);
}

/** Every split of N responses, by N0 from 0 to N. @param budget a whole number from 1 */
export function splitsAtEqualN(world: ToyWorld, budget: number): readonly ToySplit[] {
  return Array.from({ length: budget + 1 }, (_, drafts) => ({
    drafts,
    refinements: budget - drafts,
    best: bestOfSplit(world, drafts, budget - drafts),
  }));
}

/**
 * Every N0 from 0 to N with as many refinements as the tokens of N drafts leave room for, the feedback paid; with no drafts the anchor is
 * paid too.
 */
export function splitsAtEqualTokens(
  world: ToyWorld,
  budget: number,
  { refinement, feedback }: ToyCosts,
): readonly ToySplit[] {
  return Array.from({ length: budget + 1 }, (_, drafts) => {
    const left = budget - Math.max(1, drafts) - feedback;
    // Tenths don't sum exactly: what is short by a rounding is enough.
    const refinements = Math.max(0, Math.floor(left / refinement + ROUNDING));
    const isEmpty = refinements === 0 && drafts < budget;
    return { drafts, refinements, best: isEmpty ? null : bestOfSplit(world, drafts, refinements) };
  });
}

const ROUNDING = 1e-9;

/** The one with the highest expected reward, of equal ones that with most drafts: it is the plainer. */
export function bestToySplit(splits: readonly ToySplit[]): ToySplit | null {
  return splits
    .filter(({ best }) => best !== null)
    .reduce<ToySplit | null>(
      (most, each) => (most === null || (each.best ?? 0) >= (most.best ?? 0) ? each : most),
      null,
    );
}
