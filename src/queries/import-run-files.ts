import {
  messageOf,
  type ParsedRunFile,
  type RunFileFormat,
  type RunStore,
  type StoredRun,
} from '../core/index.ts';

/** A file that a person chose; the browser's own `File` is one. */
export interface RunFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  text(): Promise<string>;
}

export type ImportOutcome =
  | {
      readonly status: 'imported' | 'already-here';
      readonly fileName: string;
      readonly runId: string;
      readonly runName: string;
    }
  /** Nothing of the file was kept; `message` is one sentence that says why. */
  | { readonly status: 'refused'; readonly fileName: string; readonly message: string };

type ReadRunFile = (file: RunFile) => AsyncIterable<ParsedRunFile>;

export interface ImportDependencies {
  readonly store: RunStore;
  readonly format: RunFileFormat;
  /** Reads a file's runs one after another; on the page's thread and at once where it is left out. */
  readonly readFile?: ReadRunFile;
}

/** Imports file after file; one that can't be read doesn't keep the others from coming. */
export async function importRunFiles(
  files: readonly RunFile[],
  dependencies: ImportDependencies,
): Promise<readonly ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  for (const file of files) outcomes.push(...(await importRunFile(file, dependencies)));
  return outcomes;
}

/** An outcome for each run of the file. */
async function importRunFile(
  file: RunFile,
  { store, format, readFile }: ImportDependencies,
): Promise<readonly ImportOutcome[]> {
  const fileName = file.name;
  const refused = (message: string): ImportOutcome => ({ status: 'refused', fileName, message });
  // Before it is read, so that a film dropped by mistake doesn't fill the memory.
  if (file.size > format.maxBytes) return [refused(tooLarge(format.maxBytes))];
  try {
    const names = new Map((await store.list()).runs.map(({ id, name }) => [id, name]));
    const outcomes: ImportOutcome[] = [];
    for await (const parsed of readFile?.(file) ?? format.parse(await file.text())) {
      outcomes.push(
        parsed.ok
          ? await importOne(parsed.run, names, { store, fileName })
          : refused(parsed.message),
      );
    }
    return outcomes;
  } catch (cause) {
    return [refused(reasonOf(cause))];
  }
}

interface ImportedInto {
  readonly store: RunStore;
  readonly fileName: string;
}

/** One that can't be stored doesn't keep the others of its file from coming. `names` are of the runs that are here, by id. */
async function importOne(
  run: StoredRun,
  names: Map<string, string>,
  { store, fileName }: ImportedInto,
): Promise<ImportOutcome> {
  try {
    const runId = await store.importRun(run);
    const known = names.get(runId);
    const runName = known ?? run.header.name;
    names.set(runId, runName);
    return { status: known === undefined ? 'imported' : 'already-here', fileName, runId, runName };
  } catch (cause) {
    return { status: 'refused', fileName, message: reasonOf(cause) };
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? messageOf(cause) : 'The file could not be read.';
}

function tooLarge(maxBytes: number): string {
  const most = Math.floor(maxBytes / 1_000_000).toLocaleString('en');
  return `The file should be at most ${most} MB, which is more than any run takes, but is larger.`;
}
