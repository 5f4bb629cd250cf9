import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import type { RunSummary } from '../../../core/index.ts';
import { type KeptStudy, storedRunsOf } from '../../../studies/index.ts';
import type { StudyPage } from '../sampling/study-tools.ts';
import { keptStudiesQuery } from '../sampling/kept-studies-query.ts';

/** Names of the kept studies by the ids of their finished runs; none until what keeps studies is fetched. */
export function useStudiesOfRuns(
  { tools }: Pick<StudyPage, 'tools'>,
  stored: readonly RunSummary[],
): ReadonlyMap<string, string> {
  const fetched = useSyncExternalStore(tools.subscribe, tools.now);
  const { data } = useQuery({
    ...keptStudiesQuery(async () => (await tools.load()).store.list()),
    enabled: fetched !== null,
  });
  return useMemo(() => studiesOfRuns(data?.studies ?? [], stored), [data, stored]);
}

/** Studies of one name are numbered, so that each name is of one study alone. */
export function studiesOfRuns(
  studies: readonly KeptStudy[],
  stored: readonly RunSummary[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [place, kept] of studies.entries()) {
    const { name } = kept.study;
    const before = studies.slice(0, place).filter((each) => each.study.name === name).length;
    const own = before === 0 ? name : `${name} (${String(before + 1)})`;
    for (const id of storedRunsOf(kept, stored).done) names.set(id, own);
  }
  return names;
}
