import { closeSync, openSync, readdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { storedTree } from '../src/runs/index.ts';
import { TrainingData, type TrainingFile } from '../src/studies/index.ts';
import { filesOfRuns, runsOfFile } from './files-of-runs.ts';
import { makeFolder } from './make-folder.ts';
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
  makeFolder(folder);
  makeEmpty(folder);
  const data = new TrainingData({ margin, testShare, arms });
  let runs = 0;
  // One run of a study is held at a time: it has more runs than memory holds.
  for (const path of filesOfRuns(source)) {
    for (const parsed of runsOfFile(path, false)) {
      await untilHeard(signal);
      if (!parsed.ok) console.error(`${basename(path)} is left out: ${parsed.message}`);
      else {
        data.add(storedTree(parsed.run));
        runs += 1;
      }
    }
  }
  if (runs === 0)
    throw new PlainError(`${source} holds no runs: name a study’s folder, or files of runs.`);
  await writeFiles(folder, data.files(), signal);
  console.error(
    `${String(data.rows)} rows from ${String(runs)} runs; README.md beside them says of what, and what was left out.`,
  );
  process.stdout.write(`${folder}\n`);
}

/** Removes what a kill has left half written. @throws PlainError where anything else stands there */
function makeEmpty(folder: string): void {
  const names = readdirSync(folder);
  if (names.some((name) => !HALF_WRITTEN.test(name))) {
    throw new PlainError(`${folder} isn’t empty: name another folder with --out.`);
  }
  for (const name of names) removeFile(join(folder, name));
}

const HALF_WRITTEN = /\.(jsonl|md)\.new$/;

/** Has the system tell of Ctrl+C, which it does between two turns of the program. @throws the signal's reason when it is aborted */
async function untilHeard(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
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
