import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import type { ParsedRunFile } from '../src/core/index.ts';
import { parseRunFile, runFileFormat } from '../src/storage/index.ts';
import { linesOf } from './lines-of-file.ts';
import { readText } from './read-json.ts';
import { runOfLine, SHARD_NAME } from './shards.ts';
import { STUDY_FILE } from './study-folder.ts';
import { withoutTokens } from './without-tokens.ts';

/** The files of runs in a folder, in the order of their names; or the one file that is named. */
export function filesOfRuns(source: string): readonly string[] {
  const stats = statSync(source, { throwIfNoEntry: false });
  if (stats === undefined) throw new PlainError(`There is no ${source}.`);
  if (!stats.isDirectory()) return [source];
  return readdirSync(source)
    .filter((name) => name.endsWith('.json') && name !== STUDY_FILE)
    .sort()
    .map((name) => join(source, name));
}

/** Whether a file is one of those that a study writes, a run a line. */
export function isShard(path: string): boolean {
  return SHARD_NAME.test(basename(path)) && holdsRuns(path);
}

function holdsRuns(path: string): boolean {
  const runs = runsIn(path);
  const holdsOne = runs.next().done !== true;
  // Closes the file.
  runs.return();
  return holdsOne;
}

/** The lines of the whole runs of a study's file. */
export function* runsIn(path: string): Generator<Buffer, void, undefined> {
  for (const { bytes } of linesOf(path)) {
    const run = runOfLine(bytes);
    if (run !== null) yield run;
  }
}

/**
 * The runs of a file, one after another: of a study's file no two are held at once.
 *
 * @param keepsTokens whether the tokens of its texts are wanted: without them it takes a fraction of the time
 */
export function* runsOfFile(
  path: string,
  keepsTokens: boolean,
): Generator<ParsedRunFile, void, undefined> {
  if (!isShard(path)) {
    yield* runFileFormat.parse(readText(path));
    return;
  }
  for (const run of runsIn(path)) yield parseRun(run, keepsTokens);
}

/** Reads a run from its line. */
export function parseRun(run: Buffer, keepsTokens: boolean): ParsedRunFile {
  return parseRunFile((keepsTokens ? run : withoutTokens(run)).toString('utf8'));
}
