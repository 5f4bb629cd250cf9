import type { RewardModelDescription } from '../../core/index.ts';
import type { GroupAnalysis } from './analyse.ts';
import { countOf, percent, whole } from './figures-in-words.ts';
import type { ReportData, TextCounts } from './report-data.ts';
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
    ...[copiesInWords(data), cutOffInWords(data)].filter((sentence) => sentence !== null),
    ...data.scorers.flatMap((scorer) => whatItIsWorth(scorer, trustOf)),
    'Costs are of the model that wrote: what scorers took is not among them.',
  ];
}

/** How many copies of runs were left out; null for none. */
export function copiesInWords({ copies, unheard }: ReportData): string | null {
  if (copies === 0) return null;
  const are = copies === 1 ? 'is' : 'are';
  return `${countOf(copies, 'copy', 'copies')} of runs that are here already ${are} left out: of each run the copy counts that other scorers have read most of.${unheardInWords(unheard)}`;
}

function unheardInWords(names: readonly string[]): string {
  if (names.length === 0) return '';
  return ` So rewards by ${names.join(' and ')} are left out, which read other copies: to have them too, let all scorers read the same copy.`;
}

/** How many texts were cut off; null where none was. */
function cutOffInWords({ texts }: ReportData): string | null {
  const kinds: readonly (readonly [string, TextCounts])[] = [
    ['drafts', texts.draft],
    ['refinements', texts.refinement],
    ['feedbacks', texts.feedback],
  ];
  if (kinds.every(([, { cutOff }]) => cutOff === 0)) return null;
  const shares = kinds
    .filter(([, its]) => its.texts > 0)
    .map(([name, its]) => `${percent(its.cutOff / its.texts)} of ${whole(its.texts)} ${name}`);
  return `Cut off at the limit of tokens: ${shares.join(', ')}. They are read and rewarded as they stand.`;
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

function whatItIsWorth(scorer: RewardModelDescription, trustOf: TrustOf): readonly string[] {
  const trust = trustOf(scorer);
  if (trust.length === 0) {
    return [`How often ${scorer.name} prefers the better of two answers was not measured here.`];
  }
  return trust
    .filter(({ isChance }) => isChance)
    .map(({ sentence }) => `${scorer.name}, where it was measured: ${sentence}.`);
}
