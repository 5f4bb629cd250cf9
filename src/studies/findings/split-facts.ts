import {
  ARM_TRAITS,
  type ArmKind,
  type ArmTree,
  createPlay,
  expectedWinners,
  findSameArm,
  findNode,
  pool,
  readEverySplit,
  type RefinedPool,
  rewardOf,
  type SamplingTree,
  type TreeNode,
} from '../../core/index.ts';
import type { RewardOfNode } from './rewards-by-scoring.ts';

/** What a run tells of every split N0/N1 of its budget, of one strategy. */
export interface SplitFacts {
  /** Of the strategy: "PRS". */
  readonly name: string;
  /** N */
  readonly budget: number;
  /**
   * The winner's reward by N0, from 0 to N, with the drafts in the order sampled; null where the split isn't sampled to its end.
   */
  readonly inOrder: readonly (number | null)[];
  /**
   * The winner's expected reward by N0, over all orders that the drafts could have come in; null where an anchor that the split may
   * have lacks refinements, and for 0, which has no drafts.
   */
  readonly overOrders: readonly (number | null)[];
  /** Of what splits of smaller budgets are read too; null where refinements read more than an anchor. */
  readonly pool: SplitPool | null;
}

/** A response with its rewards. */
export interface ScoredDraw {
  /** By the scorer that chose. */
  readonly reward: number;
  /** The same where the one that chose reports. */
  readonly reported: number;
}

/** What one strategy has drawn in a run, in the order sampled. */
export interface SplitPool {
  readonly drafts: readonly ScoredDraw[];
  /** By draft: the refinements that it has as an anchor, up to the first without a reward; none where it was never refined. */
  readonly refinements: readonly (readonly ScoredDraw[])[];
  /** The refinements of the greedy anchor, which stands outside the budget: those of N0 = 0. */
  readonly ofGreedyAnchor: readonly ScoredDraw[];
}

/**
 * The splits of each strategy that a run has sampled in more than one split; none where it has no such.
 *
 * @param reportedOf rewards by another scorer than the one that chose, which are told for one order alone; null for its own
 */
export function splitFactsOf(
  tree: SamplingTree,
  reportedOf: RewardOfNode | null = null,
): readonly SplitFacts[] {
  const kinds = new Set(tree.arms.filter(isSplit).map(({ arm }) => arm.kind));
  return [...kinds]
    .filter((kind) => tree.arms.filter((arm) => isSplit(arm) && arm.arm.kind === kind).length > 1)
    .map((kind) => factsOfKind(tree, kind, reportedOf));
}

/** Of arms that are read out of what others have drawn: their ids may be those of others. */
function withOwnIds(tree: SamplingTree, reportedOf: RewardOfNode): RewardOfArm {
  return (node, { arm }) => reportedOf(node, findSameArm(tree, arm)?.arm.id ?? '');
}

type RewardOfArm = (node: TreeNode, arm: ArmTree) => number | null;

function factsOfKind(
  tree: SamplingTree,
  kind: ArmKind,
  reportedOf: RewardOfNode | null,
): SplitFacts {
  const { budget } = tree.run.plan;
  const splits = readEverySplit(createPlay(tree), kind, budget);
  const told = withOwnIds(tree, reportedOf ?? rewardOf);
  const drawn = splitPool(splits, kind, told);
  return {
    name: ARM_TRAITS[kind].shortName,
    budget,
    inOrder: splits.map((arm) => winnersReward(arm, told)),
    overOrders:
      drawn?.drafts.length === budget && reportedOf === null
        ? rewardsOverOrders(drawn, budget)
        : unknownSplits(budget),
    pool: drawn,
  };
}

function isSplit({ arm: { kind, split } }: ArmTree): boolean {
  return ARM_TRAITS[kind].split === 'free' && split.length === 2;
}

function winnersReward(arm: ArmTree, reportedOf: RewardOfArm): number | null {
  const winner = arm.status === 'finished' ? findNode(arm, arm.winnerId) : null;
  return winner === null ? null : reportedOf(winner, arm);
}

function unknownSplits(budget: number): readonly null[] {
  return Array.from({ length: budget + 1 }, () => null);
}

function rewardsOverOrders(drawn: SplitPool, budget: number): readonly (number | null)[] {
  const { splits } = expectedWinners(rewardsOfPool(drawn), budget);
  return [null, ...splits.map(({ winner }) => winner)];
}

/** The same pool by the scorer that chose alone. */
export function rewardsOfPool({ drafts, refinements }: SplitPool): RefinedPool {
  return {
    drafts: drafts.map(({ reward }) => reward),
    refinements: refinements.map((its) => its.map(({ reward }) => reward)),
  };
}

/**
 * The drafts up to the first that has no reward, with the refinements of those that were anchors; null where an anchor's refinements
 * depend on another draft too.
 *
 * @param splits every one of the budget, as `readEverySplit` gives them
 */
function splitPool(
  splits: readonly ArmTree[],
  kind: ArmKind,
  reportedOf: RewardOfArm,
): SplitPool | null {
  const whole = splits.at(-1);
  if (ARM_TRAITS[kind].feedbackReadsRejected === true || whole === undefined) return null;
  const nodes = pool(whole);
  const drafts = scoredDraws(nodes, whole, reportedOf);
  const refinementsIn = (arms: readonly ArmTree[]): readonly ScoredDraw[] =>
    arms
      .map((arm) => scoredDraws(refinementsOf(arm), arm, reportedOf))
      // Splits with the same anchor share its refinements: the one that has most has them all.
      .reduce<readonly ScoredDraw[]>((most, its) => (its.length > most.length ? its : most), []);
  return {
    drafts,
    refinements: nodes.map(({ id }) =>
      refinementsIn(splits.slice(1).filter(({ anchors }) => anchors[1] === id)),
    ),
    ofGreedyAnchor: refinementsIn(splits.slice(0, 1)),
  };
}

function refinementsOf(arm: ArmTree): readonly TreeNode[] {
  return pool(arm).filter(({ kind }) => kind === 'refinement');
}

/** Up to the first that lacks a reward. */
function scoredDraws(
  nodes: readonly TreeNode[],
  arm: ArmTree,
  reportedOf: RewardOfArm,
): readonly ScoredDraw[] {
  const draws: ScoredDraw[] = [];
  for (const node of nodes) {
    const [reward, reported] = [rewardOf(node), reportedOf(node, arm)];
    if (reward === null || reported === null) break;
    draws.push({ reward, reported });
  }
  return draws;
}
