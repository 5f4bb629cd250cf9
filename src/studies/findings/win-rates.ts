import { headToHead, type HeadToHead } from './head-to-head.ts';
import { byPrompt, observedPrompts } from './prompts-of-study.ts';
import type { RunFacts } from './run-facts.ts';
import { BAND_SEED } from './band-of-figures.ts';

export interface WinRatesRequest {
  /** Of one group, in any order. */
  readonly runs: readonly RunFacts[];
  /** Of arms with the same N. Runs that lack one are left out. */
  readonly arms: readonly string[];
  /** The arm that the others are held against: one of them. */
  readonly baseline: string;
  /** What runs are put together by, such as their preference; null for those that are left out. */
  readonly groupOf: (run: RunFacts) => string | null;
}

/** How often each arm wins against the baseline, among runs that have something in common. */
export interface WinRatesOfGroup {
  readonly name: string;
  /** Trials of each pair. */
  readonly prompts: number;
  /** Each other arm against the baseline, in their order. */
  readonly duels: readonly HeadToHead[];
}

/**
 * Win rates against one arm, apart for each preference, persona or kind of prompt (Ye & Ng 2024, figure 6): within a group a prompt is
 * one trial, by the mean of its runs in that group. Those with the most prompts first, else by their names.
 */
export function winRates({
  runs,
  arms,
  baseline,
  groupOf,
}: WinRatesRequest): readonly WinRatesOfGroup[] {
  const groups = new Map<string, RunFacts[]>();
  for (const run of runs) {
    const name = groupOf(run);
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), run]);
  }
  const place = arms.indexOf(baseline);
  return [...groups]
    .flatMap(([name, its]) => {
      const { prompts } = observedPrompts(its, arms);
      if (prompts.length === 0 || place === -1) return [];
      const rewards = arms.map((_, at) => byPrompt(prompts, at, ({ reward }) => reward));
      const duels = arms.flatMap((first, at) =>
        at === place
          ? []
          : [
              headToHead(
                { first, second: baseline },
                rewards[at] ?? [],
                rewards[place] ?? [],
                BAND_SEED,
              ),
            ],
      );
      return [{ name, prompts: prompts.length, duels }];
    })
    .sort((one, other) => other.prompts - one.prompts || (one.name < other.name ? -1 : 1));
}
