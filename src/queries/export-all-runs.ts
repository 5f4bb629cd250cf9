import type { Clock, RunFileFormat, RunStore } from '../core/index.ts';

/** A run as a file that is ready to be saved. */
export interface ExportedRun {
  readonly fileName: string;
  readonly text: string;
}

export interface ExportDependencies {
  readonly store: RunStore;
  readonly format: RunFileFormat;
  readonly clock: Clock;
}

/** Every run that can be read, as one file. Fails with a sentence where there is none, or more than can be imported again. */
export async function exportAllRuns({
  store,
  format,
  clock,
}: ExportDependencies): Promise<ExportedRun> {
  const files: string[] = [];
  let bytes = 0;
  for (const { id } of (await store.list()).runs) {
    // Deleted meanwhile in another tab, or damaged: the others are wanted all the same.
    const run = await store.load(id).catch(() => null);
    if (run === null) continue;
    const file = format.export(run, clock.now());
    bytes += bytesIn(file);
    if (bytes > format.maxBytes) throw new Error(tooMuch(format.maxBytes));
    files.push(file);
  }
  if (files.length === 0) throw new Error('There is no run to export.');
  const now = clock.now();
  const day = new Date(now).toISOString().slice(0, 'yyyy-mm-dd'.length);
  return { fileName: `runs-${day}.prs.json`, text: format.join(files, now) };
}

/** Of a text as a file holds it: a letter may take several. */
function bytesIn(text: string): number {
  return new Blob([text]).size;
}

function tooMuch(maxBytes: number): string {
  const most = Math.floor(maxBytes / 1_000_000).toLocaleString('en');
  return `All runs together take more than ${most} MB, which is more than can be imported again: export them one by one.`;
}
