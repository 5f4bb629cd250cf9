import { closeSync, openSync, readdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { storedTree } from '../src/runs/index.ts';
import { TrainingData } from '../src/studies/index.ts';
import { filesOfRuns, runsOfFile } from './files-of-runs.ts';
import { makeFolder } from './make-folder.ts';
import type { TrainingDataOrder } from './read-order.mjs';
import { writeWhole } from './run-log.ts';

/**
 * Writes what the runs of a folder teach into another one: files that TRL trains on, and their card.
 *
 * @throws PlainError with a sentence that says what to do
 * @throws the signal's reason when it is aborted; nothing is written then
 */
export function exportTrainingData(order: TrainingDataOrder, signal: AbortSignal): void {
  const { source, folder, margin, testShare, arms } = order;
  makeFolder(folder);
  if (readdirSync(folder).length > 0) {
    throw new PlainError(`${folder} isn’t empty: name another folder with --out.`);
  }
  const data = new TrainingData({ margin, testShare, arms });
  let runs = 0;
  // One run of a study is held at a time: it has more runs than memory holds.
  for (const path of filesOfRuns(source)) {
    signal.throwIfAborted();
    for (const parsed of runsOfFile(path, false)) {
      if (!parsed.ok) console.error(`${basename(path)} is left out: ${parsed.message}`);
      else {
        data.add(storedTree(parsed.run));
        runs += 1;
      }
    }
  }
  if (runs === 0)
    throw new PlainError(`${source} holds no runs: name a study’s folder, or files of runs.`);
  for (const { name, pieces } of data.files()) writePieces(join(folder, name), pieces);
  console.error(
    `${String(data.rows)} rows from ${String(runs)} runs; README.md beside them says of what, and what was left out.`,
  );
  process.stdout.write(`${folder}\n`);
}

/** Writes a file whole or not at all, whenever this process ends. */
function writePieces(path: string, pieces: readonly string[]): void {
  const file = openSync(`${path}.new`, 'w');
  for (const piece of pieces) writeWhole(file, Buffer.from(piece));
  closeSync(file);
  renameSync(`${path}.new`, path);
}
