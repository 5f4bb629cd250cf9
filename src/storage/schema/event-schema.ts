import * as z from 'zod/mini';
import {
  type DurableEvent,
  type FinishReason,
  LARGEST_REWARD,
  type NodeFailure,
  type ResponseRemark,
} from '../../core/index.ts';
import {
  armSchema,
  conditioningSchema,
  countSchema,
  headerSchema,
  idSchema,
  momentSchema,
  nameSchema,
  rewardModelSchema,
  samplingSchema,
  textSchema,
} from './header-schema.ts';
import { LIMITS } from './run-size-limits.ts';

const FINISH_REASONS = {
  stop: 'stop',
  length: 'length',
  unknown: 'unknown',
} satisfies { [Reason in FinishReason]: Reason };

const REMARKS = {
  empty: 'empty',
  'cut-off': 'cut-off',
  'identical-to-anchor': 'identical-to-anchor',
} satisfies { [Remark in ResponseRemark]: Remark };

const FAILURES = {
  'engine-lost': 'engine-lost',
  'context-overflow': 'context-overflow',
  'engine-failed': 'engine-failed',
  'no-anchor': 'no-anchor',
} satisfies { [Kind in NodeFailure['kind']]: Kind };

const ofNode = { armId: idSchema, nodeId: idSchema };

const addressSchema = z.object(ofNode);

const messageSchema = z.object({
  role: z.enum(['system', 'user', 'assistant']),
  content: textSchema,
});

// Tokens and their usage are read from workers too (src/engines/worker/policy-service.ts): the same fields by other rules. What
// is kept may be of an earlier engine and has limits of size; what a worker says must be a log-probability, likeliest first. Both
// are held to the core's types, which alone they share: the core has no zod, and neither layer knows the other.
const tokenSchema = z.object({
  text: textSchema,
  logProbability: z.nullable(z.number()),
  topLogProbabilities: z.exactOptional(
    z
      .array(z.object({ text: textSchema, logProbability: z.number() }))
      .check(z.maxLength(LIMITS.topLogProbabilities)),
  ),
});

const usageSchema = z.object({
  promptTokens: countSchema,
  cachedPromptTokens: z.nullable(countSchema),
  completionTokens: countSchema,
  isEstimate: z.exactOptional(z.literal(true)),
});

const rewardValueSchema = z.number().check(z.minimum(-LARGEST_REWARD), z.maximum(LARGEST_REWARD));

const contributionSchema = z.object({
  id: idSchema,
  label: nameSchema,
  value: rewardValueSchema,
  measured: textSchema,
});

const rewardSchema = z.object({
  value: rewardValueSchema,
  breakdown: z.array(contributionSchema).check(z.maxLength(LIMITS.contributions)),
  conditionedOn: conditioningSchema,
  comparisons: z.exactOptional(z.object({ made: countSchema, inconsistent: countSchema })),
  usage: z.exactOptional(z.object({ calls: countSchema, tokens: countSchema })),
});

const scoringTimeSchema = z.object({ startedAt: momentSchema, endedAt: momentSchema });

const nodeStartedSchema = z.object({
  type: z.enum(['draft-started', 'feedback-started', 'refinement-started']),
  ...ofNode,
  messages: z.array(messageSchema).check(z.maxLength(LIMITS.messages)),
  sampling: samplingSchema,
  attempt: z.int().check(z.minimum(1)),
  drawnFor: z.exactOptional(addressSchema),
  at: momentSchema,
});

const nodeFinishedSchema = z.object({
  type: z.enum(['draft-finished', 'feedback-finished', 'refinement-finished']),
  ...ofNode,
  text: textSchema,
  tokens: z.array(tokenSchema).check(z.maxLength(LIMITS.tokens)),
  finishReason: z.enum(FINISH_REASONS),
  usage: usageSchema,
  remarks: z.array(z.enum(REMARKS)).check(z.maxLength(LIMITS.contributions)),
  thoughts: z.exactOptional(z.object({ text: textSchema, closed: z.boolean() })),
  at: momentSchema,
});

const nodeFailedSchema = z.object({
  type: z.enum(['draft-failed', 'feedback-failed', 'refinement-failed']),
  ...ofNode,
  failure: z.object({ kind: z.enum(FAILURES), message: textSchema }),
  at: momentSchema,
});

const scoringSchema = z.object({
  id: idSchema,
  rewardModel: rewardModelSchema,
  conditionedOn: conditioningSchema,
  bothWays: z.exactOptional(z.boolean()),
});

const voteSchema = z.object({
  first: addressSchema,
  second: addressSchema,
  outcome: z.enum(['first', 'second', 'tie']),
  voter: nameSchema,
});

/** Reads a DurableEvent; keys that it doesn't know are dropped. */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('run-started'), run: headerSchema, at: momentSchema }),
  z.object({ type: z.literal('run-finished'), at: momentSchema }),
  z.object({ type: z.literal('run-stopped'), at: momentSchema }),
  z.object({ type: z.literal('run-failed'), message: textSchema, at: momentSchema }),
  z.object({
    type: z.literal('arms-added'),
    arms: z.array(armSchema).check(z.minLength(1), z.maxLength(LIMITS.arms)),
    at: momentSchema,
  }),
  z.object({ type: z.literal('arm-started'), armId: idSchema, at: momentSchema }),
  nodeStartedSchema,
  nodeFinishedSchema,
  nodeFailedSchema,
  z.object({
    type: z.literal('reward-given'),
    ...ofNode,
    reward: rewardSchema,
    otherReward: z.nullable(rewardSchema),
    otherProblem: z.exactOptional(textSchema),
    took: z.exactOptional(scoringTimeSchema),
  }),
  z.object({
    type: z.literal('reward-failed'),
    ...ofNode,
    message: textSchema,
    took: z.exactOptional(scoringTimeSchema),
  }),
  z.object({
    type: z.literal('anchor-chosen'),
    ...ofNode,
    layer: z.int().check(z.minimum(1)),
    rejectedId: z.exactOptional(idSchema),
  }),
  z.object({ type: z.literal('winner-chosen'), armId: idSchema, nodeId: z.nullable(idSchema) }),
  z.object({ type: z.literal('arm-finished'), armId: idSchema, at: momentSchema }),
  z.object({ type: z.literal('scoring-started'), scoring: scoringSchema, at: momentSchema }),
  z.object({
    type: z.literal('scoring-given'),
    scoringId: idSchema,
    ...ofNode,
    reward: rewardSchema,
    otherReward: z.nullable(rewardSchema),
    otherProblem: z.exactOptional(textSchema),
  }),
  z.object({
    type: z.literal('scoring-failed'),
    scoringId: idSchema,
    ...ofNode,
    message: textSchema,
  }),
  z.object({ type: z.literal('vote-cast'), vote: voteSchema, at: momentSchema }),
]) satisfies z.ZodMiniType<DurableEvent>;
