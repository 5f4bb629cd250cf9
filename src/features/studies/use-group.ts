import { useMemo, useState } from 'react';
import { type NamedGroup, namedGroups, type RunFacts } from '../../studies/index.ts';

/** Which group of the runs is looked at: groups are never averaged. */
export interface ChosenGroup {
  readonly groups: readonly NamedGroup[];
  /** Null without a run. */
  readonly group: NamedGroup | null;
  /** Of the group. */
  readonly runs: readonly RunFacts[];
  readonly setGroup: (key: string) => void;
}

/** The group that a person chose, as long as runs are of it; else that with the most runs. */
export function useGroup(facts: readonly RunFacts[]): ChosenGroup {
  const [picked, setGroup] = useState<string | null>(null);
  const groups = useMemo(() => namedGroups(facts), [facts]);
  const group = groups.find(({ key }) => key === picked) ?? groups[0] ?? null;
  const key = group?.key ?? null;
  const runs = useMemo(() => facts.filter((run) => run.group.key === key), [facts, key]);
  return { groups, group, runs, setGroup };
}
