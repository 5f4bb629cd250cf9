import type { QueryClient } from '@tanstack/react-query';
import type { ModelCatalog } from '../core/index.ts';
import {
  FIRST_RECORDED,
  modelAssessmentQuery,
  type RecordedRunsQueries,
  type SavedRunsQueries,
} from '../queries/index.ts';

export interface FirstPictureParts {
  readonly queries: QueryClient;
  readonly catalog: ModelCatalog;
  readonly recordedRuns: RecordedRunsQueries;
  /** Whether the recorded run was preloaded: index.html does for a first visit. */
  readonly isPreloaded: boolean;
}

/** Longer the page isn't kept empty for what it would be drawn with. */
const MOST_MILLISECONDS = 1_000;

/**
 * Begins what the first picture is made of while the browser opens its storage, so that the page is drawn once, with the
 * recorded run, and not twice.
 *
 * @returns what waits for it, once the saved runs can be asked for
 */
export function beginFirstPicture({
  queries,
  catalog,
  recordedRuns,
  isPreloaded,
}: FirstPictureParts): (savedRuns: SavedRunsQueries) => Promise<void> {
  void queries.query(modelAssessmentQuery(catalog)).catch(leaveIt);
  if (!isPreloaded) return () => Promise.resolve();
  const run = queries.query(recordedRuns.run(FIRST_RECORDED)).catch(leaveIt);
  return async (savedRuns) => {
    const all = Promise.all([run, queries.query(savedRuns.none()).catch(leaveIt)]);
    const patience = new Promise((resolve) => {
      setTimeout(resolve, MOST_MILLISECONDS);
    });
    await Promise.race([all, patience]);
  };
}

/** Whoever draws it finds what failed, and says so. */
const leaveIt = (): void => undefined;
