import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { failedNodes, failedRewards, type StoredRun } from '../src/core/index.ts';
import { storedTree } from '../src/runs/index.ts';
import { parseRunFile } from '../src/storage/index.ts';
import { linesOf } from './lines-of-file.ts';
import { RunLog } from './run-log.ts';
import { runOfLine, SHARD_NAME } from './shards.ts';
import { writeShard } from './write-shard.ts';

/** What the log of every run says that lost a text or a reward: one of both rewards in the second. */
const FAILED = /-failed"|"otherProblem"/;

/**
 * Takes runs of which texts or rewards failed out of the files of finished ones and gives them their logs back, so that they are under way
 * again. A log lies on the disk before its run is taken out: what ends this in between leaves the run in both, where it counts as finished.
 *
 * @param logOf path of a run's log
 */
export function takeOutFailed(folder: string, logOf: (id: string) => string): void {
  for (const name of readdirSync(folder).filter((each) => SHARD_NAME.test(each))) {
    const path = join(folder, name);
    const runs = [...linesOf(path)].flatMap(({ bytes, at }) => {
      const run = runOfLine(bytes);
      return run === null ? [] : [{ line: run.toString('utf8'), at }];
    });
    const lines = runs.map(({ line }) => line);
    const kept = lines.filter((line) => {
      const run = FAILED.test(line) ? runWithFailures(line) : null;
      if (run !== null) RunLog.writeOntoDisk(logOf(run.header.id), run);
      return run === null;
    });
    if (kept.length === lines.length) continue;
    writeShard(path, beginningOf(path, runs[0]?.at ?? 0), kept);
  }
}

/** What stands before the first run of a file. */
function beginningOf(path: string, bytes: number): string {
  const head = Buffer.alloc(bytes);
  const file = openSync(path, 'r');
  try {
    return head.toString('utf8', 0, readSync(file, head, 0, bytes, 0));
  } finally {
    closeSync(file);
  }
}

function runWithFailures(line: string): StoredRun | null {
  const parsed = parseRunFile(line);
  if (!parsed.ok) return null;
  const tree = storedTree(parsed.run);
  return failedNodes(tree).length + failedRewards(tree) > 0 ? parsed.run : null;
}
