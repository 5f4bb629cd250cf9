import type {
  FinishReason,
  GenerationChunk,
  GenerationRequest,
  Policy,
  PolicyDescription,
  ScoredText,
  ScoreTextRequest,
  ChatMessage,
} from '../../core/index.ts';
import { openChannel } from '../worker/channel.ts';
import { createAnswerText } from './answer-text.ts';
import type { BatchScheduler } from './batch-scheduler.ts';
import { createTokenDraw } from './draw-token.ts';
import { explainGenerationFailure } from './generation-failures.ts';
import type { LoadedModel } from './loaded-model.ts';
import type { MeasuredToken } from './measure-token.ts';
import { asTokens } from './sampled-tokens.ts';
import { checkFits, markInText, pieces } from './score-text.ts';
import type { VendorPipeline } from './vendor-pipeline.ts';

export interface BatchParts {
  readonly scheduler: BatchScheduler;
  readonly model: LoadedModel;
  readonly vendor: Pick<VendorPipeline, 'promptTokens' | 'stopTokens' | 'stopTexts'>;
}

/** The loaded model as a policy, inside the worker: what is asked for at once is drawn and scored as one batch. */
export function createBatchPolicy(parts: BatchParts, description: PolicyDescription): Policy {
  const { contextTokens } = description;
  return {
    description,
    generate: (request, signal) => generate(parts, contextTokens, request, signal),
    scoreText: async (request, signal) => {
      try {
        return await score(parts, contextTokens, request, signal);
      } catch (error) {
        signal.throwIfAborted();
        throw explainGenerationFailure(error);
      }
    },
  };
}

async function* generate(
  { scheduler, model, vendor }: BatchParts,
  contextTokens: number,
  request: GenerationRequest,
  signal: AbortSignal,
): AsyncGenerator<GenerationChunk, void, undefined> {
  const leave = new AbortController();
  try {
    signal.throwIfAborted();
    const prompt = await vendor.promptTokens(request.messages);
    checkFits(prompt.length, contextTokens, 'The prompt is');
    const chunks = openChannel<GenerationChunk>();
    // The last token is drawn without being read, so there is room for one in a context that the prompt fills.
    const mostTokens = Math.min(request.sampling.maxTokens, contextTokens - prompt.length + 1);
    const writing = createWriting(chunks.push, { model, vendor, mostTokens });
    const { sampling, seed, topLogProbabilities: likeliest } = request;
    const draw = createTokenDraw({ sampling, seed, likeliest });
    const order = { kind: 'answer', prompt, mostTokens, draw, take: writing.take } as const;
    scheduler.run(order, AbortSignal.any([signal, leave.signal])).then((cachedPromptTokens) => {
      writing.end({ promptTokens: prompt.length, cachedPromptTokens });
      chunks.close();
    }, chunks.fail);
    yield* chunks.items;
  } catch (error) {
    signal.throwIfAborted();
    throw explainGenerationFailure(error);
  } finally {
    // A reader who leaves before the end stops the answer too.
    leave.abort();
  }
}

interface Writing {
  /** @returns whether another token is wanted. */
  readonly take: (drawn: MeasuredToken) => boolean;
  end(prompt: { readonly promptTokens: number; readonly cachedPromptTokens: number }): void;
}

/** Makes an answer's chunks of its tokens, and says when it is at its end. */
function createWriting(
  push: (chunk: GenerationChunk) => void,
  {
    model,
    vendor,
    mostTokens,
  }: Pick<BatchParts, 'model' | 'vendor'> & { readonly mostTokens: number },
): Writing {
  const answer = createAnswerText((tokens) => model.decode(tokens), vendor.stopTexts);
  let waiting: MeasuredToken[] = [];
  let completionTokens = 0;
  let finishReason: FinishReason = 'length';

  const show = (text: string): void => {
    push({ type: 'text-added', text, tokens: asTokens(waiting, text, model) });
    waiting = [];
  };
  return {
    take: (drawn) => {
      completionTokens += 1;
      // The token that ends an answer is counted but is no part of its text.
      const ends = vendor.stopTokens.includes(drawn.token);
      if (!ends) {
        waiting.push(drawn);
        const text = answer.add(drawn.token);
        if (text !== '') show(text);
      }
      if (ends || answer.stopped) finishReason = 'stop';
      return finishReason !== 'stop' && completionTokens < mostTokens;
    },
    end: (prompt) => {
      const rest = answer.rest();
      if (waiting.length > 0) show(rest);
      push({
        type: 'generation-finished',
        finishReason,
        usage: { ...prompt, completionTokens },
      });
    },
  };
}

async function score(
  { scheduler, model, vendor }: BatchParts,
  contextTokens: number,
  { messages, text }: ScoreTextRequest,
  signal: AbortSignal,
): Promise<ScoredText> {
  signal.throwIfAborted();
  const ids = model.encode(text);
  if (ids.some((id) => vendor.stopTokens.includes(id))) throw markInText();
  checkFits(leastPrompt(model, messages) + ids.length, contextTokens);
  const prompt =
    messages.length > 0
      ? await vendor.promptTokens(messages)
      : [...model.firstTokens, ...model.encode(model.opening)];
  checkFits(prompt.length + ids.length, contextTokens);
  const figures: number[] = [];
  const take = (figure: number): void => {
    figures.push(figure);
  };
  const cachedPromptTokens = await scheduler.run(
    { kind: 'score', prompt, text: ids, take },
    signal,
  );
  const texts = pieces(model, ids, text);
  return {
    tokens: texts.map((one, place) => ({ text: one, logProbability: figures[place] ?? null })),
    usage: {
      promptTokens: prompt.length,
      cachedPromptTokens,
      completionTokens: ids.length,
    },
  };
}

/** The template only adds to the messages. */
function leastPrompt(model: LoadedModel, messages: readonly ChatMessage[]): number {
  return messages.reduce((sum, { content }) => sum + model.encode(content).length, 0);
}
