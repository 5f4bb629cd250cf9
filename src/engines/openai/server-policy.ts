import type {
  GenerationChunk,
  GenerationRequest,
  LoadedPolicy,
  PolicyDescription,
  ServerSource,
  TextScorer,
} from '../../core/index.ts';
import { messageOf, PolicyError } from '../../core/index.ts';
import { chatRequest, settingsNotUsed } from './completion-request.ts';
import { WAYS_TO_READ } from './forced-decoding.ts';
import { createAnswerReader } from './read-answer.ts';
import type { ServerClient } from './server-client.ts';
import { changedModel, ContextOverflow } from './server-failures.ts';
import { chunkSchema } from './server-replies.ts';

/** Assumed where a server doesn't tell its model's context, so that the page can warn of long prompts. */
const ASSUMED_CONTEXT = 8_192;

/** A model behind a server as a policy: nothing is held here, so there is nothing to give back. */
export function createServerPolicy(source: ServerSource, client: ServerClient): LoadedPolicy {
  const { url, model, abilities } = source;
  const { forcedDecoding, contextTokens } = abilities;
  const reader = { client, url, model, contextTokens };
  const description = describeServer(source);
  const scoring: Partial<TextScorer> =
    forcedDecoding === 'none'
      ? {}
      : {
          scoreText: async (request, signal) => {
            signal.throwIfAborted();
            const read = () => WAYS_TO_READ[forcedDecoding](reader, request, signal);
            try {
              return await onceMoreWhereLost(read, client, signal);
            } catch (error) {
              signal.throwIfAborted();
              throw namingContext(error, description);
            }
          },
        };
  async function* generate(
    request: GenerationRequest,
    signal: AbortSignal,
  ): AsyncGenerator<GenerationChunk, void, undefined> {
    signal.throwIfAborted();
    const leave = new AbortController();
    try {
      yield* answer(source, client, request, AbortSignal.any([signal, leave.signal]));
    } catch (error) {
      signal.throwIfAborted();
      noteCut(error, client);
      throw namingContext(error, description);
    } finally {
      leave.abort();
    }
  }
  const { notes } = client;
  return { description, generate, ...scoring, notes, unload: () => Promise.resolve() };
}

async function* answer(
  source: ServerSource,
  client: ServerClient,
  request: GenerationRequest,
  signal: AbortSignal,
): AsyncGenerator<GenerationChunk, void, undefined> {
  const { maxTokens } = request.sampling;
  try {
    yield* stream(source, client, request, maxTokens, signal);
  } catch (error) {
    const room = error instanceof ContextOverflow ? roomBehind(error) : null;
    if (room === null || room >= maxTokens) throw error;
    // The prompt fits, and the answer is cut off at the end of the context, as engines in the browser do.
    yield* stream(source, client, request, room, signal);
  }
}

/** Tokens that are left for an answer; null where there are none, or the server doesn't say. */
function roomBehind({ overflow: { contextTokens, promptTokens } }: ContextOverflow): number | null {
  if (contextTokens === null || promptTokens === null) return null;
  return contextTokens > promptTokens ? contextTokens - promptTokens : null;
}

async function* stream(
  source: ServerSource,
  client: ServerClient,
  request: GenerationRequest,
  maxTokens: number,
  signal: AbortSignal,
): AsyncGenerator<GenerationChunk, void, undefined> {
  const { answersAs } = source.abilities;
  const reader = createAnswerReader(request);
  const events = client.stream({
    url: `${source.url}/chat/completions`,
    body: chatRequest(source, request, maxTokens),
    schema: chunkSchema,
    what: 'answer',
    signal,
  });
  try {
    for await (const event of events) {
      const { model } = event;
      if (typeof model === 'string' && answersAs !== null && model !== answersAs) {
        throw changedModel(client.asked, answersAs, model);
      }
      const added = reader.add(event);
      if (added !== null) yield added;
    }
  } catch (error) {
    // A stream that is cut behind the end of the answer has told all but what it took.
    if (signal.aborted || !isCut(error) || !reader.hasEnded()) throw error;
  }
  yield { type: 'generation-finished', ...reader.ending() };
}

/** A draw that is lost is made again by the sampler, a reading by nobody else. */
async function onceMoreWhereLost<Value>(
  read: () => Promise<Value>,
  client: ServerClient,
  signal: AbortSignal,
): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    signal.throwIfAborted();
    if (!isCut(error)) throw error;
    noteCut(error, client);
    return read();
  }
}

function noteCut(error: unknown, { notes }: ServerClient): void {
  if (!isCut(error)) return;
  notes.add(`${messageOf(error)} It is asked again, once, and both calls are counted.`);
}

function isCut(error: unknown): boolean {
  return error instanceof PolicyError && error.kind === 'engine-lost';
}

/** A prompt that doesn't fit is told the context that the run was described with, where the server tells none. */
function namingContext(error: unknown, { contextTokens }: PolicyDescription): unknown {
  if (!(error instanceof ContextOverflow) || error.overflow.contextTokens !== null) return error;
  return new PolicyError(
    'context-overflow',
    `${messageOf(error)} It was taken to read ${String(contextTokens)} tokens.`,
    { cause: error },
  );
}

/** What a run keeps of a model behind a server. */
function describeServer({ url, model, inFlight, abilities }: ServerSource): PolicyDescription {
  const { software, contextTokens } = abilities;
  return {
    id: `${model}@${url}`,
    name: model,
    engine: 'openai',
    device: `${software ?? 'a server'} at ${new URL(url).host}`,
    contextTokens: contextTokens ?? ASSUMED_CONTEXT,
    parallelism: inFlight,
    ignoredSettings: settingsNotUsed(abilities),
    logProbabilityOf: abilities.logProbabilities ? figuresOf(software) : null,
    server: { address: url, abilities },
  };
}

/** Whose servers measure before any sampling setting, by their documentation. */
const MEASURES_BEFORE = ['vLLM', 'llama.cpp', 'serve_folder'];

function figuresOf(software: string | null): string {
  return software !== null && MEASURES_BEFORE.includes(software)
    ? 'The model’s own distribution, before temperature, penalties and the other sampling settings.'
    : 'As the server tells it; whether before or after its sampling settings, it doesn’t say.';
}
