import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  type Clock,
  cutText,
  late,
  messageOf,
  type RunStore,
  type StoredRun,
} from '../core/index.ts';
import type { ExportedRun } from './export-all-runs.ts';
import type { ImportDependencies, ImportOutcome, RunFile } from './import-run-files.ts';

export type { ImportOutcome } from './import-run-files.ts';

export interface SavedRunsDependencies extends ImportDependencies {
  readonly clock: Clock;
  /** Whoever has a run on screen hears of what is done to the kept one. */
  readonly screen?: RunScreen;
}

export interface RunScreen {
  renamed(id: string, name: string): void;
  removed(id: string): void;
}

/** Options for `useQuery` and `useMutation` about the runs that are kept. */
export type SavedRunsQueries = ReturnType<typeof createSavedRunsQueries>;

const KEY = ['saved-runs'] as const;

const ON_ONE_SCREEN = 20;

/**
 * The storage is on this machine, so it's asked whether the network is there or not. It is not asked again where it fails:
 * a full disk or a damaged run doesn't mend within seconds.
 */
const LOCAL = { networkMode: 'always', retry: false } as const;

/** @param dependencies injected, since screens know neither storage nor file format */
export function createSavedRunsQueries(dependencies: SavedRunsDependencies) {
  const { store, screen } = dependencies;
  return {
    /** False where runs are gone with the page. */
    kept: store.kept,
    ...listQueries(store),
    /** One run, as it is stored. Fails with a sentence where it is no longer there. */
    run: (id: string) =>
      queryOptions({ ...LOCAL, queryKey: [...KEY, 'run', id], queryFn: () => loadRun(store, id) }),
    rename: () =>
      mutationOptions({
        ...LOCAL,
        mutationFn: async ({ id, name }: { readonly id: string; readonly name: string }) => {
          await store.rename(id, name);
          screen?.renamed(id, name);
        },
        onSettled: refresh,
      }),
    remove: () =>
      mutationOptions({
        ...LOCAL,
        mutationFn: async (id: string) => {
          await store.remove(id);
          screen?.removed(id);
        },
        onSettled: refresh,
      }),
    ...queriesFromElsewhere(dependencies),
    exportFile: () =>
      mutationOptions({ ...LOCAL, mutationFn: (id: string) => exportRunFile(id, dependencies) }),
    /** Every run that can be read, as one file. */
    exportAll: () =>
      mutationOptions({
        ...LOCAL,
        mutationFn: async () => (await exporting.load()).exportAllRuns(dependencies),
      }),
    /** A run that is at hand as a file, whether it is stored or not. */
    fileOf: (run: StoredRun): ExportedRun => fileOf(run, dependencies),
  };
}

/** Runs that weren't sampled here. */
function queriesFromElsewhere(dependencies: ImportDependencies) {
  return {
    /** Never fails as a whole: each file has its own outcome. */
    importFiles: () =>
      mutationOptions({
        ...LOCAL,
        mutationFn: (files: readonly RunFile[]) => importLate(files, dependencies),
        onSettled: refresh,
      }),
    /** Keeps a run that is on screen; gives the id that it is kept under. */
    keep: () =>
      mutationOptions({
        ...LOCAL,
        mutationFn: (run: StoredRun) => dependencies.store.importRun(run, 'kept'),
        onSettled: refresh,
      }),
  };
}

const exporting = late('What exports all runs', () => import('./export-all-runs.ts'));
const importing = late('What imports runs', () => import('./import-run-files.ts'));

/** Its code is fetched when files come first; where it can’t be, each of them is refused with a sentence. */
function importLate(
  files: readonly RunFile[],
  dependencies: ImportDependencies,
): Promise<readonly ImportOutcome[]> {
  return importing.load().then(
    ({ importRunFiles }) => importRunFiles(files, dependencies),
    (error: unknown) =>
      files.map(({ name: fileName }) => ({
        ...({ status: 'refused', fileName } as const),
        message: messageOf(error),
      })),
  );
}

/** What is stored, all of it or as much as is wanted. */
function listQueries(store: RunStore) {
  return {
    list: () => queryOptions({ ...LOCAL, queryKey: [...KEY, 'list'], queryFn: () => store.list() }),
    /** As many as a screen has room for: they are there before all of them are. */
    newest: () =>
      queryOptions({
        ...LOCAL,
        queryKey: [...KEY, 'newest'],
        queryFn: () => store.newest(ON_ONE_SCREEN),
      }),
    /** Whether nothing is stored, not even what can't be read. */
    none: () =>
      queryOptions({
        ...LOCAL,
        queryKey: [...KEY, 'none'],
        queryFn: async () => (await store.count()) === 0,
      }),
  };
}

/** Reads every list and run anew, after a change from outside these queries too, such as a run that has ended. */
export function refreshSavedRuns(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: KEY });
}

function refresh(
  _data: unknown,
  _error: Error | null,
  _variables: unknown,
  _result: unknown,
  { client }: { readonly client: QueryClient },
): Promise<void> {
  return refreshSavedRuns(client);
}

async function loadRun(store: RunStore, id: string): Promise<StoredRun> {
  const run = await store.load(id);
  if (run === null) throw new Error('This run is no longer stored: it was deleted.');
  return run;
}

async function exportRunFile(
  id: string,
  dependencies: SavedRunsDependencies,
): Promise<ExportedRun> {
  return fileOf(await loadRun(dependencies.store, id), dependencies);
}

function fileOf(
  run: StoredRun,
  { format, clock }: Pick<SavedRunsDependencies, 'format' | 'clock'>,
): ExportedRun {
  const text = format.export(run, clock.now());
  return { fileName: runFileName(run.header.name), text };
}

const MOST_LETTERS = 60;

/** The run's name with nothing that a file system or a shell could take for more than a name. */
export function runFileName(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-');
  const short = cutText(words, MOST_LETTERS).replaceAll(/^-|-$/gu, '');
  return `${short === '' ? 'run' : short}.prs.json`;
}
