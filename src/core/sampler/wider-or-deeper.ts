/**
 * What comes next in an adaptive arm: wider, a new draft, or deeper, a refinement of a response that is there.
 *
 * AB-MCTS-A, adaptive branching Monte Carlo tree search with node aggregation, after Inoue et al. (2025), “Wider or Deeper? Scaling
 * LLM Inference-Time Compute with Adaptive Branching Tree Search”, arXiv 2503.04412, in its Gaussian form, and its reference
 * implementation:
 *
 * 1. Go down from the root, whose children are the drafts; a response's children are its refinements.
 * 2. At each node draw a mean reward of going wider there (the paper's GEN) from its posterior given the rewards of the node's
 *    children, and of going deeper (CONT) given those of everything below its children. The higher one is chosen.
 * 3. Wider ends the way: the node gets a new child. Deeper goes on to the child for which the highest mean is drawn, given its own
 *    reward and those of everything below it. A node without children gets one.
 *
 * The posterior of a mean μ and a variance σ² is normal-inverse-χ² (Murphy 2023, “Probabilistic Machine Learning: Advanced Topics”, 3.4.3.3).
 *
 * What the paper leaves open, and what is chosen here. It has rewards in [0, 1] and the prior m = 0, κ = 1, ν = 1, τ² = 0.1; a
 * scorer's rewards here have no known bounds. So all rewards of the arm so far are brought to mean 0 and variance 1, and the prior
 * is m = 0, κ = 1, ν = 1, τ² = 1: what is not known yet is as good as what was seen on average, and varies as much. A choice is the
 * same on any scale of rewards, shifted or stretched. Where all are equal they are only shifted. A response without a reward is neither refined nor
 * counted among the rewards; with none scored, the next is a draft.
 */
import { avalanche, choiceSeed } from '../seeds.ts';
import { openDrafts, pool, rewardOf } from '../tree/find-in-tree.ts';
import type { ArmTree, NodeId, TreeNode } from '../tree/sampling-tree.ts';

/**
 * The response that an adaptive arm refines next, drawn with the run's seed from the rewards of its responses so far; null where it
 * drafts. The same responses and rewards give the same choice, and those of a smaller budget are the first of a larger one's.
 *
 * @param arm of which every response that is decided is written and scored, or has failed
 */
export function responseToRefine(arm: ArmTree, runSeed: number): TreeNode | null {
  const scored = pool(arm).filter((node) => rewardOf(node) !== null);
  const step = pool(arm).length - openDrafts(arm).length;
  const mean = meanDrawer(standardised(scored), uniformDrawer(choiceSeed(runSeed, step)));
  const branches = branchesOf(arm, scored);
  let node: TreeNode | null = null;
  for (;;) {
    const children: readonly TreeNode[] = branches.children(node);
    if (children.length === 0) return node;
    const wider = mean(children);
    const deeper = mean(children.flatMap(branches.below));
    if (wider >= deeper) return node;
    const means = children.map((child) => mean([child, ...branches.below(child)]));
    const next: TreeNode | undefined = children[means.indexOf(Math.max(...means))];
    if (next === undefined) return node;
    node = next;
  }
}

interface Branches {
  /** Of the root where it is null. */
  readonly children: (node: TreeNode | null) => readonly TreeNode[];
  /** Everything that was made from a response, at any depth. */
  readonly below: (node: TreeNode) => readonly TreeNode[];
}

function branchesOf({ anchors }: ArmTree, scored: readonly TreeNode[]): Branches {
  const byParent = new Map<NodeId | null, TreeNode[]>();
  for (const node of scored) {
    const parent = anchors[node.layer] ?? null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), node]);
  }
  const children = (node: TreeNode | null): readonly TreeNode[] =>
    byParent.get(node?.id ?? null) ?? [];
  const below = (node: TreeNode): readonly TreeNode[] =>
    children(node).flatMap((child) => [child, ...below(child)]);
  return { children, below };
}

/** Rewards of mean 0 and variance 1; of mean 0 where all are equal. */
function standardised(scored: readonly TreeNode[]): ReadonlyMap<NodeId, number> {
  const rewards = scored.map((node) => rewardOf(node) ?? 0);
  // In parts of the largest, twice: squares of very large or very small rewards would overflow, or vanish.
  const around = partsOfLargest(rewards);
  const mean = meanOf(around);
  const distances = partsOfLargest(around.map((part) => part - mean));
  const deviation = Math.sqrt(meanOf(distances.map((distance) => distance ** 2))) || 1;
  return new Map(scored.map(({ id }, place) => [id, (distances[place] ?? 0) / deviation]));
}

/** In [−1, 1]; all 0 where they are. */
function partsOfLargest(values: readonly number[]): readonly number[] {
  const largest = Math.max(...values.map(Math.abs));
  return largest > 0 ? values.map((value) => value / largest) : values;
}

const PRIOR = { mean: 0, meanWeight: 1, freedom: 1, variance: 1 };

type DrawMean = (observed: readonly TreeNode[]) => number;

/** Draws means from their posterior given responses' rewards; from the prior where there are none. */
function meanDrawer(rewards: ReadonlyMap<NodeId, number>, uniform: () => number): DrawMean {
  return (observed) => {
    const values = observed.map(({ id }) => rewards.get(id) ?? PRIOR.mean);
    const count = values.length;
    const average = count === 0 ? PRIOR.mean : meanOf(values);
    const weight = PRIOR.meanWeight + count;
    const freedom = PRIOR.freedom + count;
    const center = (PRIOR.meanWeight * PRIOR.mean + count * average) / weight;
    const scatter =
      PRIOR.freedom * PRIOR.variance +
      values.reduce((sum, value) => sum + (value - average) ** 2, 0) +
      ((PRIOR.meanWeight * count) / weight) * (average - PRIOR.mean) ** 2;
    // σ² is the scatter over a χ² of so many degrees of freedom, and μ normal about the center with variance σ² / weight.
    const variance = scatter / chiSquared(freedom, uniform);
    return center + Math.sqrt(variance / weight) * standardNormal(uniform);
  };
}

function chiSquared(freedom: number, uniform: () => number): number {
  return Array.from({ length: freedom }, () => standardNormal(uniform) ** 2).reduce(
    (sum, square) => sum + square,
    0,
  );
}

/** Box and Muller (1958), one of the two. */
function standardNormal(uniform: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(uniform()));
  return radius * Math.cos(2 * Math.PI * uniform());
}

/** A stream of numbers from above 0 to 1. */
function uniformDrawer(seed: number): () => number {
  let place = 0;
  return () => (avalanche(avalanche(seed) ^ Math.imul((place += 1), 0x9e3779b9)) + 1) / 2 ** 32;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
