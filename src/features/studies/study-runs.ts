import { useQuery } from '@tanstack/react-query';
import type { RecordedRunsQueries, SavedRunsQueries } from '../../queries/index.ts';
import { formatDay } from '../../ui/index.ts';

/** Where runs are read from. */
export interface StudyQueries {
  readonly savedRuns: Pick<SavedRunsQueries, 'list' | 'run'>;
  readonly recordedRuns: RecordedRunsQueries;
}

/** The person's own runs, sampled here or imported, or those that come with the page. */
export type RunSource = 'own' | 'recorded';

/** A run that a study can take. */
export interface OfferedRun {
  /** Of a kept run its id, of a recorded one its name. */
  readonly id: string;
  readonly name: string;
  readonly prompt: string;
  readonly isImported: boolean;
  /** What made it, and when. */
  readonly facts: string;
}

export interface OfferedRuns {
  readonly own: readonly OfferedRun[];
  readonly recorded: readonly OfferedRun[];
  readonly isRead: boolean;
  readonly hasFailed: boolean;
}

/** The runs that have ended: others have no winner in every arm yet. */
export function useOfferedRuns({ savedRuns, recordedRuns }: StudyQueries): OfferedRuns {
  const saved = useQuery(savedRuns.list());
  const recorded = useQuery(recordedRuns.list());
  const ended = (saved.data?.runs ?? []).filter(({ state }) => state.status === 'finished');
  return {
    own: ended.map(({ id, name, prompt, budget, modelName, scorerName, createdAt, origin }) => ({
      ...{ id, name, prompt, isImported: origin === 'imported' },
      facts: factsOf(budget, modelName, scorerName, createdAt),
    })),
    recorded: (recorded.data ?? []).map((run) => ({
      ...{ id: run.name, name: run.title, prompt: run.prompt, isImported: false },
      facts: factsOf(run.budget, run.model, run.scorer, run.recordedAt),
    })),
    isRead: !saved.isPending && !recorded.isPending,
    hasFailed: saved.isError || recorded.isError,
  };
}

function factsOf(budget: number, model: string, scorer: string, createdAt: number): string {
  return `N = ${String(budget)} · ${model}, scored by ${scorer} · ${formatDay(createdAt)}`;
}
