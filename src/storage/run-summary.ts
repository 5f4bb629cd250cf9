import * as z from 'zod/mini';
import {
  type Arm,
  type ArmSummary,
  type DurableEvent,
  type NodeId,
  planNodes,
  type RunHeader,
  type RunOrigin,
  type RunSummary,
  stateAfter,
} from '../core/index.ts';
import { countSchema, idSchema, textSchema } from './schema/header-schema.ts';

/**
 * What a list needs to know of a log, kept beside it and carried on with every append: a list of a hundred runs then reads
 * a hundred small rows and no log. It is the one thing beside the tree that is folded from events, since an append must not
 * read the log that it adds to; a test holds it to what the whole tree tells.
 */
export interface RunDigest {
  /** Length of the log. */
  readonly eventCount: number;
  readonly state: z.output<typeof stateSchema>;
  readonly arms: readonly ArmDigest[];
}

/** What a list needs to know of one arm’s events. */
export interface ArmDigest {
  readonly armId: string;
  /** Drafts and refinements that have their text. */
  readonly finished: readonly NodeId[];
  readonly rewards: readonly NodeReward[];
  readonly winnerId: NodeId | null;
}

interface NodeReward {
  readonly nodeId: NodeId;
  readonly value: number;
}

const stateSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('planned') }),
  z.object({ status: z.literal('running') }),
  z.object({ status: z.literal('finished') }),
  z.object({ status: z.literal('stopped') }),
  z.object({ status: z.literal('failed'), message: textSchema }),
]);

/** Reads a RunDigest that was stored. */
export const digestSchema = z.object({
  eventCount: countSchema,
  state: stateSchema,
  arms: z.array(
    z.object({
      armId: idSchema,
      finished: z.array(idSchema),
      rewards: z.array(z.object({ nodeId: idSchema, value: z.number() })),
      winnerId: z.nullable(idSchema),
    }),
  ),
}) satisfies z.ZodMiniType<RunDigest>;

/** The digest of an empty log. */
export function startDigest(header: RunHeader): RunDigest {
  return {
    eventCount: 0,
    state: { status: 'planned' },
    arms: header.plan.arms.map(({ id }) => ({
      armId: id,
      finished: [],
      rewards: [],
      winnerId: null,
    })),
  };
}

/** The digest of the log with `events` at its end. */
export function extendDigest(digest: RunDigest, events: readonly DurableEvent[]): RunDigest {
  return events.reduce(addEvent, digest);
}

function addEvent(digest: RunDigest, event: DurableEvent): RunDigest {
  const eventCount = digest.eventCount + 1;
  const counted = { ...digest, eventCount, state: stateAfter(digest.state, event) };
  switch (event.type) {
    case 'draft-finished':
    case 'refinement-finished':
      return changeArm(counted, event.armId, (arm) => addFinished(arm, event.nodeId));
    case 'reward-given': {
      const { nodeId, reward } = event;
      return changeArm(counted, event.armId, (arm) => addReward(arm, nodeId, reward.value));
    }
    case 'winner-chosen':
      return changeArm(counted, event.armId, (arm) => ({ ...arm, winnerId: event.nodeId }));
    default:
      return counted;
  }
}

function addFinished(arm: ArmDigest, nodeId: NodeId): ArmDigest {
  return arm.finished.includes(nodeId) ? arm : { ...arm, finished: [...arm.finished, nodeId] };
}

function addReward(arm: ArmDigest, nodeId: NodeId, value: number): ArmDigest {
  const others = arm.rewards.filter((reward) => reward.nodeId !== nodeId);
  return { ...arm, rewards: [...others, { nodeId, value }] };
}

function changeArm(
  digest: RunDigest,
  armId: string,
  change: (arm: ArmDigest) => ArmDigest,
): RunDigest {
  const arms = digest.arms.map((arm) => (arm.armId === armId ? change(arm) : arm));
  return { ...digest, arms };
}

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
  // What an adaptive arm will have isn't known from its plan; what lies outside the budget is.
  const outside = new Set(
    planNodes(arm, runSeed).flatMap((place) => (place.inBudget ? [] : [place.id])),
  );
  return {
    arm,
    finishedResponses: armDigest.finished.filter((nodeId) => !outside.has(nodeId)).length,
    bestReward: bestReward(armDigest, outside),
  };
}

function bestReward({ rewards, winnerId }: ArmDigest, outside: ReadonlySet<string>): number | null {
  const winner = rewards.find(({ nodeId }) => nodeId === winnerId);
  if (winner !== undefined) return winner.value;
  return rewards
    .filter(({ nodeId }) => !outside.has(nodeId))
    .reduce<number | null>((best, { value }) => Math.max(best ?? value, value), null);
}
