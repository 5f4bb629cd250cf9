import type { NamedGroup, RunFacts } from '../../studies/index.ts';
import { countOf, formatDay } from '../../ui/index.ts';

export interface ProvenanceFacts {
  readonly group: NamedGroup;
  /** How many prompts the figures are over. */
  readonly prompts: number;
  /** How many runs count. */
  readonly runs: number;
  /** Those that could, by when they were begun: milliseconds since the epoch. */
  readonly begun: readonly Pick<RunFacts, 'createdAt'>[];
}

/** What figures come from, to stand under a saved chart: who wrote, chose and reported, how many prompts and runs, when. */
export function provenanceOf({ group, prompts, runs, begun }: ProvenanceFacts): string {
  const { model, scorer, reporter, facts } = group;
  const times = begun.map(({ createdAt }) => createdAt);
  const days = [Math.min(...times), Math.max(...times)].filter(Number.isFinite).map(formatDay);
  // The facts tell the version of the scorer that chose: they stand before the other one.
  const whoScored =
    reporter === null
      ? [`scored by ${scorer}`, ...facts]
      : [`chosen by ${scorer}`, ...facts, `reported by ${reporter}`];
  return [
    [`Written by ${model}`, ...whoScored].join(', '),
    `${countOf(prompts, 'prompt')}, ${countOf(runs, 'run')}`,
    ...(days.length === 0 ? [] : [[...new Set(days)].join(' to ')]),
  ].join(' · ');
}
