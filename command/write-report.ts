import { closeSync, openSync, readdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import type { RewardModelDescription } from '../src/core/index.ts';
import { badgesFor, MEASURED_TABLE } from '../src/rewards/index.ts';
import { storedTree } from '../src/runs/index.ts';
import { builtInPromptSet } from '../src/studies/index.ts';
import { reportFiles } from '../src/studies/report/report.ts';
import { ReportData } from '../src/studies/report/report-data.ts';
import { responseRows } from '../src/studies/report/response-rows.ts';
import type { ScorerTrust } from '../src/studies/report/set-up-facts.ts';
import { filesOfRuns, runsOfFile } from './files-of-runs.ts';
import { makeFolder } from './make-folder.ts';
import type { ReportOrder } from './read-order.mjs';
import { writeFileWhole, writeWhole } from './run-log.ts';

const RESPONSES = 'responses.jsonl';

/**
 * Writes a report on the runs of folders into another one: a page, all its figures, each table, and every text. The same runs give
 * the same bytes.
 *
 * @throws PlainError with a sentence that says what to do
 * @throws the signal's reason when it is aborted
 */
export async function writeReport(order: ReportOrder, signal: AbortSignal): Promise<void> {
  const { sources, folder, question, baseline } = order;
  makeFolder(folder);
  if (readdirSync(folder).length > 0) {
    throw new PlainError(`${folder} isn’t empty: name another folder with --out.`);
  }
  const data = await readRuns(sources, join(folder, RESPONSES), signal);
  const kinds = new Map((await builtInPromptSet()).map(({ prompt, kind }) => [prompt, kind]));
  const kindOf = (prompt: string): string | null => kinds.get(prompt) ?? null;
  const files = reportFiles({ data, question, baseline, kindOf, trustOf });
  for (const { name, text } of files) writeFileWhole(join(folder, name), text);
  console.error(`A report on ${String(data.runs)} runs: open report.html.`);
  process.stdout.write(`${folder}\n`);
}

/** Reads the runs one after another, keeps of each what a report needs, and writes its texts down. */
async function readRuns(
  sources: readonly string[],
  responses: string,
  signal: AbortSignal,
): Promise<ReportData> {
  const data = new ReportData();
  const file = openSync(`${responses}.new`, 'w');
  try {
    for (const path of sources.flatMap(filesOfRuns)) {
      // The tokens of the texts are nine tenths of a file, and no figure rests on them.
      for (const parsed of runsOfFile(path, false)) {
        signal.throwIfAborted();
        if (!parsed.ok) console.error(`${basename(path)} is left out: ${parsed.message}`);
        else {
          const tree = storedTree(parsed.run);
          if (!data.add(tree)) continue;
          const rows = responseRows(tree).map((row) => `${JSON.stringify(row)}\n`);
          writeWhole(file, Buffer.from(rows.join('')));
        }
      }
      // Ctrl+C is heard between files.
      await Promise.resolve();
    }
  } finally {
    closeSync(file);
  }
  if (data.runs === 0) {
    throw new PlainError(
      `${sources.join(', ')} holds no runs: name a study’s folder, or files of runs.`,
    );
  }
  renameSync(`${responses}.new`, responses);
  return data;
}

/** How often a scorer of this edition preferred the better of two marked answers. */
function trustOf({ id, version }: RewardModelDescription): readonly ScorerTrust[] {
  const figures = MEASURED_TABLE.figures.filter((figure) => figure.version === version);
  return badgesFor(id, { ...MEASURED_TABLE, figures }).map((badge) => ({
    sentence: badge.sentence,
    isChance: badge.noBetterThanChance || badge.worseThanChance,
  }));
}
