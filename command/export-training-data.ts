import { closeSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { TrainingData, type TrainingFile } from '../src/studies/index.ts';
import { makeEmptyFolder, treesOfSources, untilHeard } from './from-runs-to-folder.ts';
import type { TrainingDataOrder } from './read-order.mjs';
import { removeFile, writeWhole } from './run-log.ts';

/**
 * Writes what the runs of a folder teach into another one: files that TRL trains on, and their card.
 *
 * @throws PlainError with a sentence that says what to do
 * @throws the signal's reason when it is aborted; nothing is written then
 */
export async function exportTrainingData(
  order: TrainingDataOrder,
  signal: AbortSignal,
): Promise<void> {
  const { source, folder, margin, testShare, arms } = order;
  makeEmptyFolder(folder);
  const data = new TrainingData({ margin, testShare, arms });
  let runs = 0;
  for await (const { tree } of treesOfSources([source], signal)) {
    data.add(tree);
    runs += 1;
  }
  await writeFiles(folder, data.files(), signal);
  console.error(
    `${String(data.rows)} rows from ${String(runs)} runs; README.md beside them says of what, and what was left out.`,
  );
  process.stdout.write(`${folder}\n`);
}

/** Writes all of them, or none where it is stopped or fails. */
async function writeFiles(
  folder: string,
  files: readonly TrainingFile[],
  signal: AbortSignal,
): Promise<void> {
  const begun: string[] = [];
  try {
    for (const { name, pieces } of files) {
      const path = join(folder, name);
      begun.push(path);
      writePieces(path, pieces);
      await untilHeard(signal);
    }
  } catch (error) {
    for (const path of begun) {
      removeFile(`${path}.new`);
      removeFile(path);
    }
    throw error;
  }
}

/** Writes a file whole or not at all, whenever this process ends. */
function writePieces(path: string, pieces: readonly string[]): void {
  const file = openSync(`${path}.new`, 'w');
  try {
    for (const piece of pieces) writeWhole(file, Buffer.from(piece));
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
}
