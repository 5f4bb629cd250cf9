import { ARM_TRAITS } from '../plan/arms.ts';
import { armLabel } from '../plan/make-arm.ts';
import { findNode, pool, rewardOf, textOf } from '../tree/find-in-tree.ts';
import type { ArmTree, TreeNode } from '../tree/sampling-tree.ts';
import { bestWithinTokens } from './best-so-far.ts';
import { processedTokens } from './cost-accounts.ts';
import { improvingPairs } from './improving-pairs.ts';

/** What came of one arm that has a winner. */
export interface ArmOutcome {
  readonly arm: ArmTree;
  /** "PRS 4/4". */
  readonly label: string;
  readonly winner: TreeNode;
  /** The winner's. */
  readonly reward: number;
  /** Refinements with a reward whose anchor has one too, and how many of them have the higher one. */
  readonly refinements: number;
  readonly improving: number;
  /** Its own anchor's; null for a draft, and for a refinement that isn't above it. */
  readonly anchorReward: number | null;
}

/** What can be said for certain of the arms of a run, by the rewards that they are shown with. */
export interface VerdictFacts {
  /** Arms that have a winner, by its reward, the highest first; equal ones in the order of the run. */
  readonly outcomes: readonly ArmOutcome[];
  /** Whether any response has a reward: an arm that isn't complete has no winner yet. */
  readonly hasRewards: boolean;
  /** Those of them with the highest reward: several where it is the very same number. */
  readonly leaders: readonly ArmOutcome[];
  /** Whether all leaders end with the same text, as arms do that share a draft. */
  readonly leadersAgree: boolean;
  /** N where it is the same for all arms; else null. */
  readonly budget: number | null;
  /** Whether every response of every arm has been written and scored, or has failed. */
  readonly isWhole: boolean;
  /** Who leads when every arm is read only as far as the tokens of the cheapest reach; null for fewer than two arms. */
  readonly atEqualTokens: {
    readonly tokens: number;
    readonly leaders: readonly ArmOutcome[];
  } | null;
}

/** Gathers the facts of a verdict. Without a reward there are none. */
export function verdictFacts(arms: readonly ArmTree[]): VerdictFacts {
  const outcomes = arms
    .flatMap((arm) => outcomeOf(arm) ?? [])
    .toSorted((one, other) => other.reward - one.reward);
  const leaders = outcomes.filter(({ reward }) => reward === outcomes[0]?.reward);
  const budgets = new Set(arms.map(({ arm }) => arm.split.reduce((sum, part) => sum + part, 0)));
  return {
    outcomes,
    hasRewards: arms.some((arm) => pool(arm).some((node) => rewardOf(node) !== null)),
    leaders,
    leadersAgree: new Set(leaders.map(({ winner }) => textOf(winner))).size === 1,
    budget: budgets.size === 1 ? ([...budgets][0] ?? null) : null,
    isWhole: arms.every(({ status }) => status === 'finished'),
    atEqualTokens: outcomes.length > 1 ? leadersAtEqualTokens(outcomes) : null,
  };
}

function outcomeOf(arm: ArmTree): ArmOutcome | null {
  const winner = findNode(arm, arm.winnerId);
  const reward = winner === null ? null : rewardOf(winner);
  if (winner === null || reward === null) return null;
  const pairs = improvingPairs(arm);
  return {
    arm,
    label: armLabel(arm.arm),
    winner,
    reward,
    refinements: pool(arm).filter((node) => isComparable(arm, node)).length,
    improving: pairs.length,
    anchorReward:
      pairs.find(({ refinementId }) => refinementId === winner.id)?.anchorReward ?? null,
  };
}

function isComparable(arm: ArmTree, node: TreeNode): boolean {
  if (node.kind !== 'refinement' || rewardOf(node) === null) return false;
  const anchor = findNode(arm, arm.anchors[node.layer] ?? null);
  return anchor !== null && rewardOf(anchor) !== null;
}

function leadersAtEqualTokens(outcomes: readonly ArmOutcome[]): VerdictFacts['atEqualTokens'] {
  const tokens = Math.min(...outcomes.map(({ arm }) => processedTokens(arm)));
  const reached = outcomes.map(({ arm }) => bestWithinTokens(arm, tokens) ?? -Infinity);
  const most = Math.max(...reached);
  return { tokens, leaders: outcomes.filter((_, place) => reached[place] === most) };
}

/** The first of the outcomes whose arm refines. */
export function refiningOutcome(outcomes: readonly ArmOutcome[]): ArmOutcome | null {
  return outcomes.find(({ arm }) => hasRefinements(arm)) ?? null;
}

/** The outcome of the first arm that the preference is, or isn't, stated to, among those that only draft. */
export function draftingOutcome(
  outcomes: readonly ArmOutcome[],
  readsPreference: boolean,
): ArmOutcome | null {
  return (
    outcomes.find(({ arm }) => {
      return !hasRefinements(arm) && ARM_TRAITS[arm.arm.kind].readsPreference === readsPreference;
    }) ?? null
  );
}

function hasRefinements({ nodes }: ArmTree): boolean {
  return nodes.some(({ kind }) => kind === 'refinement');
}
