import {
  anchorFor,
  type ArmEvent,
  bestOf,
  type DurableEvent,
  findNode,
  type GrowingArm,
  type GrowingTree,
  isScorable,
  pool,
  rewardOf,
  type TreeNode,
} from '../../core/index.ts';
import { checkAnchor, checkDone, isComplete } from './check-anchor.ts';
import { checkAnswer } from './check-answer.ts';
import { checkRewards } from './check-scorings-and-votes.ts';
import { checkSharedText, checkTakenOver } from './check-shared-draw.ts';
import { describeValue, type FieldPath, type Problem, problemAt } from './describe-problem.ts';

type EventOf<Type extends DurableEvent['type']> = Extract<DurableEvent, { readonly type: Type }>;
type StartEvent = EventOf<'draft-started' | 'feedback-started' | 'refinement-started'>;
type DurableArmEvent = Extract<DurableEvent, ArmEvent>;
type NodeEvent = Exclude<
  DurableArmEvent,
  { type: `arm-${string}` | 'anchor-chosen' | 'winner-chosen' }
>;

/** What an event says of an arm can happen to the arm as it stands. */
export function checkArmEvent(
  event: DurableArmEvent,
  path: FieldPath,
  arm: GrowingArm,
  run: GrowingTree,
): Problem | null {
  switch (event.type) {
    case 'arm-started':
      return null;
    case 'arm-finished':
      return checkArmEnd(event, path, arm);
    case 'winner-chosen':
      return checkWinner(event, path, arm);
    default: {
      const node = arm.node(event.nodeId);
      if (node === null) {
        const expected = "the id of one of the plan's nodes in this arm";
        return problemAt([...path, 'nodeId'], expected, describeValue(event.nodeId));
      }
      return event.type === 'anchor-chosen'
        ? checkAnchor(event, node, path, arm)
        : checkNodeEvent(event, node, path, { arm, run });
    }
  }
}

function checkArmEnd(
  { at, armId }: EventOf<'arm-finished'>,
  path: FieldPath,
  { tree }: GrowingArm,
): Problem | null {
  if (tree.status !== 'running') {
    const found = `about "${armId}", which is ${tree.status}`;
    return problemAt([...path, 'type'], 'about an arm that is under way', found);
  }
  const problem = checkDone(tree.nodes, path, 'type');
  if (problem !== null) return problem;
  if (!isBest(tree.winnerId, tree)) {
    const found = tree.winnerId === null ? 'before it has one' : describeValue(tree.winnerId);
    return problemAt([...path, 'type'], "after the arm's winner was chosen", found);
  }
  return checkMoment(at, tree.startedAt, path);
}

function checkWinner(
  { nodeId }: EventOf<'winner-chosen'>,
  path: FieldPath,
  { tree }: GrowingArm,
): Problem | null {
  if (!isBest(nodeId, tree)) {
    const expected = 'the response with the highest reward so far';
    return problemAt([...path, 'nodeId'], expected, describeValue(nodeId));
  }
  return checkDone(tree.nodes, path, 'nodeId');
}

/** Whether a response has the highest reward of the pool, or is none where no response has one. */
export function isBest(nodeId: string | null, arm: GrowingArm['tree']): boolean {
  const best = bestOf(pool(arm));
  if (best === null || nodeId === null) return best === null && nodeId === null;
  const node = findNode(arm, nodeId);
  return node?.inBudget === true && rewardOf(node) === rewardOf(best);
}

function checkNodeEvent(
  event: NodeEvent,
  node: TreeNode,
  path: FieldPath,
  { arm, run }: { readonly arm: GrowingArm; readonly run: GrowingTree },
): Problem | null {
  if (event.type === 'reward-given' || event.type === 'reward-failed') {
    return checkScoring(event, node, path);
  }
  if (!event.type.startsWith(node.kind)) {
    const expected = `about a ${node.kind}, since "${node.id}" is one,`;
    return problemAt([...path, 'type'], expected, describeValue(event.type));
  }
  switch (event.type) {
    case 'draft-started':
    case 'feedback-started':
    case 'refinement-started':
      return (
        checkStart(event, node, path, arm) ??
        (event.drawnFor === undefined
          ? checkMoment(event.at, startOf(node) ?? arm.tree.startedAt, path)
          : checkTakenOver(event, node, path, run))
      );
    case 'draft-finished':
    case 'feedback-finished':
    case 'refinement-finished':
      return (
        checkWriting(node, path) ??
        checkAnswer(event, path, anchorText(node, arm)) ??
        checkSharedText(event, node, path, run) ??
        checkMoment(event.at, startOf(node), path)
      );
    default:
      return checkFailure(event, node, path, arm);
  }
}

function checkStart(
  { attempt }: StartEvent,
  node: TreeNode,
  path: FieldPath,
  { tree }: GrowingArm,
): Problem | null {
  const { status } = node.progress;
  if (status === 'finished') {
    const expected = 'a node that is not finished';
    return problemAt([...path, 'nodeId'], expected, describeValue(node.id));
  }
  if (tree.status !== 'running') {
    const expected = 'told while the arm is under way';
    return problemAt([...path, 'armId'], expected, describeValue(tree.arm.id));
  }
  if (
    attempt > 1 &&
    (node.progress.status !== 'writing' || node.progress.attempt !== attempt - 1)
  ) {
    const expected = 'one more than that of the call before';
    return problemAt([...path, 'attempt'], expected, describeValue(attempt));
  }
  return checkReads(node, path, tree);
}

/** What is written from an anchor and its feedback comes after them. */
function checkReads(node: TreeNode, path: FieldPath, tree: GrowingArm['tree']): Problem | null {
  if (node.layer > 0 && (tree.anchors[node.layer] ?? null) === null) {
    const expected = 'a node whose layer has an anchor';
    return problemAt([...path, 'nodeId'], expected, describeValue(node.id));
  }
  const feedback = findNode(tree, node.feedbackId);
  return feedback === null || isComplete(feedback)
    ? null
    : problemAt(
        [...path, 'nodeId'],
        `a node whose feedback, "${feedback.id}", was written before`,
        describeValue(node.id),
      );
}

function checkFailure(
  { failure, at }: EventOf<'draft-failed' | 'feedback-failed' | 'refinement-failed'>,
  node: TreeNode,
  path: FieldPath,
  { tree }: GrowingArm,
): Problem | null {
  if (failure.kind !== 'no-anchor') {
    return checkWriting(node, path) ?? checkMoment(at, startOf(node), path);
  }
  const refuses =
    node.layer > 0 && node.progress.status !== 'finished' && tree.status === 'running';
  return refuses && anchorFor(tree, node.layer) === null
    ? null
    : problemAt(
        [...path, 'failure', 'kind'],
        'another one, since there was something to refine or nothing to be refined,',
        describeValue(failure.kind),
      );
}

function checkWriting({ id, progress }: TreeNode, path: FieldPath): Problem | null {
  if (progress.status === 'writing') return null;
  const found = `${describeValue(id)}, which is ${progress.status}`;
  return problemAt([...path, 'nodeId'], 'a node that was started before', found);
}

function checkScoring(
  event: EventOf<'reward-given' | 'reward-failed'>,
  node: TreeNode,
  path: FieldPath,
): Problem | null {
  if (!isScorable(node)) {
    const expected = 'a response that was finished before';
    return problemAt([...path, 'nodeId'], expected, describeValue(node.id));
  }
  const { took } = event;
  const problem =
    took === undefined
      ? null
      : checkMoment(took.endedAt, took.startedAt, [...path, 'took'], 'endedAt');
  if (problem !== null) return problem;
  if (event.type === 'reward-failed') {
    const reward = rewardOf(node);
    return reward === null
      ? null
      : problemAt(
          [...path, 'type'],
          `"reward-given", since a reward of ${String(reward)} stands,`,
          '"reward-failed"',
        );
  }
  return checkRewards(event, path) ?? checkSameReward(event, node, path);
}

/** A reward that stands is given again only with the other one beside it, which had failed. */
function checkSameReward(
  { reward: { value } }: EventOf<'reward-given'>,
  node: TreeNode,
  path: FieldPath,
): Problem | null {
  const standing = rewardOf(node);
  if (standing === null || standing === value) return null;
  const expected = `the reward that stands, ${String(standing)},`;
  return problemAt([...path, 'reward', 'value'], expected, describeValue(value));
}

/** Nothing ends before it begins. */
function checkMoment(
  at: number,
  start: number | null,
  path: FieldPath,
  field = 'at',
): Problem | null {
  if (start === null || at >= start) return null;
  const expected = `no earlier than its start, ${String(start)},`;
  return problemAt([...path, field], expected, describeValue(at));
}

function startOf({ progress }: TreeNode): number | null {
  return progress.status === 'writing' ? progress.startedAt : null;
}

function anchorText(node: TreeNode, arm: GrowingArm): string | null {
  if (node.kind !== 'refinement') return null;
  const anchor = arm.node(arm.tree.anchors[node.layer] ?? '');
  return anchor?.progress.status === 'finished' ? anchor.progress.text : null;
}
