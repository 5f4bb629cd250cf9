import {
  type GenerationChunk,
  type GenerationRequest,
  isGreedy,
  messageOf,
  type Policy,
  type PolicyDescription,
  PolicyError,
  type SampledToken,
  type ScoredText,
  type TextScorer,
} from '../../src/core/index.ts';
import type { ChatPrompts } from '../../src/engines/llama-cpp/chat-prompt.ts';
import { contextOverflow } from '../../src/engines/worker/failures.ts';
import type { NativeModel, NativeSampling, NativeSequence } from './node-llama-cpp.ts';
import { Places } from './places.ts';
import { readPrompt, type Weight, weighTokens } from './weigh-tokens.ts';

export interface NativeParts {
  readonly model: Pick<NativeModel, 'tokenize' | 'detokenize'>;
  /** As many answers as are drawn at once. */
  readonly sequences: readonly NativeSequence[];
  readonly prompts: ChatPrompts;
  readonly description: PolicyDescription;
}

/**
 * A model in this process as a policy. An answer is drawn by llama.cpp's own samplers and then read once more, for the figures
 * of the model's own distribution: it comes in one piece.
 */
export function createNativePolicy(parts: NativeParts): Policy & TextScorer {
  const places = new Places(parts.sequences);
  const inPlace: InPlace = async (prompt, signal, work) => {
    const worthOf = (sequence: NativeSequence): number =>
      sequence.compareContextTokens(prompt).firstDifferentIndex;
    try {
      const done = await places.use(worthOf, signal, work);
      signal.throwIfAborted();
      return done;
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw explain(error);
    }
  };
  return {
    description: parts.description,
    generate: async function* (request, signal) {
      signal.throwIfAborted();
      const prompt = parts.prompts.tokensOf(request.messages);
      checkLength(parts, prompt.length + 1);
      const chunks = await inPlace(prompt, signal, (sequence) =>
        answer(parts, sequence, prompt, request, signal),
      );
      for (const chunk of chunks) {
        yield chunk;
        signal.throwIfAborted();
      }
    },
    scoreText: async ({ messages, text }, signal) => {
      signal.throwIfAborted();
      const prompt = parts.prompts.tokensOf(messages);
      const tokens = parts.model.tokenize(text, false);
      checkLength(parts, prompt.length + tokens.length, 'Prompt and text are');
      return inPlace(prompt, signal, (sequence) => score(parts, sequence, prompt, tokens));
    },
  };
}

/** Works in the sequence that has read most of the prompt. */
type InPlace = <Result>(
  prompt: readonly number[],
  signal: AbortSignal,
  work: (sequence: NativeSequence) => Promise<Result>,
) => Promise<Result>;

/** @throws PolicyError where there is no room for so many tokens */
function checkLength({ description }: NativeParts, tokens: number, subject?: string): void {
  const { contextTokens } = description;
  if (tokens <= contextTokens) return;
  throw contextOverflow(tokens, contextTokens, subject === undefined ? {} : { subject });
}

async function answer(
  parts: NativeParts,
  sequence: NativeSequence,
  prompt: readonly number[],
  request: GenerationRequest,
  signal: AbortSignal,
): Promise<readonly GenerationChunk[]> {
  const { sampling, topLogProbabilities: told } = request;
  const room = Math.min(sampling.maxTokens, parts.description.contextTokens - prompt.length);
  const cached = await readPrompt(sequence, prompt);
  const drawn: number[] = [];
  for await (const token of sequence.evaluate(prompt.slice(-1), samplingOf(request, drawn))) {
    signal.throwIfAborted();
    drawn.push(token);
    if (drawn.length >= room) break;
  }
  signal.throwIfAborted();
  const weights = drawn.length === 0 ? [] : await weighTokens(sequence, prompt, drawn, told ?? 0);
  const tokens = tokensOf(parts.model, drawn, weights, told !== undefined);
  const text = tokens.map((token) => token.text).join('');
  const ended = drawn.length < room;
  return [
    ...(tokens.length === 0 ? [] : [{ type: 'text-added', text, tokens } as const]),
    {
      type: 'generation-finished',
      finishReason: ended ? 'stop' : 'length',
      usage: {
        promptTokens: prompt.length,
        cachedPromptTokens: cached,
        completionTokens: drawn.length + Number(ended),
      },
    },
  ];
}

/** @param drawn the answer's tokens so far, which the presence penalty is for */
function samplingOf(
  { sampling, seed }: GenerationRequest,
  drawn: readonly number[],
): NativeSampling {
  const { temperature, topK, topP, presencePenalty, maxTokens } = sampling;
  const repeatPenalty = {
    punishTokens: () => drawn,
    maxPunishTokens: maxTokens,
    penalty: 1,
    presencePenalty,
  };
  return {
    ...{ temperature: isGreedy(sampling) ? 0 : temperature, topK, topP, seed },
    ...(presencePenalty === 0 ? {} : { repeatPenalty }),
  };
}

async function score(
  { model }: NativeParts,
  sequence: NativeSequence,
  prompt: readonly number[],
  text: readonly number[],
): Promise<ScoredText> {
  const cached = await readPrompt(sequence, prompt);
  const weights = await weighTokens(sequence, prompt, text, 0);
  return {
    tokens: tokensOf(model, text, weights, false),
    usage: {
      promptTokens: prompt.length,
      cachedPromptTokens: cached,
      completionTokens: text.length,
    },
  };
}

/** Most tokens that one character takes. */
const MOST_OF_CHARACTER = 4;

/** Tokens as a run keeps them. A character of several shows with the last of them; the others have no text of their own. */
function tokensOf(
  model: Pick<NativeModel, 'detokenize'>,
  tokens: readonly number[],
  weights: readonly Weight[],
  withLikeliest: boolean,
): readonly SampledToken[] {
  let held: number[] = [];
  return tokens.map((token, place) => {
    held.push(token);
    const said = model.detokenize(held);
    const isPart = said.endsWith('\ufffd') && held.length < MOST_OF_CHARACTER;
    if (!isPart) held = [];
    const { logProbability = null, likeliest = [] } = weights[place] ?? {};
    const own = { text: isPart ? '' : said, logProbability };
    if (!withLikeliest) return own;
    const topLogProbabilities = likeliest.map((one) => ({
      text: model.detokenize([one.token]),
      logProbability: one.logProbability,
    }));
    return { ...own, topLogProbabilities };
  });
}

function explain(error: unknown): PolicyError {
  if (error instanceof PolicyError) return error;
  const message = `llama.cpp could not answer: ${messageOf(error)}`;
  return new PolicyError('engine-failed', message, { cause: error });
}
