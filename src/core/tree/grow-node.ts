import type {
  ArmEvent,
  NodeFailed,
  NodeFinished,
  NodeStarted,
  RewardGiven,
  ScoringEvent,
  TokenAdded,
} from './run-events.ts';
import type { EndedCall, NodeCall, NodeProgress, NodeScoring, TreeNode } from './sampling-tree.ts';

/** What is told of one node. */
export type NodeEvent = Exclude<
  ArmEvent,
  { type: `arm-${string}` | 'anchor-chosen' | 'winner-chosen' }
>;

/** Adds a call that brought no answer to those of its node. */
export type AddEndedCall = (calls: readonly EndedCall[], call: EndedCall) => readonly EndedCall[];

const copyAndAdd: AddEndedCall = (calls, call) => [...calls, call];

/**
 * Folds one event into the node that it is about. Pure, where `add` is.
 *
 * @param add by default it copies; whoever folds a long log adds in place
 */
export function growNode(
  node: TreeNode,
  event: NodeEvent,
  add: AddEndedCall = copyAndAdd,
): TreeNode {
  switch (event.type) {
    case 'token-added':
      return node.progress.status === 'writing'
        ? { ...node, progress: addWords(node.progress, event) }
        : node;
    case 'reward-given': {
      return { ...node, scoring: scoredBy(event) };
    }
    case 'reward-failed': {
      const { message, took } = event;
      const failed = { status: 'failed', message } as const;
      return { ...node, scoring: took === undefined ? failed : { ...failed, took } };
    }
    case 'draft-started':
    case 'feedback-started':
    case 'refinement-started':
      return start(node, event, add);
    case 'draft-finished':
    case 'feedback-finished':
    case 'refinement-finished':
      return finish(node, event);
    case 'draft-failed':
    case 'feedback-failed':
    case 'refinement-failed':
      return fail(node, event, add);
  }
}

type Writing = Extract<NodeProgress, { status: 'writing' }>;

function addWords(writing: Writing, { thoughts, text, tokens }: TokenAdded): Writing {
  return {
    ...writing,
    thoughts: writing.thoughts + thoughts,
    text: writing.text + text,
    tokenCount: writing.tokenCount + tokens.length,
  };
}

function start(node: TreeNode, event: NodeStarted, add: AddEndedCall): TreeNode {
  const { messages, sampling, attempt, at, drawnFor } = event;
  const call: NodeCall = {
    ...{ messages, sampling, attempt, startedAt: at },
    ...(drawnFor === undefined ? {} : { drawnFor }),
  };
  return {
    ...node,
    endedCalls: endedCalls(node, at, add),
    progress: { status: 'writing', thoughts: '', text: '', tokenCount: 0, ...call },
    // A reward belongs to the text that it was given for.
    scoring: { status: 'unscored' },
  };
}

function finish(node: TreeNode, event: NodeFinished): TreeNode {
  const call = callOf(node);
  if (call === null) return node;
  const { text, tokens, finishReason, usage, remarks, thoughts, at } = event;
  const generation = {
    ...{ text, tokens, finishReason, usage, remarks, finishedAt: at },
    ...(thoughts === undefined ? {} : { thoughts }),
  };
  return { ...node, progress: { status: 'finished', ...call, ...generation } };
}

function fail(node: TreeNode, event: NodeFailed, add: AddEndedCall): TreeNode {
  const text = node.progress.status === 'planned' ? '' : node.progress.text;
  return {
    ...node,
    endedCalls: endedCalls(node, event.at, add),
    progress: { status: 'failed', text, failure: event.failure, ...callOf(node) },
  };
}

/** The node's ended calls, with the one under way: it ends now without an answer. */
function endedCalls(node: TreeNode, endedAt: number, add: AddEndedCall): readonly EndedCall[] {
  const call = callOf(node);
  return call === null
    ? node.endedCalls
    : add(node.endedCalls, { startedAt: call.startedAt, endedAt });
}

function callOf({ progress }: TreeNode): NodeCall | null {
  if (progress.status !== 'writing') return null;
  const { messages, sampling, attempt, startedAt, drawnFor } = progress;
  const call = { messages, sampling, attempt, startedAt };
  return drawnFor === undefined ? call : { ...call, drawnFor };
}

/** The node after the run was stopped: what was being written stays as it is. */
export function haltNode(node: TreeNode, at: number, add: AddEndedCall = copyAndAdd): TreeNode {
  const call = callOf(node);
  if (call === null || node.progress.status !== 'writing') return node;
  const progress = { status: 'stopped', text: node.progress.text, ...call } as const;
  return { ...node, endedCalls: endedCalls(node, at, add), progress };
}

/** What an event of a scoring says of its response. */
export function scoringOf(event: Exclude<ScoringEvent, { type: 'scoring-started' }>): NodeScoring {
  if (event.type === 'scoring-failed') return { status: 'failed', message: event.message };
  return scoredBy(event);
}

/** What an event that gives a reward says of its response. */
function scoredBy({
  reward,
  otherReward,
  otherProblem,
  took,
}: Pick<RewardGiven, 'reward' | 'otherReward' | 'otherProblem' | 'took'>): NodeScoring {
  return {
    status: 'scored',
    reward,
    otherReward,
    ...(otherProblem === undefined ? {} : { otherProblem }),
    ...(took === undefined ? {} : { took }),
  };
}
