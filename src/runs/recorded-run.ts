import type { StoredRun } from '../core/index.ts';
import { IDLE, type RunView, storedTree } from './run-view.ts';

/** How a run that came with the page is shown: nothing is under way, and nothing of it is stored. */
export function viewOfRecorded(run: StoredRun): RunView {
  return { ...IDLE, tree: storedTree(run) };
}
