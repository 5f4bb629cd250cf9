import { favouredByConstruction, trustOf } from '../../../rewards/index.ts';
import { kindsOfBuiltInPrompts } from '../../../studies/index.ts';
import { ReportData } from '../../../studies/report/report-data.ts';
import { type ReportFile, reportFiles } from '../../../studies/report/report.ts';
import type { Collector } from '../use-gathering.ts';

/** What a report is asked for. */
export interface ReportOptions {
  readonly question: string;
  /** Arm that the others are held against; null for the first. */
  readonly baseline: string | null;
}

/** Those files of a report that stand alone: the page, and all of its figures. */
const KEPT: readonly string[] = ['report.html', 'report.json'];

/** Takes runs, and makes the report that `npx prs-playground report` writes of the same runs. */
export async function collectReport({
  question,
  baseline,
}: ReportOptions): Promise<Collector<readonly ReportFile[]>> {
  const kindOf = await kindsOfBuiltInPrompts();
  const data = new ReportData();
  const favouredBy = favouredByConstruction;
  return {
    add: (tree) => {
      data.add(tree);
    },
    make: () =>
      reportFiles({ data, question, baseline, kindOf, trustOf, favouredBy }).filter(({ name }) =>
        KEPT.includes(name),
      ),
  };
}
