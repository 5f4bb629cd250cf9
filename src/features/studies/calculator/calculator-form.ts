import type { FittedWorld, ToyCosts, ToyWorld } from '../../../studies/index.ts';

/** What a person has set. */
export interface CalculatorForm {
  readonly world: ToyWorld;
  readonly costs: ToyCosts;
  /** N */
  readonly budget: number;
}

/** A refinement as good as half a draft's deviation, and as far spread as drafts are: made up, like all of them. */
export const FIRST_CALCULATOR: CalculatorForm = {
  world: { deviation: 1, gain: 0.5, spread: 1, usable: 1 },
  costs: { refinement: 1.5, feedback: 1 },
  budget: 16,
};

/** With the figures of runs, to three digits: a scorer's rewards may all lie close together. Costs that aren't known stay. */
export function fittedForm(form: CalculatorForm, { world, costs }: FittedWorld): CalculatorForm {
  const { deviation, gain, spread, usable } = world;
  const [shownDeviation = 0, shownGain = 0, shownSpread = 0] = [deviation, gain, spread].map(
    inThreeDigits,
  );
  return {
    ...form,
    world: { deviation: shownDeviation, gain: shownGain, spread: shownSpread, usable },
    costs: costs === null ? form.costs : shownCosts(costs),
  };
}

/** What a refinement and the feedback may cost, in drafts: from and to. */
export const REFINEMENT_COST = { min: 0.1, max: 100 };
export const FEEDBACK_COST = { min: 0, max: 100 };

function shownCosts({ refinement, feedback }: ToyCosts): ToyCosts {
  return {
    refinement: inThreeDigits(within(refinement, REFINEMENT_COST)),
    feedback: inThreeDigits(within(feedback, FEEDBACK_COST)),
  };
}

function within(figure: number, { min, max }: typeof REFINEMENT_COST): number {
  return Math.min(max, Math.max(min, figure));
}

function inThreeDigits(figure: number): number {
  return Number(figure.toPrecision(3));
}
