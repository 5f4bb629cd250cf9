import type { BudgetAnalysis, GroupAnalysis } from './analyse.ts';
import { whole } from './figures-in-words.ts';
import type {
  CurvesChart,
  IntervalsChart,
  ReportBlock,
  ReportSection,
  ReportTable,
} from './report-parts.ts';
import { reportedBy } from './report-sentences.ts';
import {
  curvesTable,
  pairsTable,
  refinementsTable,
  splitsTable,
  type TablePlace,
  winnersTable,
  winRatesTable,
} from './report-tables.ts';

/** All that one group says at one N. */
export function budgetSection(
  of: GroupAnalysis,
  analysis: BudgetAnalysis,
  place: TablePlace,
): ReportSection {
  const rewardName = of.group.reporter === null ? 'reward (proxy)' : 'reward';
  const parts = { analysis, place, rewardName };
  return {
    title: `N = ${String(analysis.budget)}. ${reportedBy(of)}`,
    blocks: [],
    sections: [
      winners(parts),
      curves(parts),
      ...(analysis.splits.length === 0 ? [] : [splits(parts)]),
      ...(analysis.refinements.length === 0 ? [] : [refinements(parts)]),
      headToHead(parts),
      preferencesAndKinds(parts),
      {
        title: 'What to keep in mind',
        blocks: [{ kind: 'list', sentences: analysis.caveats.map(({ sentence }) => sentence) }],
        sections: [],
      },
    ],
  };
}

interface Parts {
  readonly analysis: BudgetAnalysis;
  readonly place: TablePlace;
  /** "reward", or that it is a proxy. */
  readonly rewardName: string;
}

const folded = (table: ReportTable): ReportBlock => ({ kind: 'table', table, isFolded: true });
const open = (table: ReportTable): ReportBlock => ({ kind: 'table', table, isFolded: false });

function winners({ analysis, place, rewardName }: Parts): ReportSection {
  const { arms, equalTokens } = analysis.finding;
  const chart = (label: string, rows: IntervalsChart['rows']): ReportBlock => ({
    kind: 'chart',
    chart: {
      ...{ kind: 'intervals', label, reference: null, rows },
      axis: `mean ${rewardName} of the winner, 95 % band`,
    },
  });
  return {
    title: 'Winners by arm',
    blocks: [
      chart(
        'At equal N',
        arms.map(({ label, reward }) => ({ label, ...reward })),
      ),
      chart(
        'At equal tokens',
        arms.map(({ label, atEqualTokens }) => ({ label, ...atEqualTokens })),
      ),
      {
        kind: 'sentences',
        sentences: [
          `Bands hold 95 % of a bootstrap over prompts. At equal tokens: the best within what the cheapest of these arms takes in each run, ${whole(equalTokens ?? 0)} tokens on average.`,
        ],
      },
      open(winnersTable(analysis, place)),
    ],
    sections: [],
  };
}

function curves({ analysis, place, rewardName }: Parts): ReportSection {
  const { arms } = analysis.finding;
  const chart = (unit: 'responses' | 'tokens'): CurvesChart => ({
    kind: 'curves',
    label: `Best so far against ${unit}`,
    xAxis: unit === 'tokens' ? 'tokens read anew or written' : unit,
    yAxis: `mean best ${rewardName}`,
    curves: arms.map(({ label, byResponses, byTokens }) => ({
      label,
      points: (unit === 'responses' ? byResponses : byTokens).map(({ x, mean, interval }) => ({
        x,
        estimate: { mean, interval },
      })),
    })),
  });
  return {
    title: 'Reward against budget',
    isFolded: true,
    blocks: [
      { kind: 'chart', chart: chart('responses') },
      folded(curvesTable(analysis, place, 'responses')),
      { kind: 'chart', chart: chart('tokens') },
      folded(curvesTable(analysis, place, 'tokens')),
      {
        kind: 'sentences',
        sentences: [
          'Arms of drafts alone: the best of k, over all ways to draw k of the N. Others: the best so far in the order sampled, since refinements need their anchor; a smaller N may be split anew.',
        ],
      },
    ],
    sections: [],
  };
}

function splits({ analysis, place, rewardName }: Parts): ReportSection {
  const chart: CurvesChart = {
    kind: 'curves',
    label: 'Winner against N0',
    xAxis: `N0, drafts of N = ${String(analysis.budget)}`,
    yAxis: `mean ${rewardName} of the winner`,
    curves: analysis.splits.map(({ name, splits: its }) => ({
      label: `${name} N0/N1`,
      points: its.map(({ drafts, reward }) => ({ x: drafts, estimate: reward })),
    })),
  };
  return {
    title: 'Reward against the split',
    blocks: [
      { kind: 'chart', chart },
      {
        kind: 'sentences',
        sentences: [
          'Of each run the first N0 drafts, the best of them as the anchor, and its first N1 refinements. What isn’t sampled for every prompt has no value and is marked on the axis.',
        ],
      },
      folded(splitsTable(analysis, place)),
    ],
    sections: [],
  };
}

function refinements({ analysis, place }: Parts): ReportSection {
  return {
    title: 'Drafts against refinements',
    isFolded: true,
    blocks: [
      {
        kind: 'sentences',
        sentences: [
          'Anchors are chosen by the rewards of the scorer that chose, so by that scorer most refinements lie below theirs. Each of an arm’s refinements counts, also where two say the same; shares are means over prompts.',
        ],
      },
      open(refinementsTable(analysis, place)),
    ],
    sections: [],
  };
}

function headToHead({ analysis, place, rewardName }: Parts): ReportSection {
  const { againstBaseline, baseline, lengthControlled } = analysis;
  const chart: IntervalsChart = {
    kind: 'intervals',
    label: `Each arm less ${baseline}`,
    axis: `mean difference of ${rewardName}, 95 % band`,
    reference: 0,
    rows: againstBaseline.map(({ first, difference }) => ({ label: first, ...difference })),
  };
  return {
    title: 'Head to head',
    blocks: [
      ...(againstBaseline.length === 0 ? [] : [{ kind: 'chart', chart } as const]),
      {
        kind: 'sentences',
        sentences: [
          'A prompt is one trial, won by the arm with the higher mean over its runs; the very same reward is a tie and counts half. 95 % of the share: Wilson’s interval. Of the difference: a bootstrap over prompts.',
          ...(lengthControlled.length === 0 ? [] : [AT_EQUAL_LENGTH]),
        ],
      },
      {
        kind: 'table',
        table: pairsTable(analysis, place),
        isFolded: analysis.finding.duels.length > MOST_OPEN_PAIRS,
      },
    ],
    sections: [],
  };
}

/** More pairs are folded away: the chart has those against the baseline. */
const MOST_OPEN_PAIRS = 6;

const AT_EQUAL_LENGTH =
  'At equal length: the share that a logistic regression of who won on the arm and the difference in the winners’ lengths gives where there is none, after AlpacaEval 2 without its term for each prompt, with a bootstrap over prompts. Where it lies nearer to one half than the share, length is a part of why an arm wins. It isn’t told of two arms of which one has hardly ever the longer winner: there it would reach beyond the prompts.';

function preferencesAndKinds({ analysis, place }: Parts): ReportSection {
  const { byPreference, byKind, baseline } = analysis;
  const byKindTable = winRatesTable(
    byKind,
    { id: `${place.id}-kinds`, title: `Win rates by kind of prompt, ${place.title}` },
    'kind of prompt',
  );
  const preferences = winRatesTable(
    byPreference,
    { id: `${place.id}-preferences`, title: `Win rates by preference, ${place.title}` },
    'preference',
  );
  const single = byPreference.filter(({ prompts }) => prompts === 1).length;
  return {
    title: 'By preference and kind of prompt',
    isFolded: true,
    blocks: [
      {
        kind: 'sentences',
        sentences: [
          `Win rates against ${baseline}, with Wilson’s intervals. ${whole(single)} of ${whole(byPreference.length)} preferences are asked of one prompt alone, which says nothing of others.`,
        ],
      },
      ...(byKind.length === 0 ? [] : [open(byKindTable)]),
      folded(preferences),
    ],
    sections: [],
  };
}
