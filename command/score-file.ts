import { basename } from 'node:path';
import type { Clock, ParsedRunFile, SamplingTree, ScoringEvent } from '../src/core/index.ts';
import { storedTree } from '../src/runs/index.ts';
import { runFileFormat } from '../src/storage/index.ts';
import { eventAsJson } from '../src/storage/run-file/import-and-export-run.ts';
import { isShard, parseRun, runsIn } from './files-of-runs.ts';
import { readText } from './read-json.ts';
import { RewrittenShard, withEvents } from './rewritten-shard.ts';
import { writeFileWhole } from './run-log.ts';
import type { ScoringReader } from './scoring-reader.ts';

export interface ScoringParts {
  readonly reader: ScoringReader;
  /** Whether the scorer reads what calls told of their tokens. */
  readonly keepsTokens: boolean;
  readonly clock: Clock;
  /** Told how many texts of a run the scorer was asked about, and how many of these failed, after each run that lacked some. */
  readonly onRead: (texts: number, failed: number) => void;
}

/**
 * Has the runs of a file read, and puts what the scorer said behind each of them. The file stands whole at any moment.
 *
 * @throws what the reader throws, or the signal's reason when it is aborted; of a study's file the runs that were read are kept.
 */
export async function scoreFile(
  path: string,
  parts: ScoringParts,
  signal: AbortSignal,
): Promise<void> {
  if (isShard(path)) {
    for (const run of runsIn(path)) {
      const tree = treeOf(run, parts);
      // A file that lacks nothing is left as it is.
      if (tree !== null && parts.reader.lacks(tree) > 0) return scoreShard(path, parts, signal);
    }
    return;
  }
  await scoreWhole(path, parts, signal);
}

/** Runs that are read at once: while the last texts of one are read, the next has some. */
const RUNS_AT_ONCE = 3;

async function scoreShard(path: string, parts: ScoringParts, signal: AbortSignal): Promise<void> {
  const written = new RewrittenShard(path, parts.clock.now());
  const underWay: Promise<Buffer>[] = [];
  const keepFirst = async (): Promise<void> => {
    const first = underWay.shift();
    if (first !== undefined) written.add(await first);
  };
  const isDone = (run: Buffer): boolean => {
    const tree = treeOf(run, parts);
    return tree === null || parts.reader.lacks(tree) === 0 || parts.reader.hasRead(tree);
  };
  try {
    for (const run of runsIn(path)) {
      signal.throwIfAborted();
      if (underWay.length === 0 && written.takesOver(run, isDone)) continue;
      if (underWay.length === RUNS_AT_ONCE) await keepFirst();
      const scored = scoreRun(run, parts, signal);
      scored.catch(() => undefined);
      underWay.push(scored);
    }
    while (underWay.length > 0) await keepFirst();
    written.finish();
  } catch (error) {
    written.close();
    throw error;
  }
}

async function scoreRun(run: Buffer, parts: ScoringParts, signal: AbortSignal): Promise<Buffer> {
  const tree = treeOf(run, parts);
  if (tree === null) {
    console.error('A run that can’t be read is left as it is.');
    return run;
  }
  return withEvents(run, (await readTree(tree, parts, signal)).map(eventAsJson));
}

function treeOf(run: Buffer, { keepsTokens }: ScoringParts): SamplingTree | null {
  const parsed = parseRun(run, keepsTokens);
  return parsed.ok ? storedTree(parsed.run) : null;
}

async function readTree(
  tree: SamplingTree,
  { reader, onRead }: ScoringParts,
  signal: AbortSignal,
): Promise<readonly ScoringEvent[]> {
  const { events, texts, failed } = await reader.read(tree, signal);
  if (texts > 0) onRead(texts, failed);
  return events;
}

/** A file that somebody exported: it is read and written whole. */
async function scoreWhole(path: string, parts: ScoringParts, signal: AbortSignal): Promise<void> {
  const runs = runFileFormat.parse(readText(path));
  const problem = runs.find((run): run is Unreadable => !run.ok);
  if (problem !== undefined) {
    console.error(`${basename(path)} is left as it is: ${problem.message}`);
    return;
  }
  const now = parts.clock.now();
  const files: string[] = [];
  let isChanged = false;
  for (const parsed of runs) {
    if (!parsed.ok) continue;
    const events = await readTree(storedTree(parsed.run), parts, signal);
    isChanged ||= events.length > 0;
    const run = { ...parsed.run, events: [...parsed.run.events, ...events] };
    files.push(runFileFormat.export(run, now));
  }
  const [only = '', ...others] = files;
  if (isChanged) writeFileWhole(path, others.length === 0 ? only : runFileFormat.join(files, now));
}

type Unreadable = Extract<ParsedRunFile, { readonly ok: false }>;
