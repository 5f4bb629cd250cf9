import {
  ARM_TRAITS,
  type ArmKind,
  type ArmTree,
  createPlay,
  expectedWinners,
  findNode,
  makeArm,
  pool,
  readEverySplit,
  type RefinedPool,
  rewardOf,
  type SamplingTree,
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
  const { budget } = tree.run.plan;
  const kinds = new Set(tree.arms.filter(isSplit).map(({ arm }) => arm.kind));
  return [...kinds]
    .filter((kind) => tree.arms.filter((arm) => isSplit(arm) && arm.arm.kind === kind).length > 1)
    .map((kind) => ({
      name: ARM_TRAITS[kind].shortName,
      budget,
      inOrder: readEverySplit(createPlay(tree), kind, budget).map((arm) =>
        winnersReward(arm, reportedOf ?? rewardOf),
      ),
      overOrders:
        reportedOf === null ? rewardsOverOrders(tree, kind, budget) : unknownSplits(budget),
    }));
}

function isSplit({ arm: { kind, split } }: ArmTree): boolean {
  return ARM_TRAITS[kind].split === 'free' && split.length === 2;
}

function winnersReward(arm: ArmTree, reportedOf: RewardOfNode): number | null {
  const winner = arm.status === 'finished' ? findNode(arm, arm.winnerId) : null;
  return winner === null ? null : reportedOf(winner, arm.arm.id);
}

function unknownSplits(budget: number): readonly null[] {
  return Array.from({ length: budget + 1 }, () => null);
}

function rewardsOverOrders(
  tree: SamplingTree,
  kind: ArmKind,
  budget: number,
): readonly (number | null)[] {
  const refined = refinedPool(tree, kind, budget);
  if (refined === null) return unknownSplits(budget);
  const { splits } = expectedWinners(refined, budget);
  return [null, ...splits.map(({ winner }) => winner)];
}

/**
 * All N drafts with the refinements of those that were anchors; null where a draft has no reward, or where an anchor's
 * refinements depend on another draft too.
 */
function refinedPool(tree: SamplingTree, kind: ArmKind, budget: number): RefinedPool | null {
  if (ARM_TRAITS[kind].feedbackReadsRejected === true) return null;
  const [whole] = createPlay(tree)([makeArm(kind, budget, [budget, 0])]);
  if (whole === undefined) return null;
  const drafts = pool(whole);
  const rewards = drafts.flatMap((draft) => rewardOf(draft) ?? []);
  if (rewards.length < budget) return null;
  const anchored = tree.arms.filter((arm) => isSplit(arm) && arm.arm.kind === kind);
  return {
    drafts: rewards,
    // Splits with the same anchor share its refinements: the one that has most has them all.
    refinements: drafts.map(({ id }) =>
      anchored
        .filter(({ anchors }) => anchors[1] === id)
        .map(rewardsOfRefinements)
        .reduce<readonly number[]>((most, its) => (its.length > most.length ? its : most), []),
    ),
  };
}

function rewardsOfRefinements(arm: ArmTree): readonly number[] {
  return pool(arm)
    .filter(({ kind }) => kind === 'refinement')
    .flatMap((node) => rewardOf(node) ?? []);
}
