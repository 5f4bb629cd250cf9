import type {
  GenerationChunk,
  GenerationRequest,
  LoadedPolicy,
  PolicyDescription,
  PolicyError,
  ScoredText,
  ScoreTextRequest,
} from '../../core/index.ts';
import { contextOverflow } from '../worker/context-overflow.ts';
import { untilAborted } from '../worker/deferred.ts';
import { createTurns } from '../worker/turns.ts';
import { scriptedToken, SCRIPTED_VOCABULARY } from './scripted-token.ts';

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
