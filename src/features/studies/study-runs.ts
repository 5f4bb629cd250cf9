import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RunSummary } from '../../core/index.ts';
import type {
  RecordedRunEntry,
  RecordedRunsQueries,
  SavedRunsQueries,
} from '../../queries/index.ts';
import { formatDay } from '../../ui/index.ts';

/** Where runs are read from. */
export interface StudyQueries {
  readonly savedRuns: Pick<SavedRunsQueries, 'list' | 'run'>;
  readonly recordedRuns: RecordedRunsQueries;
}

/** The person's own runs, sampled here, imported or kept, or those that come with the page. */
export type RunSource = 'own' | 'recorded';

/** A run that a study can take. */
export interface OfferedRun {
  /** Of a kept run its id, of a recorded one its name. */
  readonly id: string;
  readonly name: string;
  readonly prompt: string;
  readonly isFromElsewhere: boolean;
  /** What made it, and when. */
  readonly facts: string;
}

export interface OfferedRuns {
  readonly own: readonly OfferedRun[];
  readonly recorded: readonly OfferedRun[];
  /** All that is kept, finished or not. */
  readonly stored: readonly RunSummary[];
  readonly isRead: boolean;
  readonly hasFailed: boolean;
}

/** The runs that have ended: others have no winner in every arm yet. */
export function useOfferedRuns({ savedRuns, recordedRuns }: StudyQueries): OfferedRuns {
  const saved = useQuery(savedRuns.list());
  const recorded = useQuery(recordedRuns.list());
  const own = useMemo(() => (saved.data?.runs ?? []).flatMap(offeredOwn), [saved.data]);
  const shipped = useMemo(() => (recorded.data ?? []).map(offeredRecorded), [recorded.data]);
  return {
    ...{ own, recorded: shipped, stored: saved.data?.runs ?? NONE },
    isRead: !saved.isPending && !recorded.isPending,
    hasFailed: saved.isError || recorded.isError,
  };
}

const NONE: readonly RunSummary[] = [];

function offeredOwn(run: RunSummary): readonly OfferedRun[] {
  const { id, name, prompt, budget, modelName, scorerName, createdAt, origin, state } = run;
  if (state.status !== 'finished') return [];
  const facts = factsOf(budget, modelName, scorerName, createdAt);
  return [{ id, name, prompt, isFromElsewhere: origin !== 'sampled', facts }];
}

function offeredRecorded(run: RecordedRunEntry): OfferedRun {
  const facts = factsOf(run.budget, run.model, run.scorer, run.recordedAt);
  return { id: run.name, name: run.title, prompt: run.prompt, isFromElsewhere: false, facts };
}

function factsOf(budget: number, model: string, scorer: string, createdAt: number): string {
  return `N = ${String(budget)} · ${model}, scored by ${scorer} · ${formatDay(createdAt)}`;
}
