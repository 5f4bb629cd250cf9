import {
  type Arm,
  type ArmSummary,
  planNodes,
  type RunHeader,
  type RunOrigin,
  type RunSummary,
} from '../../core/index.ts';
import type { ArmDigest, RunDigest } from './digest.ts';

/** What a list shows of a run: what was planned, and what the digest of its log says came of it. */
export function summariseRun(header: RunHeader, digest: RunDigest, origin: RunOrigin): RunSummary {
  const { id, name, createdAt, plan, policy, rewardModel } = header;
  return {
    id,
    name,
    createdAt,
    prompt: plan.prompt,
    preference: plan.preference,
    budget: plan.budget,
    arms: plan.arms.map((arm) => summariseArm(arm, digest, plan.seed)),
    modelName: policy.name,
    scorerName: rewardModel.name,
    state: digest.state,
    origin,
  };
}

/** Newest first; runs of the same moment in an order that stays. */
export function newestFirst(one: RunSummary, other: RunSummary): number {
  return other.createdAt - one.createdAt || (one.id < other.id ? -1 : 1);
}

function summariseArm(arm: Arm, digest: RunDigest, runSeed: number): ArmSummary {
  const armDigest = digest.arms.find(({ armId }) => armId === arm.id);
  if (armDigest === undefined) return { arm, finishedResponses: 0, bestReward: null };
  const inBudget = new Set(
    planNodes(arm, runSeed).flatMap((place) => (place.inBudget ? [place.id] : [])),
  );
  return {
    arm,
    finishedResponses: armDigest.finished.filter((nodeId) => inBudget.has(nodeId)).length,
    bestReward: bestReward(armDigest, inBudget),
  };
}

function bestReward(
  { rewards, winnerId }: ArmDigest,
  inBudget: ReadonlySet<string>,
): number | null {
  const winner = rewards.find(({ nodeId }) => nodeId === winnerId);
  if (winner !== undefined) return winner.value;
  return rewards
    .filter(({ nodeId }) => inBudget.has(nodeId))
    .reduce<number | null>((best, { value }) => Math.max(best ?? value, value), null);
}
