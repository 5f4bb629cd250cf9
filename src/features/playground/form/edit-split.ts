import { type Split, spreadEvenly } from '../../../core/index.ts';

// The split N0/N1/… as one control: whatever is changed of it, its parts go on to sum to the budget.

/**
 * Sets one part. The drafts' difference is spread over the refinements; a refinement layer's comes from the layers after
 * it, then from those before it, last first, and so from the drafts only at the very end.
 */
export function withPart(split: Split, position: number, wanted: number): Split {
  const budget = sum(split);
  const value = clamp(wanted, 0, budget);
  if (position === 0 && split.length > 1) {
    return [value, ...spreadEvenly(budget - value, split.length - 1)];
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
  return [newDrafts, ...spreadEvenly(budget - newDrafts, refinements.length)];
}

/** Another number of refinement layers: drafts stay, the rest is spread evenly. */
export function withLayers(split: Split, refinementLayers: number): Split {
  const [drafts = 0] = split;
  const budget = sum(split);
  return refinementLayers === 0
    ? [budget]
    : [drafts, ...spreadEvenly(budget - drafts, refinementLayers)];
}

function giveOrder(length: number, position: number): number[] {
  const positions = Array.from({ length }, (_, index) => index);
  const after = positions.filter((other) => other > position);
  const before = positions.filter((other) => other < position).reverse();
  return [...after, ...before];
}

function sum(parts: Split): number {
  return parts.reduce((total, part) => total + part, 0);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
