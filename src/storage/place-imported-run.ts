import type { StoredRun } from '../core/index.ts';
import { readStoredRun } from './run-row.ts';
import { contentOf, storable, withHeader } from './schema/run-as-stored.ts';

/** Where an imported run goes. */
export type ImportPlace =
  /** The run is here already, under this id. */
  | { readonly status: 'present'; readonly id: string }
  | { readonly status: 'new'; readonly run: StoredRun };

/**
 * Finds the id for a run from a file.
 *
 * @param candidates runs that could be the same: the one under its id, and those imported under that id before
 * @param taken whether a run, readable or not, has its id
 */
export function placeImport(
  run: StoredRun,
  candidates: readonly StoredRun[],
  taken: boolean,
  newId: () => string,
): ImportPlace {
  const content = contentOf(run);
  const same = candidates.find((candidate) => contentOf(candidate) === content);
  if (same !== undefined) return { status: 'present', id: same.header.id };
  if (!taken) return { status: 'new', run };
  return { status: 'new', run: withHeader({ ...run.header, id: newId() }, run.events) };
}

/**
 * The run in the one form in which runs are compared and kept.
 *
 * @throws StorageError `corrupt` where it isn't a run.
 */
export function readImport({ header, events }: StoredRun): StoredRun {
  return readStoredRun(header, events.map(storable));
}
