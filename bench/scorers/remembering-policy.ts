import { z } from 'zod';
import {
  type GenerationChunk,
  type Policy,
  type ScoredText,
  textScorerOf,
  type TextScorer,
} from '../../src/core/index.ts';
import type { FigureStore } from './figure-store.ts';

const probability = z.object({ text: z.string(), logProbability: z.number() });
const tokens = z.array(
  z.object({
    text: z.string(),
    logProbability: z.number().nullable(),
    topLogProbabilities: z.array(probability).exactOptional(),
  }),
);
const usage = z.object({
  promptTokens: z.number(),
  cachedPromptTokens: z.number().nullable(),
  completionTokens: z.number(),
});
const scoredText = z.object({ tokens, usage });
const chunks = z.array(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('text-added'), text: z.string(), tokens }),
    z.object({
      type: z.literal('generation-finished'),
      finishReason: z.enum(['stop', 'length']),
      usage,
    }),
  ]),
);

/**
 * The same policy, which asks the engine for the same thing only once.
 *
 * @param modelKey says which weights on which engine gave the figures
 */
export function rememberingPolicy(
  policy: Policy,
  modelKey: string,
  store: FigureStore,
): Policy & TextScorer {
  async function* generate(
    request: Parameters<Policy['generate']>[0],
    signal: AbortSignal,
  ): AsyncGenerator<GenerationChunk, void, undefined> {
    const key = [modelKey, 'generate', request];
    const kept = chunks.safeParse(await store.get(key));
    if (kept.success) {
      yield* kept.data;
      return;
    }
    const all: GenerationChunk[] = [];
    for await (const chunk of policy.generate(request, signal)) {
      all.push(chunk);
      // Before it is told: who has heard the end may not come back for more.
      if (chunk.type === 'generation-finished') await store.put(key, all);
      yield chunk;
    }
  }
  return {
    description: policy.description,
    generate,
    scoreText: async (request, signal): Promise<ScoredText> => {
      const key = [modelKey, 'score-text', request];
      const kept = scoredText.safeParse(await store.get(key));
      if (kept.success) return kept.data;
      const scored = await textScorerOf(policy).scoreText(request, signal);
      await store.put(key, scored);
      return scored;
    },
  };
}
