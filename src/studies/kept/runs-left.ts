import type { RunSummary } from '../../core/index.ts';
import type { QueuedRun } from '../sample-runs.ts';
import { runsOfStudy } from '../study.ts';
import type { KeptStudy } from './kept-study.ts';

/** How far the runs of a study have got, by what is stored of them. */
export interface RunsOfStudy {
  /** Ids of those that are finished. */
  readonly done: ReadonlySet<string>;
  /** Ids of those that were begun and are not finished. */
  readonly begun: ReadonlySet<string>;
}

/** @param stored all runs that are stored, of this study or not */
export function storedRunsOf(
  { id, study }: Pick<KeptStudy, 'id' | 'study'>,
  stored: readonly Pick<RunSummary, 'id' | 'state'>[],
): RunsOfStudy {
  const states = new Map(stored.map((run) => [run.id, run.state.status]));
  const done = new Set<string>();
  const begun = new Set<string>();
  for (const run of runsOfStudy(study, id)) {
    const status = states.get(run.id);
    if (status === 'finished') done.add(run.id);
    else if (status !== undefined) begun.add(run.id);
  }
  return { done, begun };
}

/** The runs that aren't finished, one at a time, those first that were begun. */
export function* runsLeft(
  { id, study }: Pick<KeptStudy, 'id' | 'study'>,
  { done, begun }: RunsOfStudy,
): Generator<QueuedRun, void, undefined> {
  for (const isBegun of begun.size > 0 ? [true, false] : [false]) {
    for (const run of runsOfStudy(study, id)) {
      if (begun.has(run.id) === isBegun && !done.has(run.id)) yield run;
    }
  }
}
