import { ARM_KINDS, type ArmKind } from '../../core/index.ts';
import { budgetsOf } from '../findings/arms-of-runs.ts';
import {
  MOST_LINES,
  nameOfCurve,
  overlayOf,
  type OverlayCurve,
  type OverlayPanel,
  reporterInWords,
} from '../overlay/overlay.ts';
import { type RunSet, setsOfRuns } from '../overlay/run-sets.ts';
import { mainArms } from './main-arms.ts';
import type { ReportData } from './report-data.ts';
import type {
  CurvesChart,
  Estimate,
  ReportBlock,
  ReportCell,
  ReportSection,
  ReportTable,
} from './report-parts.ts';

/** Which strategies a chart makes room for first. */
const FIRST_KINDS: readonly ArmKind[] = ['prs', 'prand', 'rand'];

const KINDS: readonly ArmKind[] = [...new Set([...FIRST_KINDS, ...ARM_KINDS])];

/**
 * Several studies, or several groups of runs, beside each other: a section for each scale of rewards that two of them have. None are
 * averaged, and no two scales share an axis.
 */
export function comparisonSections(data: ReportData): readonly ReportSection[] {
  const sources = data.sources;
  const sets = setsOfRuns(data.readings, (run) => sources.get(run) ?? '');
  const main = sets.flatMap(({ runs }) =>
    budgetsOf(runs).flatMap((budget) => mainArms(runs, budget)),
  );
  const kinds = new Map(main.map(({ label, kind }) => [label, kind]));
  return overlayOf({ sets, arms: [...kinds.keys()], onSharedPrompts: false })
    .filter(({ scale }) => isSeveral(sets, scale.key))
    .map((panel, place) => sectionOf(panel, kinds, place + 1));
}

function isSeveral(sets: readonly RunSet[], scale: string): boolean {
  return sets.filter((set) => set.scale.key === scale).length > 1;
}

function sectionOf(
  panel: OverlayPanel,
  kinds: ReadonlyMap<string, ArmKind>,
  place: number,
): ReportSection {
  const { scale, curves, caveats } = panel;
  const drawn = drawnOf(curves, kinds);
  const title = `Side by side. Rewards by ${scale.name}`;
  const id = `side-by-side-${String(place)}`;
  return {
    title,
    blocks: [
      ...chartsOf(scale.name, drawn),
      {
        kind: 'sentences',
        sentences: [
          ...whatIsNotDrawn(curves, drawn),
          ...caveats,
          'Runs that differ in study, model, scorer or settings are never averaged: each has a line of its own.',
        ],
      },
      { kind: 'table', table: winnersTable(curves, { id, title }), isFolded: false },
      { kind: 'table', table: pointsTable(curves, { id, title }), isFolded: true },
    ],
    sections: [],
  };
}

/** Of as many strategies as one chart tells apart; of one, where that has more lines than that. */
function drawnOf(
  curves: readonly OverlayCurve[],
  kinds: ReadonlyMap<string, ArmKind>,
): readonly OverlayCurve[] {
  const drawn: OverlayCurve[] = [];
  for (const kind of KINDS) {
    const its = curves.filter(({ label }) => kinds.get(label) === kind);
    if (drawn.length === 0 || drawn.length + its.length <= MOST_LINES) drawn.push(...its);
  }
  return drawn;
}

function whatIsNotDrawn(
  curves: readonly OverlayCurve[],
  drawn: readonly OverlayCurve[],
): readonly string[] {
  const left = curves.filter((curve) => !drawn.includes(curve)).map(({ label }) => label);
  return left.length === 0
    ? []
    : [
        `In the tables alone, since a chart tells ${String(MOST_LINES)} lines apart: ${[...new Set(left)].join(', ')}.`,
      ];
}

/** One, or more where there are more lines than it tells apart. */
function chartsOf(scale: string, drawn: readonly OverlayCurve[]): readonly ReportBlock[] {
  const charts = Math.ceil(drawn.length / MOST_LINES);
  return Array.from({ length: charts }, (_, at): ReportBlock => {
    const chart: CurvesChart = {
      kind: 'curves',
      label: `Best so far against responses, of each${charts > 1 ? `, ${String(at + 1)} of ${String(charts)}` : ''}`,
      xAxis: 'responses',
      yAxis: `mean best reward by ${scale}`,
      curves: drawn
        .slice(at * MOST_LINES, (at + 1) * MOST_LINES)
        .map(({ set, label, byResponses }) => ({
          label: nameOfCurve({ set, label }),
          points: byResponses.map(({ x, mean, interval }) => ({ x, estimate: { mean, interval } })),
        })),
    };
    return { kind: 'chart', chart };
  });
}

interface Named {
  readonly id: string;
  readonly title: string;
}

const estimate = ({ mean, interval }: Estimate): ReportCell[] => [
  ...[mean, interval?.low ?? null, interval?.high ?? null],
];

function winnersTable(curves: readonly OverlayCurve[], { id, title }: Named): ReportTable {
  return {
    id: `${id}-winners`,
    title: `Winners. ${title}`,
    columns: ['runs of', 'arm', 'N', 'prompts', 'runs', 'reward', 'low', 'high', 'reported by'],
    rows: curves.map(({ set, label, budget, prompts, runs, reward, isProxy }) => [
      ...[set, label, budget, prompts, runs, ...estimate(reward)],
      reporterInWords({ isProxy }),
    ]),
  };
}

function pointsTable(curves: readonly OverlayCurve[], { id, title }: Named): ReportTable {
  return {
    id: `${id}-by-responses`,
    title: `Reward against responses. ${title}`,
    columns: ['runs of', 'arm', 'responses', 'reward', 'low', 'high'],
    rows: curves.flatMap(({ set, label, byResponses }) =>
      byResponses.map((point) => [set, label, point.x, ...estimate(point)]),
    ),
  };
}
