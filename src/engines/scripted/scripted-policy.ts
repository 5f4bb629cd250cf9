import type {
  GenerationChunk,
  GenerationRequest,
  LoadedPolicy,
  PolicyDescription,
  SampledToken,
} from '../../core/index.ts';
import { PolicyError } from '../../core/index.ts';
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
  /** Every call that was begun, in order. */
  readonly calls: readonly GenerationRequest[];
}

/** A policy that answers from a script: for tests of our own logic, never offered to a person. */
export function createScriptedPolicy(
  script: Script,
  overrides: Partial<PolicyDescription> = {},
): ScriptedPolicy {
  const calls: GenerationRequest[] = [];
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
  return { description, calls, generate, unload: () => Promise.resolve() };
}

const DESCRIPTION: PolicyDescription = {
  id: 'scripted',
  name: 'Scripted',
  engine: 'scripted',
  device: 'script',
  contextTokens: 2048,
  parallelism: 1,
  ignoredSettings: [],
  logProbabilityOf: 'A number drawn from the token and the seed.',
};

async function* play(
  answer: ScriptedAnswer,
  request: GenerationRequest,
  { contextTokens }: PolicyDescription,
  signal: AbortSignal,
): AsyncGenerator<GenerationChunk, void, undefined> {
  const promptTokens = countTokens(request);
  if (promptTokens > contextTokens) {
    throw new PolicyError(
      'context-overflow',
      `The prompt is ${String(promptTokens)} tokens long; the script reads at most ${String(contextTokens)}.`,
    );
  }
  const pieces = answer.pieces.slice(0, request.sampling.maxTokens);
  for (const piece of pieces) {
    // Hands control back between tokens, as an engine does.
    await Promise.resolve();
    signal.throwIfAborted();
    yield { type: 'text-added', text: piece, tokens: [asToken(piece, request.seed)] };
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

/** One token for each word. */
function countTokens({ messages }: GenerationRequest): number {
  const text = messages.map(({ content }) => content).join(' ');
  return text.split(/\s+/).filter((word) => word !== '').length;
}

function asToken(text: string, seed: number): SampledToken {
  return { text, logProbability: -((seed + text.length) % 97) / 32 };
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
