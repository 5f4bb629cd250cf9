import { type BandPoint, groupCopies } from '../../core/index.ts';
import { bandOf } from './band-of-figures.ts';
import { copyKeyOf } from './copies-of-runs.ts';
import type { RunFacts } from './run-facts.ts';
import type { SplitFacts } from './split-facts.ts';

/** How the drafts of a split are taken from those of a run: as they came, or over all orders that they could have come in. */
export type SplitReading = 'inOrder' | 'overOrders';

export interface SplitsRequest {
  /** Of one group, in any order. */
  readonly runs: readonly RunFacts[];
  /** Of the strategy: "PRS". */
  readonly name: string;
  /** N */
  readonly budget: number;
  readonly reading: SplitReading;
}

/** One split over prompts. */
export interface SplitOverPrompts {
  /** N0 */
  readonly drafts: number;
  /** The winner's reward; null where a run hasn't sampled what the split needs: it is never guessed. */
  readonly reward: BandPoint | null;
  /**
   * How far it lies below the split with the highest mean, on the same prompts: of paired differences, whose band tells more than two
   * bands side by side. Null of that split, and where there is no reward.
   */
  readonly belowBest: BandPoint | null;
  /** Prompts of which every run has sampled it. */
  readonly sampled: number;
}

export interface SplitsOverPrompts {
  readonly prompts: number;
  /** By N0, from 0 to N; none without a run. */
  readonly splits: readonly SplitOverPrompts[];
}

/** The winner's reward against N0 over prompts. Runs that have one split alone are not among them; copies count once. */
export function splitsOverPrompts(request: SplitsRequest): SplitsOverPrompts {
  const { budget, reading } = request;
  const prompts = splitFactsByPrompt(request).map((its) => its.map((each) => each[reading]));
  if (prompts.length === 0) return { prompts: 0, splits: [] };
  const means = Array.from({ length: budget + 1 }, (_, drafts) =>
    prompts.map((rewards) => meanOfKnown(rewards.map((each) => each[drafts] ?? null))),
  );
  const rewards = means.map(bandOfKnown);
  const best = placeOfHighest(rewards.map((reward) => reward?.mean ?? null));
  const splits = means.map((its, drafts) => ({
    drafts,
    reward: rewards[drafts] ?? null,
    belowBest: drafts === best ? null : bandOfKnown(lessThan(means[best ?? -1] ?? [], its)),
    sampled: its.filter((mean) => mean !== null).length,
  }));
  return { prompts: prompts.length, splits };
}

/** Of the first where several are as high; null where there is no figure. */
function placeOfHighest(means: readonly (number | null)[]): number | null {
  const known = means.filter((mean) => mean !== null);
  return known.length === 0 ? null : means.indexOf(Math.max(...known));
}

/** By prompt, how far its figure lies below the highest split's. */
function lessThan(
  highest: readonly (number | null)[],
  its: readonly (number | null)[],
): readonly (number | null)[] {
  return its.map((mean, prompt) => {
    const most = highest[prompt] ?? null;
    return mean === null || most === null ? null : most - mean;
  });
}

/** Over prompts; null where one has no figure. */
function bandOfKnown(means: readonly (number | null)[]): BandPoint | null {
  const known = means.filter((mean) => mean !== null);
  return known.length < means.length ? null : bandOf(known);
}

/** The strategies that some runs have in several splits of one budget. */
export function splitNames(runs: readonly RunFacts[], budget: number): readonly string[] {
  const names = runs.flatMap(({ splits }) =>
    splits.filter((each) => each.budget === budget).map(({ name }) => name),
  );
  return [...new Set(names)].sort();
}

/** By prompt: what each of its runs tells of the strategy. */
export function splitFactsByPrompt({
  runs,
  name,
  budget,
}: Omit<SplitsRequest, 'reading'>): readonly (readonly SplitFacts[])[] {
  const rows = runs.flatMap((run) => {
    const its = run.splits.find((each) => each.name === name && each.budget === budget);
    if (its === undefined) return [];
    return [{ prompt: run.prompt.trim(), key: copyKeyOf(run), its }];
  });
  const sorted = rows.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const different = groupCopies(sorted, ({ key }) => key).map(([first]) => first);
  return groupCopies(different, ({ prompt }) => prompt).map((rowsOfPrompt) =>
    rowsOfPrompt.map(({ its }) => its),
  );
}

/** Null where one isn't known. */
export function meanOfKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length < values.length) return null;
  return known.reduce((sum, each) => sum + each, 0) / known.length;
}
