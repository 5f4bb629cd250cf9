import type { ToyCosts, ToyWorld } from '../../../studies/index.ts';

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

/** With the figures of a world, to three digits: a scorer's rewards may all lie close together. */
export function fittedForm(form: CalculatorForm, world: ToyWorld): CalculatorForm {
  const { deviation, gain, spread, usable } = world;
  const [shownDeviation = 0, shownGain = 0, shownSpread = 0] = [deviation, gain, spread].map(
    (figure) => Number(figure.toPrecision(3)),
  );
  return {
    ...form,
    world: { deviation: shownDeviation, gain: shownGain, spread: shownSpread, usable },
  };
}
