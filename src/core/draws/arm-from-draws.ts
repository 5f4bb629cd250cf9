import type { Arm } from '../plan/arms.ts';
import { isAdaptive } from '../plan/make-arm.ts';
import type { RunPlan } from '../plan/run-plan.ts';
import { isScorable } from '../scoring/score-response.ts';
import { plantArm, withAnchor } from '../tree/grow-tree-from-events.ts';
import { anchorFor, bestOf, rejectedFor } from '../tree/choose-anchor-and-winner.ts';
import { findNode, pool } from '../tree/find-in-tree.ts';
import type { ArmTree, NodePlace, TreeNode } from '../tree/sampling-tree.ts';
import { NO_ANCHOR, nodeOrder } from './node-order.ts';
import type { SharedDraws } from './shared-draws.ts';

/**
 * An arm as sampling it would leave it, as far as its draws are there: text for text and reward for reward what a run of
 * that arm with the same plan gives. What is missing stays planned, and so does every layer whose anchor depends on it.
 *
 * Nothing is sampled. An arm's draws don't depend on its split but through the anchor, so the draws of one split hold a
 * good part of the others: drafts 1 to N0 are the same, and two splits with the same anchor share its feedback and refinements.
 * An adaptive arm stays planned: sampling it, what it shares is taken from the draws, as always.
 */
export function armFromDraws(arm: Arm, plan: RunPlan, draws: SharedDraws): ArmTree {
  if (isAdaptive(arm)) return plantArm(arm, plan.seed);
  let tree = fillLayer(plantArm(arm, plan.seed, draws.plant), 0, plan, draws);
  for (let layer = 1; layer < arm.split.length; layer += 1) {
    const before = tree.nodes.filter((node) => node.layer < layer);
    if (!before.every(isSettled)) return tree;
    if ((arm.split[layer] ?? 0) === 0) continue;
    const anchor = anchorFor(tree, layer);
    if (anchor === null) {
      tree = failLayer(tree, layer);
      continue;
    }
    tree = withAnchor(tree, layer, anchor.id, rejectedFor(tree, layer)?.id);
    tree = fillLayer({ ...tree, status: 'running' }, layer, plan, draws);
  }
  if (!tree.nodes.every(isSettled)) return tree;
  return { ...tree, status: 'finished', winnerId: bestOf(pool(tree))?.id ?? null };
}

/** Whether a node has all that the choice of an anchor or a winner waits for. */
function isSettled(node: TreeNode): boolean {
  if (node.progress.status === 'failed') return true;
  if (node.progress.status !== 'finished') return false;
  return !isScorable(node) || node.scoring.status !== 'unscored';
}

function failLayer(arm: ArmTree, layer: number): ArmTree {
  const progress = { status: 'failed', text: '', failure: NO_ANCHOR } as const;
  const nodes = arm.nodes.map((node) => (node.layer === layer ? { ...node, progress } : node));
  return { ...arm, nodes };
}

/** Feedbacks stand before the refinements that are conditioned on them, so each is filled before it is read. */
function fillLayer(arm: ArmTree, layer: number, plan: RunPlan, draws: SharedDraws): ArmTree {
  const nodes = [...arm.nodes];
  const filled = { ...arm, nodes };
  let asked: AskedAlike | null = null;
  nodes.forEach((place, position) => {
    if (place.layer !== layer) return;
    if (asked === null || !readsTheSame(asked.place, place)) {
      asked = { place, bySeed: askedAlike(filled, place, plan, draws) };
    }
    const draw = asked.bySeed?.get(place.seed);
    if (draw !== undefined) nodes[position] = draws.fill(place, draw);
  });
  return filled;
}

/** What was drawn for neighbours in a layer that are asked for alike; undefined where nothing was, or while that isn't known. */
interface AskedAlike {
  readonly place: NodePlace;
  readonly bySeed: ReturnType<SharedDraws['askedAlike']>;
}

function askedAlike(
  arm: ArmTree,
  place: NodePlace,
  plan: RunPlan,
  draws: SharedDraws,
): AskedAlike['bySeed'] {
  const order = waitsForFeedback(arm, place) ? null : nodeOrder(arm, place, plan);
  return order === null ? undefined : draws.askedAlike(order);
}

/** Whether two nodes of a layer are asked for alike, but for their seeds. A greedy draft stands alone. */
function readsTheSame(one: NodePlace, other: NodePlace): boolean {
  return one.kind === other.kind && one.feedbackId === other.feedbackId;
}

/** What a refinement is asked with isn't known before its feedback is. */
function waitsForFeedback(arm: ArmTree, { feedbackId }: NodePlace): boolean {
  return feedbackId !== null && findNode(arm, feedbackId)?.progress.status !== 'finished';
}
