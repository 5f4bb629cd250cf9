import type { GenerationRequest } from '../policy.ts';
import type { ArmEvent } from '../tree/run-events.ts';
import { isFinished, type FinishedNode } from '../tree/find-in-tree.ts';
import type { ArmTree, NodePlace, ResponseAddress } from '../tree/sampling-tree.ts';

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
  readonly #draws = new Map<string, SharedDraw>();

  /** Remembers an arm's finished nodes; the earliest draw of a request stays. */
  add({ arm, nodes }: ArmTree): void {
    for (const node of nodes.filter(isFinished)) {
      const key = keyOfNode(node);
      const drawnFor = { armId: arm.id, nodeId: node.id };
      if (!this.#draws.has(key)) this.#draws.set(key, { drawnFor, node });
    }
  }

  find(asked: Asked): SharedDraw | null {
    return this.#draws.get(keyOf(asked)) ?? null;
  }
}

/** All that a draw depends on, beside the policy. */
type Asked = Pick<GenerationRequest, 'messages' | 'sampling' | 'seed'>;

const keys = new WeakMap<FinishedNode, string>();

/** A finished node stays the same object, and while a run goes on its draws are read anew with each token. */
function keyOfNode(node: FinishedNode): string {
  const known = keys.get(node);
  if (known !== undefined) return known;
  const key = keyOf({ ...node.progress, seed: node.seed });
  keys.set(node, key);
  return key;
}

function keyOf({ messages, sampling, seed }: Asked): string {
  const { temperature, topP, topK, presencePenalty, maxTokens } = sampling;
  return JSON.stringify([
    seed,
    [temperature, topP, topK, presencePenalty, maxTokens],
    messages.map(({ role, content }) => [role, content]),
  ]);
}

/** Tells of a node whose text, times and reward are those of a draw that was made before. */
export function takeOver(armId: string, { id, kind }: NodePlace, draw: SharedDraw): ArmEvent[] {
  const { drawnFor, node } = draw;
  const { messages, sampling, startedAt } = node.progress;
  const { text, tokens, finishReason, usage, remarks, thoughts, finishedAt } = node.progress;
  const of = { armId, nodeId: id };
  return [
    { type: `${kind}-started`, ...of, messages, sampling, attempt: 1, drawnFor, at: startedAt },
    {
      type: `${kind}-finished`,
      ...of,
      ...{ text, tokens, finishReason, usage, remarks },
      ...(thoughts === undefined ? {} : { thoughts }),
      at: finishedAt,
    },
    ...rewardTakenOver(of, node),
  ];
}

function rewardTakenOver(of: ResponseAddress, { scoring }: FinishedNode): ArmEvent[] {
  if (scoring.status !== 'scored') return [];
  const { reward, otherReward, otherProblem, took } = scoring;
  return [
    {
      type: 'reward-given',
      ...of,
      ...{ reward, otherReward },
      ...(otherProblem === undefined ? {} : { otherProblem }),
      ...(took === undefined ? {} : { took }),
    },
  ];
}
