import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useRoute } from 'wouter';
import { latePart } from '../ui/index.ts';
import type { AppDependencies } from './app-dependencies.ts';

const { Part } = latePart(
  async () => (await import('./unfinished-run.tsx')).UnfinishedRun,
  // The list of runs has it too.
  () => null,
);

export interface UnfinishedRunProps extends Pick<AppDependencies, 'savedRuns'> {
  /** Of the run on screen; null where none is. */
  readonly runId: string | null;
}

/** The run that was left, for whoever comes back to the playground. Nothing of it is fetched at a first visit, nor while a run is shown. */
export function UnfinishedRun({ savedRuns, runId }: UnfinishedRunProps) {
  const [isHome] = useRoute('/');
  const { data: isFirstVisit } = useQuery(savedRuns.none());
  if (!isHome || runId !== null || isFirstVisit !== false) return null;
  return (
    <Suspense>
      <Part savedRuns={savedRuns} />
    </Suspense>
  );
}
