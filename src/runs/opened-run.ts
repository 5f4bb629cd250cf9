import { messageOf, type RunStore, type StoredRun } from '../core/index.ts';
import type { RunLocks } from './one-tab-run-lock.ts';
import { hasEnded, IDLE, type RunView, storedTree, viewOf } from './run-view.ts';

/** A run as it was read, and what to show of it; without one, why it could not be. */
export interface OpenedRun {
  readonly stored: StoredRun | null;
  readonly view: RunView;
}

/** Reads a stored run. One that has not ended has stopped, unless a tab samples it now. */
export async function readRun(
  runId: string,
  { store, locks }: { readonly store: RunStore; readonly locks: RunLocks },
): Promise<OpenedRun> {
  try {
    const stored = await store.load(runId);
    if (stored === null) throw new Error('This run is not in this browser any more.');
    const elsewhere = !hasEnded(stored) && (await locks.isHeld(runId));
    const view = { ...IDLE, ...viewOf(storedTree(stored)) };
    return { stored, view: elsewhere ? { ...view, state: 'elsewhere' } : view };
  } catch (error) {
    return { stored: null, view: { ...IDLE, state: 'failed', problem: messageOf(error) } };
  }
}
