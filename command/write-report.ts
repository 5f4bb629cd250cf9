import { join } from 'node:path';
import { favouredByConstruction, trustIn } from '../src/rewards/index.ts';
import { kindsOfBuiltInPrompts } from '../src/studies/index.ts';
import { countOf } from '../src/studies/report/figures-in-words.ts';
import { copiesInWords } from '../src/studies/report/report-caveats.ts';
import { reportFiles } from '../src/studies/report/report.ts';
import { ReportData } from '../src/studies/report/report-data.ts';
import { responseRows } from '../src/studies/report/response-rows.ts';
import { makeEmptyFolder, treesOfSources } from './from-runs-to-folder.ts';
import type { ReportOrder } from './read-order.mjs';
import { namesOfSources } from './names-of-sources.ts';
import { ResponsesFile } from './responses-file.ts';
import { writeFileWhole } from './run-log.ts';

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
  makeEmptyFolder(folder);
  const responses = new ResponsesFile(join(folder, RESPONSES));
  try {
    const data = await readRuns(sources, responses, signal);
    const files = reportFiles({
      ...{ data, question, baseline, trustOf: await trustIn(data.scorers) },
      kindOf: await kindsOfBuiltInPrompts(),
      // Nothing in a file says so.
      ...{ favouredBy: favouredByConstruction, areChosen: false },
    });
    for (const { name, text } of files) writeFileWhole(join(folder, name), text);
    responses.keep();
    const copies = copiesInWords(data);
    if (copies !== null) console.error(copies);
    console.error(`A report on ${countOf(data.runs, 'run')}: open report.html.`);
  } finally {
    responses.drop();
  }
  process.stdout.write(`${folder}\n`);
}

/** Reads the runs one after another, keeps of each what a report needs, and writes its texts down. */
async function readRuns(
  sources: readonly string[],
  responses: ResponsesFile,
  signal: AbortSignal,
): Promise<ReportData> {
  const data = new ReportData();
  const names = namesOfSources(sources);
  for await (const { source, tree } of treesOfSources(sources, signal)) {
    const key = data.add(tree, names.get(source) ?? null);
    if (key !== null) responses.put(key, responseRows(tree));
  }
  return data;
}
