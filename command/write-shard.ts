import { RUNS_BETWEEN } from '../src/storage/run-file/import-and-export-run.ts';
import { removeFile, writeFileWhole } from './run-log.ts';
import { sumOf, tailWithSums } from './shard-sums.ts';

/**
 * Writes a study's file of finished runs anew, whole or not at all. Without a run it is removed, since a page opens none such.
 *
 * @param head what stands before its runs
 * @param runs their lines, without a comma behind
 */
export function writeShard(path: string, head: string, runs: readonly string[]): void {
  if (runs.length === 0) removeFile(path);
  else writeFileWhole(path, `${head}${runs.join(RUNS_BETWEEN)}${tailWithSums(runs.map(sumOf))}`);
}
