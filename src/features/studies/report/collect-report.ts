import { favouredByConstruction, trustIn } from '../../../rewards/index.ts';
import { createWorkshop, kindsOfBuiltInPrompts } from '../../../studies/index.ts';
import { lookedUp } from '../../../studies/report/make-report.ts';
import { ReportData } from '../../../studies/report/report-data.ts';
import type { ReportFile } from '../../../studies/report/report.ts';
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

/**
 * Takes runs, and makes the report that `npx prs-playground report` writes of the same runs, which knows of none that it was chosen.
 * It is made beside the page's thread, by a worker of its own: what that was told of the runs goes with it.
 */
export async function collectReport({
  question,
  baseline,
  group,
  areChosen,
}: ReportOptions): Promise<Collector<readonly ReportFile[]>> {
  const kindOf = await kindsOfBuiltInPrompts();
  const all = new ReportData();
  return {
    add: (tree) => {
      all.add(tree);
    },
    make: async (signal) => {
      const data = group === null ? all : all.only(group);
      const trustOf = await trustIn(data.scorers);
      const known = lookedUp(data, { kindOf, trustOf, favouredBy: favouredByConstruction });
      const asked = { ...data.parts, ...known, question, baseline, areChosen };
      const workshop = createWorkshop();
      try {
        const files = await workshop.work('report', asked, signal);
        return files.filter(({ name }) => KEPT.includes(name));
      } finally {
        workshop.close();
      }
    },
  };
}
