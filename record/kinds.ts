import type { ArmKind } from '../src/core/index.ts';
import { FIRST_FORM, planOf } from '../src/features/playground/form/run-form.ts';
import { hasSameTerms } from '../src/runs/index.ts';
import { formatReward, shownDifference } from '../src/ui/format-figures.ts';
import { refines, type RunFacts } from './run-facts.ts';
import { planFor, TYPICAL_WISH } from './wishes.ts';

/**
 * One honest point that a recording can make. Of all recordings that make it, the one that makes it most clearly is shown,
 * under a title that says no more than that run's figures.
 */
export interface RecordedKind {
  /** Of the file too. */
  readonly id: string;
  /** How clearly the recording makes the point, in whatever unit; null where it doesn't. */
  readonly strength: (facts: RunFacts) => number | null;
  readonly title: (facts: RunFacts) => string;
  /** Whether only recordings of a set-up made for it can make it: it takes its own before the others choose. */
  readonly isOfOwnSetUp?: true;
  /** Whether hardly a recording makes it: it chooses before those that most recordings make. */
  readonly isRare?: true;
}

/** In the order of the gallery. Each takes its recording out of those that the ones before it have left, those of their own set-up first, then rare ones. */
export const RECORDED_KINDS: readonly RecordedKind[] = [
  {
    // What a first visit sees has the set-up that a first visit finds, so that moving a field plays it.
    id: 'first',
    isOfOwnSetUp: true,
    strength: ({ plan }) => (hasSameTerms(plan, planOf(FIRST_FORM)) ? 1 : null),
    title: ({ bySplitAtFirstVisit }) => firstTitle(bySplitAtFirstVisit),
  },
  {
    // What is usual, among all that is shown for being clear: chosen from the study (docs/findings) before it was recorded.
    id: 'typical',
    isOfOwnSetUp: true,
    strength: ({ plan }) => (hasSameTerms(plan, planFor(TYPICAL_WISH)) ? 1 : null),
    title: (facts) =>
      `Typical of the 128 wishes studied: PRS 8/8 ends ${levelOrApart(gain(facts, 'prs', 'prand') ?? 0)} PRand 16${facts.prs.isBesidePrompt ? ', but has no word of the prompt' : ''}`,
  },
  {
    id: 'refinement-wins',
    strength: (facts) =>
      facts.prs.winnerIs === 'refinement' ? positive(gain(facts, 'prs', 'prand')) : null,
    title: (facts) =>
      `A refinement wins: PRS 8/8 is ${formatReward(gain(facts, 'prs', 'prand') ?? 0)} above PRand 16`,
  },
  {
    id: 'draft-wins',
    strength: ({ prs }) => (prs.winnerIs === 'draft' ? positive(draftsLead(prs)) : null),
    title: ({ prs }) =>
      `A draft wins: the best of ${String(prs.refinements)} refinements is ${formatReward(draftsLead(prs))} below it`,
  },
  {
    id: 'feedback-off-the-mark',
    strength: ({ prs }) => positive(prs.meanDraft - prs.meanRefinement),
    title: ({ prs }) =>
      `A ${prs.winnerIs} wins, ${prs.winnerIs === 'draft' ? 'and' : 'yet'} after the feedback refinements average ${formatReward(prs.meanDraft - prs.meanRefinement)} below the drafts`,
  },
  {
    id: 'feedback-helps-all',
    strength: ({ prs }) => positive(prs.meanRefinement - prs.meanDraft),
    title: ({ prs }) =>
      `After the feedback the average reward ${rise(prs)} from ${formatReward(prs.meanDraft)} to ${formatReward(prs.meanRefinement)}`,
  },
  {
    id: 'feedback-each',
    isOfOwnSetUp: true,
    strength: (facts) => sizeOf(gain(facts, 'prs-feedback-each', 'prs')),
    title: (facts) =>
      `A feedback for each refinement ends ${apart(gain(facts, 'prs-feedback-each', 'prs') ?? 0)} one for all`,
  },
  {
    id: 'without-feedback',
    isOfOwnSetUp: true,
    strength: (facts) => positive(gain(facts, 'prs-without-feedback', 'prs')),
    title: (facts) =>
      `Refining without feedback ends ${apart(gain(facts, 'prs-without-feedback', 'prs') ?? 0)} refining with it${whoWins(facts)}`,
  },
  ...(['concise', 'thorough', 'humorous'] as const).map((wish) => ({
    id: wish,
    isOfOwnSetUp: true as const,
    // The first question that was asked in all three ways: one question, so that they can be laid side by side.
    strength: ({ plan }: RunFacts) =>
      plan.preference.startsWith(`Be ${wish}`) && plan.prompt === COMPARED_PROMPT ? 1 : null,
    title: ({ prs }: RunFacts) =>
      `The same question, “be ${wish}”: PRS’s winner has ${String(prs.winnerWords)} words${prs.isBesidePrompt ? ', none of them the question’s' : ''}`,
  })),
  {
    id: 'temperature-too-low',
    isOfOwnSetUp: true,
    strength: ({ plan, differentDrafts }) =>
      plan.sampling.temperature < 0.5 ? positive(plan.budget - differentDrafts) : null,
    title: ({ plan, differentDrafts }) =>
      `Temperature too low: at ${String(plan.sampling.temperature)}, ${String(plan.budget)} drafts are ${String(differentDrafts)} different texts`,
  },
  {
    id: 'best-split',
    strength: (facts) => positive(bestSplit(facts).gain),
    title: (facts) => {
      const { drafts, gain: more } = bestSplit(facts);
      const rest = facts.plan.budget - drafts;
      return `PRS’s best split is ${String(drafts)}/${String(rest)}: ${formatReward(more)} above half and half${whoWins(facts)}`;
    },
  },
  {
    id: 'over-optimised',
    isRare: true,
    strength: ({ overOptimised }) => overOptimised?.fall ?? null,
    title: ({ overOptimised }) => overOptimisedTitle(overOptimised),
  },
  {
    id: 'stating-it',
    strength: (facts) => positive(gain(facts, 'prand', 'rand')),
    title: (facts) =>
      `Stating the preference alone is worth ${formatReward(gain(facts, 'prand', 'rand') ?? 0)}`,
  },
  {
    id: 'reflecting-loses',
    strength: (facts) => positive(gain(facts, 'prand', 'prs')),
    title: (facts) =>
      `Reflecting loses: PRand 16 ends ${formatReward(gain(facts, 'prand', 'prs') ?? 0)} above PRS 8/8`,
  },
  {
    id: 'equal-tokens',
    strength: ({ turnsAtEqualTokens }) => (turnsAtEqualTokens ? 1 : null),
    title: () => 'Equal N is not equal cost: at equal tokens another arm leads',
  },
  {
    id: 'copies',
    strength: ({ prs }) => (prs.copies > 1 ? prs.copies : null),
    title: ({ prs }) =>
      `${String(prs.copies)} of ${String(prs.refinements)} refinements repeat their anchor word for word`,
  },
  {
    id: 'many-anchors',
    strength: ({ anchors }) => (anchors > 3 ? anchors : null),
    title: ({ anchors, plan }) =>
      `As ${String(plan.budget)} drafts come in, the anchor changes ${String(anchors - 1)} times`,
  },
];

const COMPARED_PROMPT = 'Why should I put some money aside every month?';

/**
 * What the verdict begins with, where a title holds arms that refine against each other and none of them leads: else the two would seem to
 * contradict each other.
 */
function whoWins({ leaders: [leader, ...level] }: RunFacts): string {
  const isAnother = leader !== undefined && level.length === 0 && !refines(leader);
  return isAnother ? `, where ${leader.label} wins` : '';
}

/** The winner's reward of one arm above another's; null where one of them is missing. */
function gain({ rewards }: RunFacts, arm: ArmKind, other: ArmKind): number | null {
  const [first, second] = [rewards[arm], rewards[other]];
  return first === undefined || second === undefined ? null : shownDifference(first, second);
}

function draftsLead({ bestDraft, bestRefinement }: RunFacts['prs']): number {
  return shownDifference(bestDraft, bestRefinement);
}

/** Both parts stand in the page under their draft. */
function overOptimisedTitle(facts: RunFacts['overOptimised']): string {
  const { winner, highest } = facts ?? {};
  return `Over-optimised: Draft ${String(winner?.draft)} wins PRand with a rubric part of ${formatReward(winner?.part ?? NaN)}, where Draft ${String(highest?.draft)} has ${formatReward(highest?.part ?? NaN)}`;
}

/** Differences that would be told as 0.00 make no point. */
function positive(value: number | null): number | null {
  return value !== null && value >= 0.01 ? value : null;
}

function sizeOf(value: number | null): number | null {
  return value === null ? null : positive(Math.abs(value));
}

function levelOrApart(value: number): string {
  return sizeOf(value) === null ? 'level with' : apart(value);
}

function apart(value: number): string {
  return `${formatReward(Math.abs(value))} ${value < 0 ? 'below' : 'above'}`;
}

/** Of the refinements' average above the drafts'. Half a point is less than drafts of one prompt usually lie apart. */
function rise({ meanRefinement, meanDraft }: RunFacts['prs']): string {
  return meanRefinement - meanDraft < 0.5 ? 'hardly rises:' : 'rises';
}

function bestSplit({ bySplit }: RunFacts): { readonly drafts: number; readonly gain: number } {
  const most = Math.max(...bySplit);
  const half = bySplit[(bySplit.length - 1) / 2] ?? most;
  return { drafts: bySplit.indexOf(most), gain: shownDifference(most, half) };
}

/** What the divider decides, whichever way it stands: a first visit moves it. */
function firstTitle(bySplit: RunFacts['bySplitAtFirstVisit']): string {
  const [least, most] = [Math.min(...bySplit), Math.max(...bySplit)].map(formatReward);
  return `The same budget of ${String(bySplit.length - 1)}, another split: PRS’s winner scores anywhere from ${least ?? ''} to ${most ?? ''}`;
}
