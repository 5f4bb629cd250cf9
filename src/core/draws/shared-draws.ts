import type { GenerationRequest } from '../policy.ts';
import { isFinished, type FinishedNode } from '../tree/find-in-tree.ts';
import { plantNode } from '../tree/grow-tree-from-events.ts';
import type {
  ArmTree,
  NodeId,
  NodePlace,
  ResponseAddress,
  TreeNode,
} from '../tree/sampling-tree.ts';

/** A draw that an arm has made already, with the node that it was made for. */
export interface SharedDraw {
  readonly drawnFor: ResponseAddress;
  readonly node: FinishedNode;
}

/**
 * The finished draws of a run, found by what was asked. The same messages, settings and seed give the same text, so arms
 * that ask the same (PRand and PRS for their drafts, two splits with one anchor) are given it, and its reward, without a
 * second call.
 */
export class SharedDraws {
  readonly #draws = new Map<string, Map<number, SharedDraw>>();
  readonly #planted = new Map<NodeId, TreeNode>();
  readonly #filled = new Map<TreeNode, Map<SharedDraw, TreeNode>>();

  /** Remembers an arm's finished nodes; the earliest draw of a request stays. */
  add({ arm, nodes }: ArmTree): void {
    for (const node of nodes.filter(isFinished)) {
      const key = keyOfNode(node);
      const bySeed = this.#draws.get(key) ?? new Map<number, SharedDraw>();
      const drawnFor = { armId: arm.id, nodeId: node.id };
      if (!bySeed.has(node.seed)) bySeed.set(node.seed, { drawnFor, node });
      this.#draws.set(key, bySeed);
    }
  }

  /** What was drawn where the same was asked, by its seed; undefined where nothing was. */
  askedAlike(asked: Asked): ReadonlyMap<number, SharedDraw> | undefined {
    return this.#draws.get(keyOf(asked));
  }

  /** A node before anything is sampled: one for the same place of any arm, since a run has many that hardly differ. */
  readonly plant = (place: NodePlace): TreeNode => {
    const known = this.#planted.get(place.id);
    if (known?.feedbackId === place.feedbackId) return known;
    const planted = plantNode(place);
    this.#planted.set(place.id, planted);
    return planted;
  };

  /** The node with what was drawn: one for the same draw in any arm. */
  fill(planted: TreeNode, draw: SharedDraw): TreeNode {
    const filled = this.#filled.get(planted) ?? new Map<SharedDraw, TreeNode>();
    const { progress, scoring } = draw.node;
    const node = filled.get(draw) ?? { ...planted, progress, scoring };
    this.#filled.set(planted, filled.set(draw, node));
    return node;
  }
}

/** All that a draw depends on, beside the policy and the seed. */
type Asked = Pick<GenerationRequest, 'messages' | 'sampling'>;

const keys = new WeakMap<FinishedNode, string>();

/** A finished node stays the same object, and while a run goes on its draws are read anew with each token. */
function keyOfNode(node: FinishedNode): string {
  const known = keys.get(node);
  if (known !== undefined) return known;
  const key = keyOf(node.progress);
  keys.set(node, key);
  return key;
}

function keyOf({ messages, sampling }: Asked): string {
  const { temperature, topP, topK, presencePenalty, maxTokens } = sampling;
  return JSON.stringify([
    [temperature, topP, topK, presencePenalty, maxTokens],
    messages.map(({ role, content }) => [role, content]),
  ]);
}
