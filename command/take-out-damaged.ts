import { closeSync, openSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { parseRunFile } from '../src/storage/index.ts';
import { CURRENT_VERSION } from '../src/storage/migrations/migrate-run.ts';
import { runsHead } from '../src/storage/run-file/import-and-export-run.ts';
import { linesOf } from './lines-of-file.ts';
import { putNameOntoDisk, putOntoDisk } from './onto-disk.ts';
import { writeWhole } from './run-log.ts';
import { runOfLine, SHARD_NAME } from './shards.ts';
import { sumsOfLine, ToldSums } from './shard-sums.ts';
import { writeShard } from './write-shard.ts';

/**
 * Takes lines that are damaged out of a study's files of finished runs, so that their runs are sampled again: those whose sum isn't
 * theirs any more, or where the file tells no sums, those that can't be read. They are put beside the file, and the other runs stay.
 *
 * @param now milliseconds since the epoch
 * @throws PlainError where one without sums has runs of a newer version of PRS Playground, which can't be told from damaged ones
 */
export function takeOutDamaged(folder: string, now: number): void {
  for (const name of readdirSync(folder).filter((each) => SHARD_NAME.test(each))) {
    const path = join(folder, name);
    const { damaged, isOfStudy } = lookThrough(path);
    // Another file of such a name is left alone.
    if (damaged.size === 0 || !isOfStudy) continue;
    const beside = path.replace(/json$/, 'damaged');
    writeShard(path, runsHead(now), putAside(path, damaged, beside));
    const lines = `line${damaged.size === 1 ? '' : 's'} ${[...damaged].join(', ')}`;
    console.error(
      `${name}, ${lines}: damaged, and put into ${basename(beside)}. What was lost with it is sampled again as the study goes on.`,
    );
  }
}

/**
 * Puts the damaged lines of a file behind those that another has, onto the disk.
 *
 * @returns the other runs
 */
function putAside(path: string, damaged: ReadonlySet<number>, beside: string): readonly string[] {
  const kept: string[] = [];
  const aside = openSync(beside, 'a');
  try {
    for (const { bytes, number } of linesOf(path)) {
      const run = runOfLine(bytes);
      if (damaged.has(number)) writeWhole(aside, Buffer.concat([bytes, LINE_FEED]));
      else if (run !== null) kept.push(run.toString('utf8'));
    }
    putOntoDisk(aside);
  } finally {
    closeSync(aside);
  }
  putNameOntoDisk(beside);
  return kept;
}

const LINE_FEED = Buffer.from('\n');

/** @returns numbers of the damaged lines, from 1, and whether it is a study's file at all */
function lookThrough(path: string): {
  readonly damaged: ReadonlySet<number>;
  readonly isOfStudy: boolean;
} {
  /** Each that should be a run, with its sum; null where it is none, whatever sums are told. */
  const lines: { readonly number: number; readonly sum: string | null }[] = [];
  const told = new ToldSums();
  let isOfStudy = false;
  for (const { bytes, number } of linesOf(path)) {
    const run = runOfLine(bytes);
    isOfStudy ||= run !== null || isMark(bytes);
    const sum = told.read(bytes, run);
    if (run !== null || !isFrame(bytes)) lines.push({ number, sum });
  }
  const sums = told.vouched;
  const suspects = new Set(
    lines.filter(({ sum }) => sum === null || sums?.has(sum) !== true).map((line) => line.number),
  );
  return { damaged: sums === null ? unreadable(path, suspects) : suspects, isOfStudy };
}

/** Those of the lines that hold no run that can be read. */
function unreadable(path: string, suspects: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { bytes, number } of linesOf(path)) {
    if (!suspects.has(number)) continue;
    const run = runOfLine(bytes);
    if (run !== null) checkVersion(run, path);
    if (run === null || !parseRunFile(run.toString('utf8')).ok) found.add(number);
  }
  return found;
}

const VERSION = /"version":(\d+)/;
const MOST_BEFORE_VERSION = 60;

/** @param run its line */
function checkVersion(run: Buffer, path: string): void {
  const [, version = ''] = VERSION.exec(run.toString('utf8', 0, MOST_BEFORE_VERSION)) ?? [];
  if (Number(version) <= CURRENT_VERSION) return;
  throw new PlainError(
    `${path} has runs of a newer version of PRS Playground (format ${version}): go on with that, or name another folder with --out.`,
  );
}

const [, MARK = ''] = runsHead(0).split('\n');
const FRAME = new Set(['{', MARK, '"runs": [', ']', '],', '}']);
const MOMENT = /^"exportedAt": "[\dT:.Z-]+",$/;
const MOST_OF_FRAME = 60;

function isMark(line: Buffer): boolean {
  return line.length === MARK.length && line.toString('utf8') === MARK;
}

/** Whether a line is one of those before and behind the runs. */
function isFrame(line: Buffer): boolean {
  if (line.length > MOST_OF_FRAME) return sumsOfLine(line) !== null;
  const text = line.toString('utf8');
  return FRAME.has(text) || MOMENT.test(text) || sumsOfLine(line) !== null;
}
