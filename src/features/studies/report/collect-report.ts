import { favouredByConstruction, trustOf } from '../../../rewards/index.ts';
import { kindsOfBuiltInPrompts } from '../../../studies/index.ts';
import { ReportData } from '../../../studies/report/report-data.ts';
import { type ReportFile, reportFiles } from '../../../studies/report/report.ts';
import type { Collector } from '../use-gathering.ts';

/** What a report is asked for. */
export interface ReportOptions {
  readonly question: string;
  /** Arm that the others are held against; null for PRand where it is among them, else the first. */
  readonly baseline: string | null;
  /** Key of the group that alone is told of; null for all. */
  readonly group: string | null;
  /** Whether the runs were chosen for what came of them. */
  readonly areChosen: boolean;
}

/** Those files of a report that stand alone: the page, and all of its figures. */
const KEPT: readonly string[] = ['report.html', 'report.json'];

/** Takes runs, and makes the report that `npx prs-playground report` writes of the same runs, which knows of none that it was chosen. */
export async function collectReport({
  question,
  baseline,
  group,
  areChosen,
}: ReportOptions): Promise<Collector<readonly ReportFile[]>> {
  const kindOf = await kindsOfBuiltInPrompts();
  const data = new ReportData();
  const asked = { question, baseline, areChosen, favouredBy: favouredByConstruction };
  return {
    add: (tree) => {
      data.add(tree);
    },
    make: () =>
      reportFiles({
        data: group === null ? data : data.only(group),
        kindOf,
        trustOf,
        ...asked,
      }).filter(({ name }) => KEPT.includes(name)),
  };
}
