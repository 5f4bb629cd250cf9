import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation, useRoute } from 'wouter';
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

/** The recorded run that the address names; where it names no run, the first one for whoever has none of their own yet. */
export function useRecordedRun({
  recordedRuns,
  savedRuns,
}: RecordedRunParts): RecordedOnPage | null {
  const [, navigate] = useLocation();
  const [isNamed] = useRoute('/recorded/:name');
  const name = useNameToShow(savedRuns);
  const { data: run } = useQuery({
    ...recordedRuns.run(name ?? FIRST_RECORDED),
    enabled: name !== null,
  });
  const keep = useMutation(savedRuns.importFiles());
  if (name === null || run === undefined) return null;
  return {
    name,
    run,
    isNamed,
    onLeave: () => {
      navigate('/', { replace: true });
    },
    onKeep: () => {
      const { fileName, text } = savedRuns.fileOf(run);
      const file = { name: fileName, size: text.length, text: () => Promise.resolve(text) };
      keep.mutate([file], {
        onSuccess: ([outcome]) => {
          if (outcome !== undefined && outcome.status !== 'refused')
            navigate(`/run/${outcome.runId}`);
        },
      });
    },
  };
}

/** Null where the address names another run or screen, or the person has runs of their own. */
function useNameToShow(savedRuns: SavedRunsQueries): string | null {
  const [, named] = useRoute('/recorded/:name');
  const [isHome] = useRoute('/');
  const { data: saved } = useQuery(savedRuns.list());
  if (named !== null) return named.name;
  const isFirstVisit = saved?.runs.length === 0 && saved.unreadable.length === 0;
  return isHome && isFirstVisit ? FIRST_RECORDED : null;
}
