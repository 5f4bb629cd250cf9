import { type AnalysisRequest, analyse, type GroupAnalysis } from './analyse.ts';
import { budgetSection } from './budget-section.ts';
import { comparisonSections } from './comparison.ts';
import { caveatsOfReport } from './report-caveats.ts';
import { countOf } from './figures-in-words.ts';
import type { ReportData } from './report-data.ts';
import { reportPage } from './report-page.ts';
import type { ReportBlock, ReportSection, ReportTable } from './report-parts.ts';
import { reportedBy, sentencesOf } from './report-sentences.ts';
import { costsTable, tableOfGroup, type TablePlace } from './report-tables.ts';
import { setUpTable, type TrustOf } from './set-up-facts.ts';
import { tableAsCsv } from './table-as-csv.ts';

/** What a report is asked for. */
export interface ReportRequest extends Omit<AnalysisRequest, 'runs'> {
  readonly data: ReportData;
  /** What the study is to answer, for people. */
  readonly question: string;
  /** What is known of a scorer's reliability. */
  readonly trustOf: TrustOf;
}

/** A file of a report. */
export interface ReportFile {
  readonly name: string;
  readonly text: string;
}

/** The report on many runs: a page, all of its figures, and each table. The same runs give the same files. */
export function reportFiles(request: ReportRequest): readonly ReportFile[] {
  const { data, question, trustOf } = request;
  const groups = analyse({ ...request, runs: data.readings });
  const places = placed(groups);
  const setUp = setUpTable(data, trustOf, places.map(fileNames));
  const comparisons = comparisonSections(data);
  const sections: readonly ReportSection[] = [
    sectionWith('What came of it', [
      { kind: 'sentences', sentences: [WHO_REPORTS] },
      ...groups.flatMap(outcomeBlocks),
    ]),
    sectionWith('What was done', [{ kind: 'table', table: setUp, isFolded: false }]),
    ...comparisons,
    ...places.map((placed) => sectionOfPlace(placed, groups.length > 1)),
    costs(data),
    sectionWith('What to keep in mind', [
      { kind: 'list', sentences: caveatsOfReport(data, trustOf, groups) },
    ]),
  ];
  const figures = {
    ...{ question, setUp: setUp.rows, groups, sideBySide: tablesIn(comparisons) },
    ...{ costs: costsTable(data), texts: data.texts },
  };
  return [
    { name: 'report.html', text: reportPage(question, sections) },
    { name: 'report.json', text: `${JSON.stringify(figures, null, 2)}\n` },
    ...tablesIn(sections).map((table) => ({ name: `${table.id}.csv`, text: tableAsCsv(table) })),
  ];
}

const WHO_REPORTS =
  'Proxy: the reward of the scorer that chose the anchors and the winners. Reported: the same texts, read again by another scorer that had no part in choosing.';

function sectionWith(title: string, blocks: readonly ReportBlock[]): ReportSection {
  return { title, blocks, sections: [] };
}

function outcomeBlocks(of: GroupAnalysis): readonly ReportBlock[] {
  return of.budgets.map((analysis) => ({ kind: 'list', sentences: sentencesOf(of, analysis) }));
}

/** Where there are several groups, every row says which it is of. */
function sectionOfPlace(
  { of, analysis, place }: PlacedAnalysis,
  isSeveral: boolean,
): ReportSection {
  const section = budgetSection(of, analysis, place);
  return isSeveral ? withTables(section, (table) => tableOfGroup(table, of.group.name)) : section;
}

function withTables(
  { blocks, sections, ...section }: ReportSection,
  change: (table: ReportTable) => ReportTable,
): ReportSection {
  return {
    ...section,
    blocks: blocks.map((block) =>
      block.kind === 'table' ? { ...block, table: change(block.table) } : block,
    ),
    sections: sections.map((inner) => withTables(inner, change)),
  };
}

interface PlacedAnalysis {
  readonly of: GroupAnalysis;
  readonly analysis: GroupAnalysis['budgets'][number];
  readonly place: TablePlace;
}

/** Which runs the tables of a group and N are of. */
function fileNames({ of, analysis, place }: PlacedAnalysis): readonly [string, string] {
  return [`Tables ${place.id}-…`, `${of.group.name}, N = ${String(analysis.budget)}`];
}

/** Each group and N with a name for its files that no other has. */
function placed(groups: readonly GroupAnalysis[]): readonly PlacedAnalysis[] {
  const taken = new Map<string, number>();
  return groups.flatMap((of) =>
    of.budgets.map((analysis) => {
      const { reporter } = of.group;
      const name = `n${String(analysis.budget)}-${reporter === null ? 'proxy' : 'reported'}`;
      const before = taken.get(name) ?? 0;
      taken.set(name, before + 1);
      const id = before === 0 ? name : `${name}-${String(before + 1)}`;
      const title = `N = ${String(analysis.budget)}. ${reportedBy(of)}`;
      return { of, analysis, place: { id, title } };
    }),
  );
}

function costs(data: ReportData): ReportSection {
  const { together, arms } = data;
  const alone = arms.reduce((sum, { sum: { calls } }) => sum + calls, 0);
  const unanswered =
    together.withoutAnswer === 0
      ? ''
      : `, ${countOf(together.withoutAnswer, 'of them', 'of them')} without an answer`;
  return sectionWith('Costs', [
    {
      kind: 'sentences',
      sentences: [
        `${countOf(together.calls, 'call')} of the model${unanswered}, ${countOf(together.promptTokens, 'token')} read and ${countOf(together.completionTokens, 'token')} written. Arms share the texts that they ask for alike: each by itself would have taken ${countOf(alone, 'call')}.`,
      ],
    },
    { kind: 'table', table: costsTable(data), isFolded: false },
  ]);
}

function tablesIn(sections: readonly ReportSection[]): readonly ReportTable[] {
  return sections.flatMap(({ blocks, sections: inner }) => [
    ...blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
    ...tablesIn(inner),
  ]);
}
