import type { FinishedNode } from '../tree/find-in-tree.ts';
import type { ArmEvent } from '../tree/run-events.ts';
import type { NodePlace, ResponseAddress } from '../tree/sampling-tree.ts';
import type { SharedDraw } from './shared-draws.ts';

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
