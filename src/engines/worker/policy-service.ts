import * as z from 'zod/mini';
import {
  CHAT_TEMPLATE_ORIGINS,
  ENGINE_NAMES,
  textScorerOf,
  type GenerationChunk,
  type GenerationRequest,
  type Policy,
  type PolicyDescription,
  type ScoredText,
  type ScoreTextRequest,
} from '../../core/index.ts';
import type { Locks } from './life-lock.ts';
import { countSchema, type Service, type WorkerMessage } from './messages.ts';
import { serveModel, type ModelLoader, type ServingPort } from './serve-model.ts';

/** What a policy behind a worker is asked for. */
export type PolicyRequest =
  | { readonly task: 'generate'; readonly order: GenerationRequest }
  | { readonly task: 'score-text'; readonly order: ScoreTextRequest };

/** Chunks of a generation, or one scored text. */
export type PolicyMade = GenerationChunk | ({ readonly type: 'text-scored' } & ScoredText);

/** Likeliest tokens told beside a token, as `GenerationRequest` allows. */
const MOST_TOP_TOKENS = 20;

const messagesSchema = z.array(
  z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() }),
);

const SAMPLING_SETTINGS = ['temperature', 'topP', 'topK', 'presencePenalty', 'maxTokens'] as const;

const samplingSchema = z.object({
  temperature: z.number(),
  topP: z.number(),
  topK: z.number(),
  presencePenalty: z.number(),
  maxTokens: z.number(),
});

const logProbabilitySchema = z.number().check(z.maximum(0));

/** The likeliest first. */
const topSchema = z
  .array(z.object({ text: z.string(), logProbability: logProbabilitySchema }))
  .check(
    z.maxLength(MOST_TOP_TOKENS),
    z.refine((top) =>
      top.every(
        ({ logProbability }, place) =>
          logProbability <= (top[place - 1]?.logProbability ?? Number.POSITIVE_INFINITY),
      ),
    ),
  );

const tokensSchema = z.array(
  z.object({
    text: z.string(),
    logProbability: z.nullable(logProbabilitySchema),
    topLogProbabilities: z.exactOptional(topSchema),
  }),
);

const usageSchema = z.object({
  promptTokens: countSchema,
  cachedPromptTokens: z.nullable(countSchema),
  completionTokens: countSchema,
});

const descriptionSchema = z.object({
  id: z.string(),
  name: z.string(),
  engine: z.enum(ENGINE_NAMES),
  device: z.string(),
  contextTokens: countSchema,
  parallelism: countSchema,
  ignoredSettings: z.array(z.enum(SAMPLING_SETTINGS)),
  logProbabilityOf: z.nullable(z.string()),
  vocabularyTokens: z.exactOptional(z.nullable(countSchema)),
  chatTemplate: z.exactOptional(z.enum(CHAT_TEMPLATE_ORIGINS)),
  thoughtMarks: z.exactOptional(
    z.object({ opens: z.string(), closes: z.string(), begun: z.boolean() }),
  ),
});

const requestSchema = z.discriminatedUnion('task', [
  z.object({
    task: z.literal('generate'),
    order: z.object({
      messages: messagesSchema,
      sampling: samplingSchema,
      seed: countSchema,
      topLogProbabilities: z.exactOptional(countSchema.check(z.maximum(MOST_TOP_TOKENS))),
    }),
  }),
  z.object({
    task: z.literal('score-text'),
    order: z.object({ messages: messagesSchema, text: z.string().check(z.minLength(1)) }),
  }),
]);

const madeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text-added'), text: z.string(), tokens: tokensSchema }),
  z.object({
    type: z.literal('generation-finished'),
    finishReason: z.enum(['stop', 'length']),
    usage: usageSchema,
  }),
  z.object({ type: z.literal('text-scored'), tokens: tokensSchema, usage: usageSchema }),
]);

export const POLICY_SERVICE: Service<PolicyDescription, PolicyRequest, PolicyMade> = {
  description: descriptionSchema,
  request: requestSchema,
  made: madeSchema,
  placesOf: ({ parallelism }) => parallelism,
};

/** The worker's side of an engine: loads one model as a policy. */
export type EngineLoader = ModelLoader<Policy>;

/** Serves a policy for as long as the worker lives. */
export function servePolicy(
  port: ServingPort<WorkerMessage<PolicyDescription, PolicyMade>>,
  loader: EngineLoader,
  locks: Locks,
): void {
  serveModel(port, { service: POLICY_SERVICE, loader, answer }, locks);
}

async function* answer(
  policy: Policy,
  request: PolicyRequest,
  signal: AbortSignal,
): AsyncGenerator<PolicyMade, void, undefined> {
  if (request.task === 'generate') yield* policy.generate(request.order, signal);
  else {
    const scored = await textScorerOf(policy).scoreText(request.order, signal);
    yield { type: 'text-scored', ...scored };
  }
}
