import type { RewardScale } from '../findings/scale-of-rewards.ts';
import type { RunFacts } from '../findings/run-facts.ts';
import { namedGroups } from '../findings/run-group.ts';

/** Runs that are one line's: of one group, whose rewards may be averaged, and of one part, such as a study. */
export interface RunSet {
  readonly id: string;
  /** Another for each. */
  readonly name: string;
  /** Whether the scorer that chose the winners reports them too. */
  readonly isProxy: boolean;
  readonly scale: RewardScale;
  readonly runs: readonly RunFacts[];
}

/**
 * Runs apart by what a person asks about, and always by their group too. Those with the most runs first, of each group.
 *
 * @param partOf the name of the part that a run is of, such as its study; the same for all where groups alone are meant
 */
export function setsOfRuns(
  facts: readonly RunFacts[],
  partOf: (run: RunFacts) => string = () => '',
): readonly RunSet[] {
  const groups = namedGroups(facts);
  return groups.flatMap((group) => {
    const parts = new Map<string, RunFacts[]>();
    for (const run of facts) {
      if (run.group.key !== group.key) continue;
      const part = partOf(run);
      const known = parts.get(part);
      if (known === undefined) parts.set(part, [run]);
      else known.push(run);
    }
    return [...parts]
      .toSorted(
        ([one, its], [other, others]) => others.length - its.length || (one < other ? -1 : 1),
      )
      .flatMap(([part, runs]): RunSet[] => {
        const [first] = runs;
        if (first === undefined) return [];
        return [
          {
            id: JSON.stringify([part, group.key]),
            name: nameOf(part, group.name, groups.length > 1),
            ...{ isProxy: group.reporter === null, scale: first.scale, runs },
          },
        ];
      });
  });
}

function nameOf(part: string, group: string, isOneOfSeveral: boolean): string {
  if (part === '') return group;
  return isOneOfSeveral ? `${part} (${group})` : part;
}
