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

/**
 * @param stored all runs that are stored, of this study or not
 * @param again ids of runs that count as begun though they have ended, since texts of them are asked for again
 */
export function storedRunsOf(
  { id, study }: Pick<KeptStudy, 'id' | 'study'>,
  stored: readonly Pick<RunSummary, 'id' | 'state'>[],
  again: ReadonlySet<string> = new Set(),
): RunsOfStudy {
  const states = new Map(stored.map((run) => [run.id, run.state.status]));
  const done = new Set<string>();
  const begun = new Set<string>();
  for (const run of runsOfStudy(study, id)) {
    const status = states.get(run.id);
    if (status === 'finished' && !again.has(run.id)) done.add(run.id);
    else if (status !== undefined) begun.add(run.id);
  }
  return { done, begun };
}

/** What finished runs of a study lack, since texts or rewards of them failed. */
export interface LackingRuns {
  readonly ids: ReadonlySet<string>;
  /** Responses that their arms have fewer than N; what arms share is counted for each. */
  readonly responses: number;
  /** Responses that the scorer failed on; what arms share is counted for each. */
  readonly rewards: number;
}

/** @param stored all runs that are stored, of this study or not */
export function lackingRunsOf(
  kept: Pick<KeptStudy, 'id' | 'study' | 'unscored'>,
  stored: readonly Pick<RunSummary, 'id' | 'state' | 'budget' | 'arms'>[],
): LackingRuns {
  const { done } = storedRunsOf(kept, stored);
  const ids = new Set<string>();
  let [responses, rewards] = [0, 0];
  for (const { id, budget, arms } of stored) {
    if (!done.has(id)) continue;
    const lacks = arms.reduce((sum, arm) => sum + budget - arm.finishedResponses, 0);
    const unscored = kept.unscored[id] ?? 0;
    if (lacks + unscored > 0) ids.add(id);
    responses += lacks;
    rewards += unscored;
  }
  return { ids, responses, rewards };
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
