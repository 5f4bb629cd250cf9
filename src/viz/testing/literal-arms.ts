import { makeArm, plantArm } from '../../core/index.ts';
import type { ArmKind, ArmTree, NodeId, NodeProgress, TreeNode } from '../../core/index.ts';

/** What a test says about an arm; every other node stays planned. */
export interface LiteralArm {
  readonly kind?: ArmKind;
  readonly split: readonly number[];
  /** Finished and scored nodes. */
  readonly rewards?: Readonly<Record<NodeId, number>>;
  readonly progress?: Readonly<Record<NodeId, NodeProgress>>;
  /** By layer, from layer 1. */
  readonly anchors?: readonly NodeId[];
  /** By layer, from layer 1. */
  readonly rejected?: readonly NodeId[];
  readonly winnerId?: NodeId;
}

const CALL = {
  messages: [],
  sampling: { temperature: 0, topP: 1, topK: 0, presencePenalty: 0, maxTokens: 8 },
  attempt: 1,
  startedAt: 0,
} as const;

/** A finished progress with a text. */
export function finished(text: string): Extract<NodeProgress, { status: 'finished' }> {
  const usage = { promptTokens: 1, cachedPromptTokens: null, completionTokens: 1 };
  const ending = { finishReason: 'stop', usage, remarks: [], finishedAt: 1 } as const;
  return { status: 'finished', text, tokens: [], ...CALL, ...ending };
}

/** A progress in the middle of being written. */
export function writing(text: string): NodeProgress {
  return { status: 'writing', thoughts: '', text, tokenCount: 1, ...CALL };
}

/** An arm in the state that a test describes. */
export function literalArm({ kind = 'prs', split, ...said }: LiteralArm): ArmTree {
  const budget = split.reduce((sum, part) => sum + part, 0);
  const planted = plantArm(makeArm(kind, budget, split), 42);
  return {
    ...planted,
    anchors: planted.anchors.map((_, layer) => said.anchors?.[layer - 1] ?? null),
    rejected: planted.rejected.map((_, layer) => said.rejected?.[layer - 1] ?? null),
    winnerId: said.winnerId ?? null,
    nodes: planted.nodes.map((node) => literalNode(node, said)),
  };
}

function literalNode(node: TreeNode, said: Omit<LiteralArm, 'kind' | 'split'>): TreeNode {
  const reward = said.rewards?.[node.id];
  const progress =
    said.progress?.[node.id] ?? (reward === undefined ? node.progress : finished('…'));
  if (reward === undefined) return { ...node, progress };
  const value = { value: reward, breakdown: [], conditionedOn: 'prompt' } as const;
  return { ...node, progress, scoring: { status: 'scored', reward: value, otherReward: null } };
}
