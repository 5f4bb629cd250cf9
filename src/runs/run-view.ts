import type { DurableEvent, SamplingTree } from '../core/index.ts';
import { growTree, replay, type StoredRun } from '../core/index.ts';
import type { Keeping } from './run-keeper.ts';

/** The run on screen. */
export interface RunView {
  /** `elsewhere`: another tab samples it; what is shown is what was stored when it was last read. */
  readonly state: 'idle' | 'loading' | 'running' | 'elsewhere' | 'stopped' | 'finished' | 'failed';
  /** Null before the first run, and while its model is being loaded. */
  readonly tree: SamplingTree | null;
  /** False where the run was opened from storage: recorded, not sampled before this person's eyes. */
  readonly live: boolean;
  /** Why it failed, a sentence for people. */
  readonly problem: string | null;
  /** Why not all of the run is stored; it goes on without, and storing is tried again. */
  readonly storageProblem: string | null;
  /** What is not stored; absent where nothing was ever refused. */
  readonly keeping?: Keeping | undefined;
  /** The scorer that reads the run again now; null while none does. */
  readonly scoring: ScoringProgress | null;
  /** Why the last one could not, a sentence for people; null where it could. */
  readonly scoringProblem: string | null;
}

export interface ScoringProgress {
  /** Of the scoring; null until its scorer is there. */
  readonly id: string | null;
  /** Responses asked about, of those that it had no reward for. */
  readonly done: number;
  readonly total: number;
}

export const IDLE: RunView = {
  state: 'idle',
  tree: null,
  live: false,
  problem: null,
  storageProblem: null,
  scoring: null,
  scoringProblem: null,
};

/** Whether a model is being loaded or a run sampled. */
export function isBusy({ state }: Pick<RunView, 'state'>): boolean {
  return state === 'loading' || state === 'running';
}

/** What the state of a tree means for the view. */
export function viewOf(tree: SamplingTree): Pick<RunView, 'tree' | 'state' | 'problem'> {
  const { state } = tree;
  if (state.status === 'failed') return { tree, state: 'failed', problem: state.message };
  return { tree, state: state.status === 'planned' ? 'running' : state.status, problem: null };
}

/** Whether a stored run was told to have ended: it is neither under way nor was its page closed while it ran. */
export function hasEnded({ events }: StoredRun): boolean {
  const last = events.findLast(({ type }) => type.startsWith('run-'));
  return last !== undefined && last.type !== 'run-started';
}

/** The tree of a stored run. One whose page was closed while it ran has stopped at its last event. */
export function storedTree({ header, events }: StoredRun): SamplingTree {
  const tree = replay(header, events);
  return hasEnded({ header, events })
    ? tree
    : growTree(tree, { type: 'run-stopped', at: lastTime(events, header.createdAt) });
}

/** The last moment that a run's events tell. Milliseconds since the epoch. */
export function lastTime(events: readonly DurableEvent[], otherwise: number): number {
  return events.reduce((latest, event) => Math.max(latest, timeOf(event)), otherwise);
}

function timeOf(event: DurableEvent): number {
  if ('at' in event) return event.at;
  return 'took' in event ? event.took.endedAt : 0;
}
