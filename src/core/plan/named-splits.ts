import { defaultSplit, type Split } from './default-split.ts';

/** A split that has a name. */
export interface NamedSplit {
  readonly name: string;
  /** What it does, a sentence. */
  readonly summary: string;
  readonly split: Split;
}

/**
 * The splits of a budget that are worth a name: the paper's default, and one refinement after another, each of the best so far
 * and with a feedback of its own: Self-Refine (Madaan et al., 2023) where it begins with one draft.
 *
 * @param mostLayers of refinements
 */
export function namedSplits(budget: number, mostLayers: number): readonly NamedSplit[] {
  const layers = Math.min(mostLayers, budget - 1);
  const inTurn = [budget - layers, ...Array.from({ length: layers }, () => 1)];
  return [
    {
      name: 'Half and half',
      summary: 'As many drafts as refinements: the default of the paper.',
      split: defaultSplit(budget, 1),
    },
    ...(layers < 2
      ? []
      : [
          {
            name: layers === budget - 1 ? 'Self-Refine' : 'One after another',
            summary:
              'One refinement after another, each of the best so far, with its own feedback.',
            split: inTurn,
          },
        ]),
  ];
}
