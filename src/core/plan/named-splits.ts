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
 * and with a feedback of its own. That is Self-Refine (Madaan et al., 2023), which begins with one draft; of a budget with more
 * responses than layers the rest are drafts too.
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
            name: 'Self-Refine',
            summary: `${draftsOf(budget - layers)}, then one refinement after another, each of the best so far, with its own feedback.`,
            split: inTurn,
          },
        ]),
  ];
}

function draftsOf(count: number): string {
  return count === 1 ? 'One draft' : `The best of ${String(count)} drafts`;
}
