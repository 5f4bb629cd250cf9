import {
  keepPreviousData,
  type QueryClient,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf, type SamplingTree } from '../../core/index.ts';
import { storedTree } from '../../runs/index.ts';
import { readingsOfRun, type RunFacts } from '../../studies/index.ts';
import type { RunSource, StudyQueries } from './study-runs.ts';

/** What was read of the runs chosen. */
export interface ReadFacts {
  /** In the order asked for, without those that can't be read: of each run by its own scorer, and by each other that has read it. */
  readonly facts: readonly RunFacts[];
  /** Runs read so far; as many as were asked for once all are. */
  readonly done: number;
  readonly isReading: boolean;
  /** Why some can't be read, a sentence for each. */
  readonly problems: readonly string[];
}

const LOCAL = { networkMode: 'always', retry: false, staleTime: Infinity } as const;

/** Reads the facts of many runs, one run after another: only one tree is held at a time. */
export function useRunFacts(
  queries: StudyQueries,
  source: RunSource,
  ids: readonly string[],
): ReadFacts {
  const client = useQueryClient();
  const [done, setDone] = useState(0);
  const { data, isFetching } = useQuery({
    ...LOCAL,
    // Beneath that of the list, so that what changes the kept runs has them read anew.
    queryKey: [...queries.savedRuns.list().queryKey, 'facts', source, ids],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const facts: RunFacts[] = [];
      const problems: string[] = [];
      for (const [place, id] of ids.entries()) {
        signal.throwIfAborted();
        setDone(place);
        try {
          facts.push(...(await factsOf(client, queries, source, id)));
        } catch (error) {
          problems.push(messageOf(error));
        }
      }
      return { source, facts, problems };
    },
  });
  // Those of the other source are shown no longer.
  const read = data?.source === source ? data : { facts: [], problems: [] };
  return { ...read, done: isFetching ? done : ids.length, isReading: isFetching };
}

/** Kept until the run changes; the run itself is let go once its facts are there. */
function factsOf(
  client: QueryClient,
  queries: StudyQueries,
  source: RunSource,
  id: string,
): Promise<readonly RunFacts[]> {
  const { savedRuns, recordedRuns } = queries;
  const { queryKey } = source === 'own' ? savedRuns.run(id) : recordedRuns.run(id);
  return client.query({
    ...LOCAL,
    queryKey: [...queryKey, 'facts'],
    queryFn: async () => readingsOfRun(await treeOfRun(client, queries, source, id)),
  });
}

/** One run, read anew and let go once it has been. @throws Error with a sentence where it can't be read */
export async function treeOfRun(
  client: QueryClient,
  { savedRuns, recordedRuns }: StudyQueries,
  source: RunSource,
  id: string,
): Promise<SamplingTree> {
  const run =
    source === 'own'
      ? await client.query({ ...savedRuns.run(id), gcTime: 0 })
      : await client.query({ ...recordedRuns.run(id), gcTime: 0 });
  return storedTree(run);
}
