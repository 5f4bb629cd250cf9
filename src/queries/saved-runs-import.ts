import type { RunFileFormat, RunStore } from '../core/index.ts';

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

interface ImportDependencies {
  readonly store: RunStore;
  readonly format: RunFileFormat;
}

/** Imports file after file; one that can't be read doesn't keep the others from coming. */
export async function importRunFiles(
  files: readonly RunFile[],
  dependencies: ImportDependencies,
): Promise<readonly ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  for (const file of files) outcomes.push(await importRunFile(file, dependencies));
  return outcomes;
}

async function importRunFile(
  file: RunFile,
  { store, format }: ImportDependencies,
): Promise<ImportOutcome> {
  const fileName = file.name;
  const refused = (message: string): ImportOutcome => ({ status: 'refused', fileName, message });
  // Before it is read, so that a film dropped by mistake doesn't fill the memory.
  if (file.size > format.maxBytes) return refused(tooLarge(format.maxBytes));
  try {
    const parsed = format.parse(await file.text());
    if (!parsed.ok) return refused(parsed.message);
    const before = await store.list();
    const runId = await store.importRun(parsed.run);
    const known = before.find(({ id }) => id === runId);
    return {
      status: known === undefined ? 'imported' : 'already-here',
      fileName,
      runId,
      runName: known?.name ?? parsed.run.header.name,
    };
  } catch (cause) {
    return refused(cause instanceof Error ? cause.message : 'The file could not be read.');
  }
}

function tooLarge(maxBytes: number): string {
  const most = Math.floor(maxBytes / 1_000_000).toLocaleString('en');
  return `The file should be at most ${most} MB, which is more than any run takes, but is larger.`;
}
