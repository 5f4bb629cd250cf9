import {
  findArm,
  findNode,
  isFinished,
  type SamplingTree,
  type Scoring,
  textOf,
  type TreeNode,
} from '../../core/index.ts';

/** The reward of a response; null where it has none. */
export type RewardOfNode = (node: TreeNode, armId: string) => number | null;

interface ReadResponse {
  readonly node: TreeNode;
  readonly armId: string;
  readonly value: number;
}

/**
 * The rewards of another scorer. It is asked by arm and node; of an arm that is read out of what others have drawn, a response has the
 * reward of its draw. Another draw of the same text may have other tokens, which some scorers read.
 */
export function rewardsByScoring(tree: SamplingTree, scoring: Scoring): RewardOfNode {
  const byText = new Map<string, ReadResponse[]>();
  for (const { response, scoring: told } of scoring.outcomes) {
    const { armId, nodeId } = response;
    const arm = findArm(tree, armId);
    const node = arm === null ? null : findNode(arm, nodeId);
    if (told.status !== 'scored' || node === null || !isFinished(node)) continue;
    const read = { node, armId, value: told.reward.value };
    const alike = byText.get(textOf(node));
    if (alike === undefined) byText.set(textOf(node), [read]);
    else alike.push(read);
  }
  return (node, armId) => {
    const draws = byText.get(textOf(node))?.filter((read) => isSameDraw(read.node, node)) ?? [];
    // An arm that is read out of others may bear the id of one of them.
    const own = draws.find((read) => read.armId === armId && read.node.id === node.id);
    return (own ?? draws[0])?.value ?? null;
  };
}

/** Whether both are what one call said, or what two said that asked alike. */
function isSameDraw(one: TreeNode, other: TreeNode): boolean {
  if (!isFinished(one) || !isFinished(other) || one.seed !== other.seed) return false;
  const [messages, others] = [one.progress.messages, other.progress.messages];
  return messages === others || JSON.stringify(messages) === JSON.stringify(others);
}
