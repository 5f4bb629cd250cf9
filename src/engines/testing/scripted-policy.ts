import type {
  ChatMessage,
  GenerationChunk,
  GenerationRequest,
  LoadedPolicy,
  PolicyDescription,
  PolicyError,
  SampledToken,
  ScoredText,
  ScoreTextRequest,
  TextScorer,
  TokenProbability,
} from '../../core/index.ts';
import { contextOverflow } from '../worker/failures.ts';
import { untilAborted } from '../worker/deferred.ts';
import { createTurns } from '../worker/turns.ts';

/**
 * What the policy does with a call. `pieces` are the tokens of an answer; an empty list is an empty answer. `fail` throws
 * after the pieces, `hang` waits after them until the call is aborted.
 */
export type ScriptedAnswer =
  | { readonly kind: 'answer'; readonly pieces: readonly string[] }
  | {
      readonly kind: 'fail';
      readonly pieces: readonly string[];
      readonly error: PolicyError;
    }
  | { readonly kind: 'hang'; readonly pieces: readonly string[] };

/** Decides on the call with the given number, counted from 0. Must depend on nothing else. */
export type Script = (request: GenerationRequest, call: number) => ScriptedAnswer;

export interface ScriptedPolicy extends LoadedPolicy {
  readonly generate: (
    ...call: Parameters<LoadedPolicy['generate']>
  ) => ReturnType<LoadedPolicy['generate']>;
  readonly scoreText: TextScorer['scoreText'];
  readonly unload: () => Promise<void>;
  /** Every generation that was begun, in order. */
  readonly calls: readonly GenerationRequest[];
  /** Every text whose scoring was begun, in order. */
  readonly scorings: readonly ScoreTextRequest[];
}

/** A policy that answers from a script: for tests of our own logic, never offered to a person. */
export function createScriptedPolicy(
  script: Script,
  overrides: Partial<PolicyDescription> = {},
): ScriptedPolicy {
  const calls: GenerationRequest[] = [];
  const scorings: ScoreTextRequest[] = [];
  const turns = createTurns();
  const description: PolicyDescription = { ...DESCRIPTION, ...overrides };

  async function* generate(
    request: GenerationRequest,
    signal: AbortSignal,
  ): AsyncGenerator<GenerationChunk, void, undefined> {
    const endTurn = await turns.take(signal);
    try {
      const answer = script(request, calls.push(request) - 1);
      yield* play(answer, request, description, signal);
    } finally {
      endTurn();
    }
  }
  const scoreText = async (request: ScoreTextRequest, signal: AbortSignal): Promise<ScoredText> => {
    const endTurn = await turns.take(signal);
    try {
      scorings.push(request);
      return await readText(request, description, signal);
    } finally {
      endTurn();
    }
  };
  return { description, calls, scorings, generate, scoreText, unload: () => Promise.resolve() };
}

/** Tokens that the script pretends to choose among. */
const SCRIPTED_VOCABULARY = 100;

const DESCRIPTION: PolicyDescription = {
  id: 'scripted',
  name: 'Scripted',
  engine: 'scripted',
  device: 'script',
  contextTokens: 2048,
  parallelism: 1,
  ignoredSettings: [],
  logProbabilityOf: 'A number made of the token and what came before it.',
  vocabularyTokens: SCRIPTED_VOCABULARY,
};

async function* play(
  answer: ScriptedAnswer,
  request: GenerationRequest,
  { contextTokens }: PolicyDescription,
  signal: AbortSignal,
): AsyncGenerator<GenerationChunk, void, undefined> {
  const promptTokens = countTokens(request);
  checkFits(promptTokens, contextTokens);
  const pieces = answer.pieces.slice(0, request.sampling.maxTokens);
  for (const [place, piece] of pieces.entries()) {
    // Hands control back between tokens, as an engine does.
    await Promise.resolve();
    signal.throwIfAborted();
    const token = scriptedToken(request.messages, pieces, place, request.topLogProbabilities);
    yield { type: 'text-added', text: piece, tokens: [token] };
  }
  signal.throwIfAborted();
  if (answer.kind === 'fail') throw answer.error;
  if (answer.kind === 'hang') await untilAborted(new Promise<never>(() => undefined), signal);
  yield {
    type: 'generation-finished',
    finishReason: answer.pieces.length >= request.sampling.maxTokens ? 'length' : 'stop',
    usage: { promptTokens, cachedPromptTokens: null, completionTokens: pieces.length },
  };
}

/** The text in words, each with the space after it, as `wordScript` writes them. */
async function readText(
  request: ScoreTextRequest,
  { contextTokens }: PolicyDescription,
  signal: AbortSignal,
): Promise<ScoredText> {
  const words = request.text.match(/\s+|\S+\s*/g) ?? [];
  const promptTokens = countTokens(request);
  checkFits(promptTokens + words.length, contextTokens);
  // Hands control back, as an engine does.
  await Promise.resolve();
  signal.throwIfAborted();
  return {
    tokens: words.map((_, place) => scriptedToken(request.messages, words, place)),
    usage: { promptTokens, cachedPromptTokens: null, completionTokens: words.length },
  };
}

function checkFits(tokens: number, contextTokens: number): void {
  if (tokens > contextTokens) throw contextOverflow(tokens, contextTokens);
}

/** One token for each word. */
function countTokens({ messages }: Pick<GenerationRequest, 'messages'>): number {
  const text = messages.map(({ content }) => content).join(' ');
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/**
 * A script that writes words of a list: at temperature 0 always the same, otherwise drawn from the seed. It ends its
 * answer after `length` words.
 */
export function wordScript(words: readonly string[], length: number): Script {
  return ({ seed, sampling }) => {
    const start = sampling.temperature === 0 ? 0 : seed;
    const pieces = Array.from({ length }, (_, place) => pick(words, start, place));
    return { kind: 'answer', pieces };
  };
}

/** A multiplicative hash of seed and place: not random, but other seeds give other words. */
function pick(words: readonly string[], seed: number, place: number): string {
  const mixed = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b);
  return `${words[(mixed >>> 8) % words.length] ?? ''} `;
}

/**
 * The token of `pieces` at `place`, with a log-probability in [-3, -1/32] that depends on nothing but the messages and the
 * pieces up to it, so that writing a text and scoring it give the same figures. The rest of the probability is shared
 * evenly by the other tokens of the vocabulary.
 *
 * @param likeliest how many of the likeliest tokens are told beside it; none where left out.
 */
function scriptedToken(
  messages: readonly ChatMessage[],
  pieces: readonly string[],
  place: number,
  likeliest?: number,
): SampledToken {
  const text = pieces[place] ?? '';
  const before = messages.map(({ role, content }) => `${role}: ${content}`);
  const mixed = hash([...before, ...pieces.slice(0, place + 1)].join('\n'));
  const logProbability = -(1 + (mixed % 96)) / 32;
  if (likeliest === undefined) return { text, logProbability };
  const share = Math.log1p(-Math.exp(logProbability)) - Math.log(SCRIPTED_VOCABULARY - 1);
  const others = Array.from(
    { length: Math.max(0, likeliest - 1) },
    (_, other): TokenProbability => ({ text: `other ${String(other)}`, logProbability: share }),
  );
  const all: TokenProbability[] = [{ text, logProbability }, ...others];
  return { text, logProbability, topLogProbabilities: all.slice(0, likeliest) };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    mixed = Math.imul(mixed ^ text.charCodeAt(place), 0x01000193);
  }
  return mixed >>> 0;
}
