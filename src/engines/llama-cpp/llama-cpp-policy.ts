import type {
  GenerationChunk,
  GenerationRequest,
  Policy,
  PolicyDescription,
  SampledToken,
  ScoredText,
  ScoreTextRequest,
  TextScorer,
} from '../../core/index.ts';
import { PolicyError } from '../../core/index.ts';
import { openChannel } from '../worker/channel.ts';
import { contextOverflow } from '../worker/failures.ts';
import { defer } from '../worker/deferred.ts';
import { createAnswerText, sampledToken } from './answer-text.ts';
import type { ScoredTokens } from './batch-jobs.ts';
import type { BatchLoop } from './batch-loop.ts';
import { createChatPrompts, type ChatPrompts } from './chat-prompt.ts';
import { explainEngineFailure } from './llama-failures.ts';
import type { LlamaLibrary } from './llama-library.ts';

/** What the policy is made of. */
export interface LlamaCppParts {
  readonly library: LlamaLibrary;
  readonly loop: Pick<BatchLoop, 'answer' | 'score'>;
  readonly description: PolicyDescription;
  readonly loseEngine: (message: string) => void;
}

/** The loaded model as a policy, inside the worker: calls that are made at once are served together. */
export function createLlamaCppPolicy(parts: LlamaCppParts): Policy & TextScorer {
  const prompts = createChatPrompts(parts.library);
  const explain = (error: unknown, signal: AbortSignal): unknown => {
    if (signal.aborted) return signal.reason;
    const failure = explainEngineFailure(error);
    if (failure.kind === 'engine-lost') parts.loseEngine(failure.message);
    return failure;
  };
  async function* generate(
    request: GenerationRequest,
    signal: AbortSignal,
  ): AsyncGenerator<GenerationChunk, void, undefined> {
    signal.throwIfAborted();
    const leave = new AbortController();
    try {
      yield* answer(parts, prompts, request, AbortSignal.any([signal, leave.signal]));
    } catch (error) {
      throw explain(error, signal);
    } finally {
      leave.abort();
    }
  }
  return {
    description: parts.description,
    generate,
    scoreText: async (request, signal) => {
      signal.throwIfAborted();
      try {
        return await score(parts, prompts, request, signal);
      } catch (error) {
        throw explain(error, signal);
      }
    },
  };
}

async function* answer(
  { library, loop, description }: LlamaCppParts,
  prompts: ChatPrompts,
  request: GenerationRequest,
  signal: AbortSignal,
): AsyncGenerator<GenerationChunk, void, undefined> {
  const prompt = prompts.tokensOf(request.messages);
  if (prompt.length >= description.contextTokens) {
    throw contextOverflow(prompt.length, description.contextTokens);
  }
  const { sampling, seed, topLogProbabilities: told } = request;
  const chunks = openChannel<GenerationChunk>();
  const write = createAnswerText(library, thoughtTokens(library, description));
  loop.answer({
    prompt,
    sampling,
    seed,
    likeliest: told ?? 0,
    signal,
    tell: {
      token: (token, weights) => {
        const text = write(token);
        const tokens = [sampledToken(library, text, weights, told)];
        chunks.push({ type: 'text-added', text, tokens });
      },
      finished: ({ finishReason, drawn, cached }) => {
        const usage = {
          promptTokens: prompt.length,
          cachedPromptTokens: cached,
          completionTokens: drawn,
        };
        chunks.push({ type: 'generation-finished', finishReason, usage });
        chunks.close();
      },
      failed: chunks.fail,
    },
  });
  yield* chunks.items;
}

/** The tokens that open and close the model's thoughts, where each is one of its marks. */
function thoughtTokens(
  library: LlamaLibrary,
  { thoughtMarks }: PolicyDescription,
): ReadonlySet<number> {
  if (thoughtMarks === undefined) return new Set();
  const { opens, closes } = thoughtMarks;
  const read = [opens, closes].map((mark) => library.tokenise(mark, { marks: true, whole: false }));
  return new Set(read.filter(({ length }) => length === 1).flat());
}

async function score(
  { library, loop, description }: LlamaCppParts,
  prompts: ChatPrompts,
  { messages, text: words }: ScoreTextRequest,
  signal: AbortSignal,
): Promise<ScoredText> {
  const prompt = prompts.tokensOf(messages);
  const text = library.tokenise(words, { marks: false, whole: false });
  const length = prompt.length + text.length;
  if (length > description.contextTokens) {
    throw contextOverflow(length, description.contextTokens, { subject: 'Prompt and text are' });
  }
  const done = defer<ScoredTokens>();
  loop.score({ prompt, text, signal, done });
  const { logProbabilities, cached } = await done.promise;
  return {
    tokens: scoredTokens(library, words, text, logProbabilities),
    usage: {
      promptTokens: prompt.length,
      cachedPromptTokens: cached,
      completionTokens: text.length,
    },
  };
}

function scoredTokens(
  library: LlamaLibrary,
  words: string,
  text: readonly number[],
  logProbabilities: readonly number[],
): readonly SampledToken[] {
  const write = createAnswerText(library);
  const tokens = text.map((token, place) => ({
    text: write(token),
    logProbability: logProbabilities[place] ?? null,
  }));
  const joined = tokens.map((token) => token.text).join('');
  if (joined === words) return tokens;
  const [first, ...others] = tokens;
  // Some tokenizers begin every text with a space.
  if (joined === ` ${words}` && first !== undefined) {
    return [{ ...first, text: first.text.slice(1) }, ...others];
  }
  throw new PolicyError(
    'engine-failed',
    'This model’s tokenizer reads the text as another one, so it can’t be scored.',
  );
}
