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

/**
 * The rewards of another scorer. It is asked by arm and node; of an arm that is read out of what others have drawn, a response has the
 * reward of its text, since prompt and preference are the run's own.
 */
export function rewardsByScoring(tree: SamplingTree, scoring: Scoring): RewardOfNode {
  const byAddress = new Map<string, number>();
  const byText = new Map<string, number>();
  for (const { response, scoring: told } of scoring.outcomes) {
    if (told.status !== 'scored') continue;
    const { value } = told.reward;
    byAddress.set(addressOf(response.armId, response.nodeId), value);
    const arm = findArm(tree, response.armId);
    const node = arm === null ? null : findNode(arm, response.nodeId);
    if (node !== null && isFinished(node) && !byText.has(textOf(node))) {
      byText.set(textOf(node), value);
    }
  }
  return (node, armId) =>
    byAddress.get(addressOf(armId, node.id)) ?? byText.get(textOf(node)) ?? null;
}

function addressOf(armId: string, nodeId: string): string {
  return `${armId} ${nodeId}`;
}
