import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation, useRoute } from 'wouter';
import { messageOf, type ParsedRunFile, type StoredRun } from '../core/index.ts';
import type { RecordedOnPage } from '../features/playground/index.ts';
import {
  FIRST_RECORDED,
  type RecordedRunsQueries,
  type SavedRunsQueries,
} from '../queries/index.ts';

interface RecordedRunParts {
  readonly recordedRuns: RecordedRunsQueries;
  readonly savedRuns: SavedRunsQueries;
}

/** The address under which a recorded run is shown. */
export const recordedPath = (name: string): string => `/recorded/${name}`;

/** Reads runs out of links. */
export interface SharedRuns {
  readonly unpack: (packed: string) => Promise<ParsedRunFile>;
}

/** The run that is in the address itself; what is wrong with it where it can't be read. */
export function useSharedRun(
  sharedRuns: SharedRuns,
  packed: string | null,
): {
  readonly run: StoredRun | null;
  readonly problems: readonly string[];
  readonly isRead: boolean;
} {
  const { data } = useQuery({
    queryKey: ['shared-run', packed],
    queryFn: () => sharedRuns.unpack(packed ?? ''),
    enabled: packed !== null,
    ...{ networkMode: 'always', staleTime: Infinity },
  });
  if (packed === null || data === undefined)
    return { run: null, problems: [], isRead: packed === null };
  return data.ok
    ? { run: data.run, problems: [], isRead: true }
    : { run: null, problems: [data.message], isRead: true };
}

/** What is wrong with the address where it names a recorded run that isn't there. */
export function useMissingRecorded({
  recordedRuns,
}: Pick<RecordedRunParts, 'recordedRuns'>): readonly string[] {
  const [, named] = useRoute('/recorded/:name');
  const name = named?.name ?? FIRST_RECORDED;
  const { error } = useQuery({ ...recordedRuns.run(name), enabled: named !== null });
  return named === null || error === null ? [] : [messageOf(error)];
}

/** The recorded run that the address names; where it names no run, the first one for whoever has none of their own yet. */
export function useRecordedRun(
  { recordedRuns, savedRuns }: RecordedRunParts,
  shared: StoredRun | null,
): RecordedOnPage | null {
  const [, navigate] = useLocation();
  const [isNamed] = useRoute('/recorded/:name');
  const name = useNameToShow(savedRuns);
  const { data: shipped } = useQuery({
    ...recordedRuns.run(name ?? FIRST_RECORDED),
    enabled: name !== null,
  });
  const keep = useMutation(savedRuns.keep());
  const run = shared ?? (name === null ? null : (shipped ?? null));
  if (run === null) return null;
  return {
    name,
    run,
    isNamed: isNamed || shared !== null,
    onLeave: () => {
      navigate('/', { replace: true });
    },
    keepProblem: keep.error === null ? null : messageOf(keep.error),
    onKeep: () => {
      keep.mutate(run, {
        onSuccess: (runId) => {
          navigate(`/run/${runId}`);
        },
      });
    },
  };
}

/** Null where the address names another run or screen, or the person has runs of their own. */
function useNameToShow(savedRuns: SavedRunsQueries): string | null {
  const [, named] = useRoute('/recorded/:name');
  const [isHome] = useRoute('/');
  const { data: isFirstVisit } = useQuery(savedRuns.none());
  if (named !== null) return named.name;
  return isHome && isFirstVisit === true ? FIRST_RECORDED : null;
}
