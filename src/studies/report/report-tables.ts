import type { HeadToHead } from '../findings/head-to-head.ts';
import type { WinRatesOfGroup } from '../findings/win-rates.ts';
import type { BudgetAnalysis } from './analyse.ts';
import type { ReportData } from './report-data.ts';
import type { Estimate, ReportCell, ReportTable } from './report-parts.ts';
import type { Cost } from './run-costs.ts';

/** Where a table belongs: what its id begins with, and its title ends with. */
export interface TablePlace {
  readonly id: string;
  readonly title: string;
}

const bounds = ({ interval }: Pick<Estimate, 'interval'>): ReportCell[] => [
  ...[interval?.low ?? null, interval?.high ?? null],
];

const NO_ESTIMATE: readonly ReportCell[] = [null, null, null];

const estimate = (figure: Estimate): ReportCell[] => [figure.mean, ...bounds(figure)];

/** Each arm at equal N and at equal tokens. */
export function winnersTable({ finding }: BudgetAnalysis, place: TablePlace): ReportTable {
  return {
    id: `${place.id}-winners`,
    title: `Winners, ${place.title}`,
    columns: [
      ...['arm', 'prompts', 'reward', 'low', 'high'],
      ...['reward at equal tokens', 'low', 'high', 'tokens read anew or written, a run'],
    ],
    rows: finding.arms.map(({ label, reward, atEqualTokens, tokens }) => [
      ...[label, finding.prompts, ...estimate(reward)],
      ...[...estimate(atEqualTokens), tokens],
    ]),
  };
}

const DUEL_COLUMNS = [
  ...['prompts', 'wins', 'ties', 'losses', 'share', 'low', 'high'],
  ...['difference', 'low', 'high'],
];

function duelCells({ wins, ties, losses, share, shareInterval, difference }: HeadToHead) {
  return [
    ...[wins + ties + losses, wins, ties, losses],
    ...[share, ...bounds({ interval: shareInterval }), ...estimate(difference)],
  ];
}

/** Each pair of arms, a prompt a trial; with the share at equal length where there are prompts enough to tell. */
export function pairsTable(analysis: BudgetAnalysis, place: TablePlace): ReportTable {
  const { finding, lengthControlled } = analysis;
  const isControlled = lengthControlled.length > 0;
  const controlledCells = ({ first, second }: HeadToHead): ReportCell[] => {
    const duel = lengthControlled.find((each) => each.first === first && each.second === second);
    return duel === undefined ? [null, null, null, null] : [...estimate(duel.share), duel.longer];
  };
  return {
    id: `${place.id}-head-to-head`,
    title: `Head to head, ${place.title}`,
    columns: [
      ...['arm', 'against', ...DUEL_COLUMNS],
      ...(isControlled ? ['share at equal length', 'low', 'high', 'characters longer'] : []),
    ],
    rows: finding.duels.map((duel) => [
      ...[duel.first, duel.second, ...duelCells(duel)],
      ...(isControlled ? controlledCells(duel) : []),
    ]),
  };
}

/** Win rates against one arm, apart by preference or by kind of prompt. */
export function winRatesTable(
  rates: readonly WinRatesOfGroup[],
  { id, title }: TablePlace,
  by: string,
): ReportTable {
  return {
    ...{ id, title },
    columns: [by, 'arm', 'against', ...DUEL_COLUMNS],
    rows: rates.flatMap(({ name, duels }) =>
      duels.map((duel) => [name, duel.first, duel.second, ...duelCells(duel)]),
    ),
  };
}

/** The winner against N0; empty where a split isn't sampled for every prompt. */
export function splitsTable({ splits, budget }: BudgetAnalysis, place: TablePlace): ReportTable {
  return {
    id: `${place.id}-splits`,
    title: `Reward against the split, ${place.title}`,
    columns: [
      ...['strategy', 'N0', 'N1', 'prompts that have it', 'reward', 'low', 'high'],
      ...['below the highest, on the same prompts', 'low', 'high'],
    ],
    rows: splits.flatMap(({ name, splits: its }) =>
      its.map(({ drafts, sampled, reward, belowBest }) => [
        ...[name, drafts, budget - drafts, sampled],
        ...(reward === null ? NO_ESTIMATE : estimate(reward)),
        ...(belowBest === null ? NO_ESTIMATE : estimate(belowBest)),
      ]),
    ),
  };
}

/** The best reward so far against responses, or tokens. */
export function curvesTable(
  { finding }: BudgetAnalysis,
  place: TablePlace,
  unit: 'responses' | 'tokens',
): ReportTable {
  return {
    id: `${place.id}-by-${unit}`,
    title: `Reward against ${unit}, ${place.title}`,
    columns: ['arm', unit, 'reward', 'low', 'high'],
    rows: finding.arms.flatMap(({ label, byResponses, byTokens }) =>
      (unit === 'responses' ? byResponses : byTokens).map((point) => [
        ...[label, point.x, ...estimate(point)],
      ]),
    ),
  };
}

/** Refinements against the anchors that they refine. */
export function refinementsTable({ refinements }: BudgetAnalysis, place: TablePlace): ReportTable {
  return {
    id: `${place.id}-refinements`,
    title: `Refinements against their anchors, ${place.title}`,
    columns: [
      ...['arm', 'prompts', 'refinements', 'share above', 'low', 'high'],
      ...['mean difference', 'low', 'high'],
    ],
    rows: refinements.map(({ label, prompts, refinements: count, above, gain }) => [
      ...[label, prompts, count, ...estimate(above), ...estimate(gain)],
    ]),
  };
}

/** What each arm took of a run, apart for each group where there are several, and all of them together. */
export function costsTable({ arms, together, runs, groups }: ReportData): ReportTable {
  const isSeveral = groups.length > 1;
  const names = new Map(groups.map(({ key, name }) => [key, name]));
  const row = (group: string, name: string, count: number, cost: Cost): ReportCell[] => [
    ...(isSeveral ? [group] : []),
    ...[name, count, cost.calls, cost.withoutAnswer, cost.promptTokens, cost.cachedPromptTokens],
    ...[cost.completionTokens, count === 0 ? null : cost.calls / count],
    count === 0 ? null : (cost.promptTokens + cost.completionTokens) / count,
  ];
  return {
    id: 'costs',
    title: 'Costs',
    columns: [
      ...(isSeveral ? [RUNS_OF] : []),
      ...['arm', 'runs', 'calls', 'calls without answer', 'tokens read', 'of them cached'],
      ...['tokens written', 'calls a run', 'tokens read or written, a run'],
    ],
    rows: [
      ...arms.map(({ group, label, runs: its, sum }) =>
        row(names.get(group) ?? '', label, its, sum),
      ),
      row('all', 'all together, what arms share once', runs, together),
    ],
  };
}

/** What heads the column that tells groups of runs apart. */
const RUNS_OF = 'runs of';

/** The table with a column that says whose runs its rows are of, so that rows of several groups can be put into one sheet. */
export function tableOfGroup(table: ReportTable, group: string): ReportTable {
  return {
    ...table,
    columns: [RUNS_OF, ...table.columns],
    rows: table.rows.map((row) => [group, ...row]),
  };
}
