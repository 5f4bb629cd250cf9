/**
 * The split N0/N1/… as one control: its parts are non-negative whole numbers and always sum to the budget.
 * Part 0 counts drafts, part k the refinements of layer k.
 */
export type Split = readonly number[];

/** Half for drafts, the rest spread evenly over the refinement layers, earlier layers first. */
export function evenSplit(budget: number, refinementLayers: number): Split {
  const drafts = refinementLayers === 0 ? budget : Math.ceil(budget / 2);
  return [drafts, ...spread(budget - drafts, refinementLayers)];
}

/**
 * Sets one part. The drafts' difference is spread over the refinements; a refinement layer's comes from the layers after
 * it, then from those before it, last first, and so from the drafts only at the very end.
 */
export function withPart(split: Split, position: number, wanted: number): Split {
  const budget = sum(split);
  const value = clamp(wanted, 0, budget);
  if (position === 0 && split.length > 1) {
    return [value, ...spread(budget - value, split.length - 1)];
  }
  const parts = split.with(position, value);
  let difference = budget - sum(parts);
  for (const other of giveOrder(split.length, position)) {
    const before = parts[other] ?? 0;
    const after = Math.max(0, before + difference);
    parts[other] = after;
    difference -= after - before;
    if (difference === 0) return parts;
  }
  // A split of one part is the whole budget.
  return split;
}

/** The same shape at another budget: drafts keep their share, the rest is spread evenly. */
export function withBudget(split: Split, budget: number): Split {
  const [drafts = 0, ...refinements] = split;
  if (refinements.length === 0) return [budget];
  const share = drafts / Math.max(1, sum(split));
  const newDrafts = clamp(Math.round(share * budget), 0, budget);
  return [newDrafts, ...spread(budget - newDrafts, refinements.length)];
}

/** Another number of refinement layers: drafts stay, the rest is spread evenly. */
export function withLayers(split: Split, refinementLayers: number): Split {
  const [drafts = 0] = split;
  const budget = sum(split);
  return refinementLayers === 0 ? [budget] : [drafts, ...spread(budget - drafts, refinementLayers)];
}

function giveOrder(length: number, position: number): number[] {
  const positions = Array.from({ length }, (_, index) => index);
  const after = positions.filter((other) => other > position);
  const before = positions.filter((other) => other < position).reverse();
  return [...after, ...before];
}

function spread(total: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, index) => {
    const share = Math.floor(total / parts);
    return share + (index < total % parts ? 1 : 0);
  });
}

function sum(parts: Split): number {
  return parts.reduce((total, part) => total + part, 0);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
