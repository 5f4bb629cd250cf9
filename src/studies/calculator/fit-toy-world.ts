import { groupCopies } from '../../core/index.ts';
import { meanOf } from '../findings/band-of-figures.ts';
import { copyKeyOf } from '../findings/copies-of-runs.ts';
import type { RefinementFacts, SpentTokens } from '../findings/refinement-facts.ts';
import type { RunFacts } from '../findings/run-facts.ts';
import type { ToyCosts, ToyWorld } from './toy-world.ts';

/** A world with the figures of some runs, and how many texts these rest on. */
export interface FittedWorld {
  readonly world: ToyWorld;
  /** Tokens read anew and written; null where drafts' aren't known. */
  readonly costs: FittedCosts | null;
  /** Of the arm whose texts they are: "PRS 8/8". */
  readonly label: string;
  readonly runs: number;
  readonly drafts: number;
  readonly refinements: number;
}

export interface FittedCosts extends ToyCosts {
  /** Tokens of a draft, on average. */
  readonly draftTokens: number;
}

/**
 * Takes a world's figures from runs: of one arm, since arms of a run share texts. σ and the spread are those within runs, since it is
 * among the texts of one run that the best is taken; the gain is the mean of the runs' means. Feedback is taken as it was: usable. Costs are
 * those of its calls: a refinement's and a draft's on average, and of feedback what a run has taken for all that it wrote.
 *
 * @param runs of one group
 * @returns null where no arm has two drafts and two refinements of one anchor in a run
 */
export function fitToyWorld(runs: readonly RunFacts[]): FittedWorld | null {
  const different = groupCopies(runs, copyKeyOf).map(([first]) => first);
  const telling = different.flatMap(({ refinements }) => refinements.filter(tells));
  const arms = groupCopies(telling, ({ label }) => label);
  const [its] = arms.toSorted(
    (one, other) => textsOf(other) - textsOf(one) || (one[0].label < other[0].label ? -1 : 1),
  );
  if (its === undefined) return null;
  const gains = its.map((each) => each.gains);
  const drafts = its.map((each) => each.drafts);
  return {
    world: {
      deviation: deviationWithin(drafts),
      gain: meanOf(gains.map(meanOf)),
      spread: deviationWithin(gains),
      usable: 1,
    },
    costs: costsOf(its),
    label: its[0].label,
    runs: its.length,
    drafts: drafts.flat().length,
    refinements: gains.flat().length,
  };
}

function costsOf(facts: readonly RefinementFacts[]): FittedCosts | null {
  const draftTokens = meanTokens(facts.map(({ spent }) => spent.draft));
  const refinement = meanTokens(facts.map(({ spent }) => spent.refinement)) / draftTokens;
  const feedback = meanOf(facts.map(({ spent }) => spent.feedback.tokens)) / draftTokens;
  return draftTokens > 0 && refinement > 0 ? { draftTokens, refinement, feedback } : null;
}

/** 0 where there is no text. */
function meanTokens(spent: readonly SpentTokens[]): number {
  const sum = (key: keyof SpentTokens): number => spent.reduce((all, each) => all + each[key], 0);
  return sum('tokens') / Math.max(1, sum('texts'));
}

/** The model has one anchor, the best of all drafts. */
function tells({ drafts, gains, hasOneAnchor }: RefinementFacts): boolean {
  return hasOneAnchor && drafts.length > 1 && gains.length > 1;
}

function textsOf(facts: readonly RefinementFacts[]): number {
  return facts.reduce((sum, { drafts, gains }) => sum + Math.min(drafts.length, gains.length), 0);
}

/** Around each run's own mean, all runs together. */
function deviationWithin(runs: readonly (readonly number[])[]): number {
  const squares = runs.flatMap((values) => {
    const mean = meanOf(values);
    return values.map((value) => (value - mean) ** 2);
  });
  const sum = squares.reduce((total, each) => total + each, 0);
  return Math.sqrt(sum / (squares.length - runs.length));
}
