import {
  armLabel,
  findNode,
  isAdaptive,
  nodeName,
  nodesOf,
  rewardOf,
  type ArmTree,
} from '../../../core/index.ts';
import { formatReward } from '../../../ui/index.ts';

/** How far the method has got while a run is sampled: a sentence that changes at its steps, not with every word. */
export function stageSentence(arms: readonly ArmTree[]): string {
  const running = arms.find(({ status }) => status === 'running');
  if (running !== undefined) return runningSentence(running);
  const last = arms.findLast(({ status }) => status === 'finished');
  return last === undefined ? 'Drafts come first.' : finishedSentence(last);
}

function runningSentence(arm: ArmTree): string {
  const label = armLabel(arm.arm);
  const begun = arm.nodes.findLast(({ progress }) => progress.status !== 'planned');
  if (isAdaptive(arm.arm) && begun?.kind === 'draft') {
    const isWritten = begun.progress.status !== 'writing';
    return `${label}: a draft is being ${isWritten ? 'scored' : 'written'}.`;
  }
  const layer = arm.anchors.findLastIndex((anchor) => anchor !== null);
  const anchor = layer < 0 ? null : findNode(arm, arm.anchors[layer] ?? null);
  if (anchor === null) return `${label}: drafts are being written.`;
  const reward = rewardOf(anchor);
  const chosen = `${label}: ${nodeName(anchor, arm)} is the anchor${reward === null ? '' : `, reward ${formatReward(reward)}`}`;
  const feedbacks = nodesOf(arm, 'feedback', layer);
  const written = feedbacks.filter(({ progress }) => progress.status === 'finished').length;
  if (feedbacks.length === 0) return `${chosen}; it is being refined.`;
  return written < feedbacks.length
    ? `${chosen}; the model writes feedback on it.`
    : `${chosen}; the feedback is written, and it is being refined.`;
}

function finishedSentence(arm: ArmTree): string {
  const label = armLabel(arm.arm);
  const winner = findNode(arm, arm.winnerId);
  const reward = winner === null ? null : rewardOf(winner);
  return winner === null || reward === null
    ? `${label} is done, without a winner.`
    : `${label} is done: ${nodeName(winner, arm)} wins, reward ${formatReward(reward)}.`;
}
