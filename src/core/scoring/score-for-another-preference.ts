import { messageOf } from '../error-message.ts';
import type { RewardModel } from '../reward.ts';
import { bestOf } from '../tree/choose-anchor-and-winner.ts';
import { findNode, pool } from '../tree/find-in-tree.ts';
import type {
  ArmTree,
  NodeScoring,
  SamplingTree,
  Scoring,
  ScoringHeader,
  TreeNode,
} from '../tree/sampling-tree.ts';
import { checked, isScorable } from './score-response.ts';
import { scorableResponses } from './score-tree-again.ts';

/** What a scorer says of texts for one preference, by the text. */
export type RewardsByText = ReadonlyMap<string, NodeScoring>;

/**
 * Scores every text of a run as an answer to another preference than it was written for, x joined with z, each text once. Yields
 * before each, so that whoever asks can wait or give up in between.
 *
 * @param score of a scorer that reads nothing but the texts
 */
export function* scoreForPreference(
  { run, arms }: Pick<SamplingTree, 'run' | 'arms'>,
  preference: string,
  score: NonNullable<RewardModel['scoreAtOnce']>,
): Generator<void, RewardsByText> {
  const rewards = new Map<string, NodeScoring>();
  const { prompt } = run.plan;
  for (const node of arms.flatMap(({ nodes }) => nodes.filter(isScorable))) {
    const response = node.progress.text;
    if (rewards.has(response)) continue;
    yield;
    const conditionedOn = 'prompt-and-preference';
    const request = { prompt, preference, conditionedOn, response, sampled: null } as const;
    rewards.set(
      response,
      scoringOf(() => checked(score(request))),
    );
  }
  return rewards;
}

function scoringOf(score: () => ReturnType<typeof checked>): NodeScoring {
  try {
    return { status: 'scored', reward: score(), otherReward: null };
  } catch (error) {
    return { status: 'failed', message: messageOf(error) };
  }
}

/**
 * An arm with these rewards in place of its own, and the winner that they make. Anchors stay those that were refined, since no
 * others were.
 */
export function readArmByText(arm: ArmTree, rewards: RewardsByText): ArmTree {
  const nodes = arm.nodes.map((node) => ({ ...node, scoring: rewardByText(node, rewards) }));
  const read = { ...arm, nodes };
  return { ...read, winnerId: arm.winnerId === null ? null : (bestOf(pool(read))?.id ?? null) };
}

function rewardByText(node: TreeNode, rewards: RewardsByText): NodeScoring {
  const reward = isScorable(node) ? rewards.get(node.progress.text) : undefined;
  return reward ?? { status: 'unscored' };
}

/** The same in the form of every other scoring of the run. */
export function scoringByText(
  tree: SamplingTree,
  header: Pick<ScoringHeader, 'id' | 'rewardModel'>,
  rewards: RewardsByText,
): Scoring {
  const outcomes = scorableResponses(tree).map(({ armId, nodeId, node }) => ({
    response: { armId, nodeId },
    scoring: rewardByText(node, rewards),
  }));
  return { ...header, conditionedOn: 'prompt-and-preference', outcomes };
}

/** What the rewards of another preference make of an arm's winner. */
export interface OtherWinner {
  readonly before: TreeNode;
  /** The same response where it would win again; the earlier of equals. */
  readonly after: TreeNode;
}

/**
 * The winner of an arm by its own rewards, and by others.
 *
 * @returns null where one of them has none
 */
export function otherWinner(own: ArmTree, read: ArmTree): OtherWinner | null {
  const before = findNode(read, own.winnerId);
  const after = findNode(read, read.winnerId);
  return before === null || after === null ? null : { before, after };
}
