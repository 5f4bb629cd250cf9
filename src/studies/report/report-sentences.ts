import type { BudgetAnalysis, GroupAnalysis } from './analyse.ts';
import { countOf, estimateInWords, percent, signed, whole } from './figures-in-words.ts';

/** By whom, in a word that stands before figures: the scorer that chose is never named without being called a proxy. */
export function reportedBy({ group, isOneOfSeveral }: WhichGroup): string {
  const { scorer, reporter, name } = group;
  const by = reporter === null ? `Proxy, by ${scorer}, which chose` : `By ${reporter}`;
  return isOneOfSeveral ? `${by} (${name})` : by;
}

type WhichGroup = Pick<GroupAnalysis, 'group' | 'isOneOfSeveral'>;

/** What came of one group at one N, in sentences that rules make of its figures. */
export function sentencesOf(of: WhichGroup, analysis: BudgetAnalysis): readonly string[] {
  const { prompts } = analysis.finding;
  if (prompts === 0) return [];
  return [
    bestArm(of, analysis),
    ...headlineFirst(analysis).map((duel) => {
      const share = `${percent(duel.share)}${between(duel.shareInterval, percent)}`;
      return `${duel.first} against ${duel.second}: the higher reward for ${share} of ${countOf(prompts, 'prompt')}, ties counting half; difference ${estimateInWords(duel.difference, signed)}, ${toldApart(duel.difference.interval)}.`;
    }),
    ...analysis.splits.flatMap((splits) => bestSplit(splits, analysis.budget)),
    ...analysis.refinements.map(
      ({ label, above, gain, refinements, prompts: its }) =>
        `${label}: of ${countOf(refinements, 'refinement')} over ${countOf(its, 'prompt')}, ${estimateInWords(above, percent)} lie above their anchor; mean difference ${estimateInWords(gain, signed)}.`,
    ),
  ];
}

/** What reflecting adds before what anything else does. */
function headlineFirst({ againstBaseline, headline }: BudgetAnalysis) {
  return againstBaseline.toSorted(
    (one, other) => Number(other.first === headline) - Number(one.first === headline),
  );
}

function bestArm(of: WhichGroup, { budget, finding }: BudgetAnalysis): string {
  const over = `over ${countOf(finding.prompts, 'prompt')} (${countOf(finding.runs, 'run')})`;
  return `${reportedBy(of)}: at N = ${String(budget)} ${highestMean(finding)}, ${over}.`;
}

function highestMean({ arms }: BudgetAnalysis['finding']): string {
  const [best, ...others] = arms.toSorted((one, other) => other.reward.mean - one.reward.mean);
  if (best === undefined) return 'no arm has a winner';
  const equal = [best, ...others.filter(({ reward }) => reward.mean === best.reward.mean)];
  const names = equal.map(({ label }) => label).join(', ');
  const have = equal.length > 1 ? 'share' : 'has';
  return `${names} ${have} the highest mean reward of the winner, ${estimateInWords(best.reward)}`;
}

/** Which split has the highest mean, and how many of the others lie below it on the same prompts. */
export function bestSplit(
  { name, prompts, splits }: BudgetAnalysis['splits'][number],
  budget: number,
): readonly string[] {
  const known = splits.flatMap(({ drafts, reward, belowBest }) =>
    reward === null ? [] : [{ drafts, reward, belowBest }],
  );
  const [best] = known.toSorted((one, other) => other.reward.mean - one.reward.mean);
  const whatIsKnown = `${whole(known.length)} of ${whole(splits.length)} splits are sampled for all ${countOf(prompts, 'prompt')}`;
  if (best === undefined) return [`${name}: ${whatIsKnown}.`];
  const split = `${String(best.drafts)}/${String(budget - best.drafts)}`;
  const others = known.filter(({ drafts }) => drafts !== best.drafts);
  const highest = `${name}: ${whatIsKnown}; of them ${split} has the highest mean, ${estimateInWords(best.reward)}`;
  if (best.reward.interval === null) return [`${highest}, which says nothing of other prompts.`];
  const level = others.filter(({ belowBest }) => (belowBest?.interval?.low ?? 0) <= 0).length;
  return [
    `${highest}, and ${whole(level)} of the ${whole(others.length)} others can’t be told apart from it by their differences from it on the same prompts.`,
  ];
}

function between(
  interval: { readonly low: number; readonly high: number } | null,
  inWords: (value: number) => string,
): string {
  return interval === null ? '' : ` (${inWords(interval.low)} to ${inWords(interval.high)})`;
}

function toldApart(interval: { readonly low: number; readonly high: number } | null): string {
  if (interval === null) return 'which says nothing of other prompts';
  if (interval.low > 0) return 'above zero';
  return interval.high < 0 ? 'below zero' : 'not told apart from zero';
}
