import type { BareRun } from './bare/bare.ts';
import type { PageRun } from './page-run.ts';
import type { BusyCores } from './watch-cores.ts';

/** Both sides, measured one after the other. */
export interface Round {
  readonly first: Side;
  readonly page: PageSide;
  readonly bare: BareSide;
}

export type Side = 'page' | 'bare';
export type PageSide = PageRun & { readonly cores: BusyCores };
export type BareSide = BareRun & { readonly cores: BusyCores };

/** Cores that others may keep busy before a round counts as disturbed. */
export const MOST_OTHERS = 0.1;

/** Whether the machine was the browser's own, nearly. */
export function isQuiet({ page, bare }: Round): boolean {
  return Math.max(page.cores.others, bare.cores.others) <= MOST_OTHERS;
}

/** The rounds that the summary is of: the quiet ones, or all where none was. */
export function countedRounds(rounds: readonly Round[]): readonly Round[] {
  const quiet = rounds.filter(isQuiet);
  return quiet.length > 0 ? quiet : rounds;
}

/**
 * Whether to measure once more: until as many rounds as asked were quiet, but no more than twice as many in all.
 */
export function needsAnotherRound(rounds: readonly Round[], asked: number): boolean {
  return rounds.filter(isQuiet).length < asked && rounds.length < 2 * asked;
}
