import type { RewardModelDescription } from '../../core/index.ts';
import type { GroupAnalysis } from './analyse.ts';
import { countOf } from './figures-in-words.ts';
import type { ReportData } from './report-data.ts';
import type { TrustOf } from './set-up-facts.ts';

/** Why all of a report says less than it seems to: what holds of its runs as a whole. */
export function caveatsOfReport(
  data: ReportData,
  trustOf: TrustOf,
  groups: readonly GroupAnalysis[],
): readonly string[] {
  return [
    ...whoReports(data, groups),
    ...(data.unfinished > 0
      ? [`${countOf(data.unfinished, 'run')} not finished: arms that haven’t ended are left out.`]
      : []),
    ...scorersOf(data).flatMap((scorer) => whatItIsWorth(scorer, trustOf)),
    'Costs are of the model that wrote: what scorers took is not among them.',
  ];
}

function whoReports(data: ReportData, groups: readonly GroupAnalysis[]): readonly string[] {
  const proxies = groups.filter(({ group }) => group.reporter === null).length;
  const apart =
    proxies > 1
      ? [
          `${String(proxies)} groups of runs differ in model, scorer or settings: none is averaged with another.`,
        ]
      : [];
  if (data.reported === 0) {
    return [
      'No other scorer has read these runs: every reward here is a proxy, by the scorer that chose.',
      ...apart,
    ];
  }
  if (data.reported === data.runs) return apart;
  return [
    `Other scorers have read ${String(data.reported)} of ${countOf(data.runs, 'run')}: what they report is over those alone.`,
    ...apart,
  ];
}

function scorersOf({ headers, reporters }: ReportData): readonly RewardModelDescription[] {
  const scorers = [...headers.map(({ rewardModel }) => rewardModel), ...reporters.values()];
  return [...new Map(scorers.map((scorer) => [JSON.stringify(scorer), scorer])).values()];
}

function whatItIsWorth(scorer: RewardModelDescription, trustOf: TrustOf): readonly string[] {
  const trust = trustOf(scorer);
  if (trust.length === 0) {
    return [`How often ${scorer.name} prefers the better of two answers was not measured here.`];
  }
  return trust
    .filter(({ isChance }) => isChance)
    .map(({ sentence }) => `${scorer.name}, where it was measured: ${sentence}.`);
}
