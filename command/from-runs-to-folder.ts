import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import type { SamplingTree } from '../src/core/index.ts';
import { storedTree } from '../src/runs/index.ts';
import { filesOfRuns, runsOfFile } from './files-of-runs.ts';
import { makeFolder } from './make-folder.ts';
import { removeFile } from './run-log.ts';

/**
 * Makes a folder that something is written into, and removes from it what a kill has left half written.
 *
 * @throws PlainError where it can't be made, or anything else stands there
 */
export function makeEmptyFolder(folder: string): void {
  makeFolder(folder);
  const names = readdirSync(folder);
  if (names.some((name) => !HALF_WRITTEN.test(name))) {
    throw new PlainError(`${folder} isn’t empty: name another folder with --out.`);
  }
  for (const name of names) removeFile(join(folder, name));
}

const HALF_WRITTEN = /\.(jsonl|md|html|json|csv)\.new$/;

/** A run, and the file or folder of those asked for that it was read from. */
export interface TreeOfSource {
  readonly source: string;
  readonly tree: SamplingTree;
}

/**
 * The runs of folders and files, one after another: only one is held at a time, since a study has more than memory holds. What can't be
 * read is said and left out.
 *
 * @throws PlainError where there is no run at all
 * @throws the signal's reason when it is aborted
 */
export async function* treesOfSources(
  sources: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<TreeOfSource, void, undefined> {
  let isEmpty = true;
  for (const source of sources) {
    for (const path of filesOfRuns(source)) {
      // The tokens of the texts are nine tenths of a file, and nothing that is made of many runs rests on them.
      for (const parsed of runsOfFile(path, false)) {
        await untilHeard(signal);
        if (!parsed.ok) console.error(`${basename(path)} is left out: ${parsed.message}`);
        else {
          isEmpty = false;
          yield { source, tree: storedTree(parsed.run) };
        }
      }
    }
  }
  if (isEmpty) {
    throw new PlainError(
      `${sources.join(', ')} holds no runs: name a study’s folder, or files of runs.`,
    );
  }
}

/** Has the system tell of Ctrl+C, which it does between two turns of the program. @throws the signal's reason when it is aborted */
export async function untilHeard(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}
