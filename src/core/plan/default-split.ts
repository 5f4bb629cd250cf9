/**
 * How a budget N is split over the layers, `[N0, N1, …]`: whole numbers of at least 0 that sum to N. Part 0 counts drafts,
 * part k the refinements of layer k.
 */
export type Split = readonly number[];

/** N0 = N1 = N/2, the default: half for drafts, the rest spread evenly over the refinement layers, earlier layers first. */
export function defaultSplit(budget: number, refinementLayers: number): Split {
  const drafts = refinementLayers === 0 ? budget : Math.ceil(budget / 2);
  return [drafts, ...spreadEvenly(budget - drafts, refinementLayers)];
}

/** A number of responses spread over layers as evenly as whole numbers can be, earlier layers first. */
export function spreadEvenly(total: number, layers: number): Split {
  return Array.from({ length: layers }, (_, index) => {
    const share = Math.floor(total / layers);
    return share + (index < total % layers ? 1 : 0);
  });
}
