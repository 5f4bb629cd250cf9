import { NO_ANCHOR, nodeOrder } from '../draws/node-order.ts';
import type { SharedDraws } from '../draws/shared-draws.ts';
import { takeOver } from '../draws/take-over-draw.ts';
import { isAdaptive } from '../plan/make-arm.ts';
import type { RunPlan } from '../plan/run-plan.ts';
import type { ArmEvent } from '../tree/run-events.ts';
import { growArm } from '../tree/grow-tree-from-events.ts';
import { anchorFor, bestOf, rejectedFor } from '../tree/choose-anchor-and-winner.ts';
import { findNode, isFinished, nodesOf, openDrafts, pool } from '../tree/find-in-tree.ts';
import type { ArmTree, NodePlace, TreeNode } from '../tree/sampling-tree.ts';
import { merge } from './run-side-by-side.ts';
import { sampleNode, type SamplerDependencies, scoreNode } from './sample-node.ts';

/**
 * Samples one arm, after Ye & Ng (2024), section 3 and algorithm 1:
 *
 * A. sample N0 drafts from x and z · B. score them; the best is the anchor y0* ·
 * C. write feedback f on the anchor (or several, or one that holds it against the worst, as the arm's traits say), sample N1 refinements from x, z, y0*, f ·
 * D. score them, pool all responses; the best is the winner. Deeper layers repeat C and D on the best so far.
 *
 * Nodes that `planted` already holds finished are kept and not sampled again; what another arm has drawn is taken from `draws`.
 * Returns the arm as it stands then.
 */
export async function* sampleArm(
  planted: ArmTree,
  plan: RunPlan,
  dependencies: SamplerDependencies,
  draws: SharedDraws,
  signal: AbortSignal,
): AsyncGenerator<ArmEvent, ArmTree> {
  const arm = new GrowingArm(planted, plan, dependencies, draws, signal);
  const { clock } = dependencies;
  yield arm.tell({ type: 'arm-started', armId: arm.id, at: clock.now() });

  if (isAdaptive(planted.arm)) yield* sampleAdaptively(arm);
  else yield* sampleByLayers(arm);
  yield arm.tell({
    type: 'winner-chosen',
    armId: arm.id,
    nodeId: bestOf(pool(arm.tree))?.id ?? null,
  });
  yield arm.tell({ type: 'arm-finished', armId: arm.id, at: clock.now() });
  return arm.tree;
}

async function* sampleByLayers(arm: GrowingArm): AsyncGenerator<ArmEvent, void> {
  // A and B: layer 0 (or, in PRS (0, N), the one greedy anchor draft).
  yield* arm.sampleResponses(nodesOf(arm.tree, 'draft', 0));
  // C and D: each further layer refines the best response so far.
  for (let layer = 1; layer < arm.tree.arm.split.length; layer += 1) {
    if (nodesOf(arm.tree, 'refinement', layer).length > 0) yield* refine(arm, layer);
  }
}

/** After Inoue et al. (2025): each response when it is known what came of those before it. See `responseToRefine`. */
async function* sampleAdaptively(arm: GrowingArm): AsyncGenerator<ArmEvent, void> {
  const { responseToRefine } = await import('./wider-or-deeper.ts');
  for (;;) {
    const open = openDrafts(arm.tree);
    for (const node of arm.tree.nodes.slice(0, arm.tree.nodes.length - open.length)) {
      if (node.kind === 'feedback') yield* arm.sampleFeedback([node]);
      else yield* arm.sampleResponses([node]);
    }
    const [draft] = open;
    if (draft === undefined) return;
    const anchor = responseToRefine(arm.tree, arm.runSeed);
    if (anchor === null) yield* arm.sampleResponses([draft]);
    else {
      const layer = arm.tree.anchors.length;
      yield arm.tell({ type: 'anchor-chosen', armId: arm.id, nodeId: anchor.id, layer });
    }
  }
}

async function* refine(arm: GrowingArm, layer: number): AsyncGenerator<ArmEvent, void> {
  if (!isReflectedOn(arm.tree, layer)) {
    const anchor = anchorFor(arm.tree, layer);
    if (anchor === null) {
      yield* arm.failLayer(layer);
      return;
    }
    const rejected = rejectedFor(arm.tree, layer);
    const against = rejected === null ? {} : { rejectedId: rejected.id };
    yield arm.tell({
      type: 'anchor-chosen',
      ...{ armId: arm.id, nodeId: anchor.id, layer, ...against },
    });
  }
  yield* arm.sampleFeedback(nodesOf(arm.tree, 'feedback', layer));
  yield* arm.sampleResponses(nodesOf(arm.tree, 'refinement', layer));
}

/** Whether a layer has a text already: its anchor is then the one that this was written from, whatever was written since. */
function isReflectedOn({ nodes, anchors }: ArmTree, layer: number): boolean {
  const own = nodes.filter((node) => node.layer === layer);
  return (anchors[layer] ?? null) !== null && own.some(isFinished);
}

/** An arm's tree that grows with every event told, by the same reducer that everyone else uses. */
class GrowingArm {
  tree: ArmTree;
  readonly #plan: RunPlan;
  readonly #dependencies: SamplerDependencies;
  readonly #draws: SharedDraws;
  readonly #signal: AbortSignal;

  constructor(
    tree: ArmTree,
    plan: RunPlan,
    dependencies: SamplerDependencies,
    draws: SharedDraws,
    signal: AbortSignal,
  ) {
    this.tree = tree;
    this.#plan = plan;
    this.#dependencies = dependencies;
    this.#draws = draws;
    this.#signal = signal;
  }

  get id(): string {
    return this.tree.arm.id;
  }

  get runSeed(): number {
    return this.#plan.seed;
  }

  tell(event: ArmEvent): ArmEvent {
    this.tree = growArm(this.tree, event, this.runSeed);
    return event;
  }

  /** Samples and scores a layer's responses, side by side where the policy gains by it. */
  async *sampleResponses(places: readonly NodePlace[]): AsyncGenerator<ArmEvent, void> {
    const { parallelism } = this.#dependencies.policy.description;
    yield* merge(
      places.map((place) => this.#sampleAndScore(place)),
      parallelism,
    );
  }

  /** Samples a layer's feedbacks, side by side where the policy gains by it: they differ by their seeds alone. */
  async *sampleFeedback(places: readonly NodePlace[]): AsyncGenerator<ArmEvent, void> {
    const { parallelism } = this.#dependencies.policy.description;
    yield* merge(
      places.map((place) => this.#sampleMissing(place)),
      parallelism,
    );
  }

  /** Samples a node unless it is finished or has failed before. */
  async *#sampleMissing(place: NodePlace): AsyncGenerator<ArmEvent, void> {
    const status = this.#node(place).progress.status;
    if (status === 'finished' || status === 'failed') return;
    const order = nodeOrder(this.tree, place, this.#plan);
    if (order === null) throw new Error(`${place.id} of ${this.id} has no anchor yet.`);
    const draw = this.#draws.askedAlike(order)?.get(place.seed);
    if (draw !== undefined) {
      for (const event of takeOver(this.id, place, draw)) yield this.tell(event);
      return;
    }
    this.#signal.throwIfAborted();
    const events = sampleNode(
      { armId: this.id, place, ...order },
      this.#dependencies,
      this.#signal,
    );
    for await (const event of events) yield this.tell(event);
  }

  /** Every node of the layer fails, so that each of the N responses is accounted for. */
  *failLayer(layer: number): Generator<ArmEvent, void> {
    const at = this.#dependencies.clock.now();
    for (const node of this.tree.nodes.filter((each) => each.layer === layer)) {
      yield this.tell({
        type: `${node.kind}-failed`,
        armId: this.id,
        nodeId: node.id,
        failure: NO_ANCHOR,
        at,
      });
    }
  }

  async *#sampleAndScore(place: NodePlace): AsyncGenerator<ArmEvent, void> {
    yield* this.#sampleMissing(place);
    const run = { plan: this.#plan, policy: this.#dependencies.policy.description };
    const told = await scoreNode(this.id, this.#node(place), run, this.#dependencies, this.#signal);
    if (told !== null) yield this.tell(told);
  }

  #node(place: NodePlace): TreeNode {
    const node = findNode(this.tree, place.id);
    if (node === null) throw new Error(`${place.id} is not part of ${this.id}.`);
    return node;
  }
}
