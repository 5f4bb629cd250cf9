import * as z from 'zod/mini';
import {
  PolicyError,
  type GenerationRequest,
  type SampledToken,
  type TokenUsage,
} from '../../../core/index.ts';
import { createScriptedPolicy, wordScript, type Script } from '../../testing/scripted-policy.ts';
import {
  eventsReply,
  jsonReply,
  startWireServer,
  type WireHandler,
  type WireReply,
  type WireRequest,
  type WireServer,
} from './wire-server.ts';

/** What a scripted server can do beside writing. */
export interface ScriptedTraits {
  readonly model: string;
  readonly ownedBy: string;
  readonly contextTokens: number;
  /** Whether `prompt_logprobs` is answered, as vLLM does. */
  readonly promptLogprobs: boolean;
  readonly logprobs: boolean;
  readonly topK: 'obeyed' | 'ignored' | 'refused';
  readonly usage: boolean;
  readonly seed: boolean;
  /** Whether all that it writes is thoughts, told apart from an answer. */
  readonly reasons?: true;
}

export const LIKE_VLLM: ScriptedTraits = {
  model: 'small/words',
  ownedBy: 'vllm',
  contextTokens: 2048,
  promptLogprobs: true,
  logprobs: true,
  topK: 'obeyed',
  usage: true,
  seed: true,
};

/** A server that tells as little as it may. */
export const BARE: ScriptedTraits = {
  model: 'bare',
  ownedBy: 'nobody',
  contextTokens: 2048,
  promptLogprobs: false,
  logprobs: false,
  topK: 'refused',
  usage: false,
  seed: false,
};

const WORDS = ['pear', 'plum', 'fig', 'quince', 'medlar', 'sloe', 'lime', 'date'];

const script: Script = (request, call) =>
  request.messages.at(-1)?.content === 'Say only: hi'
    ? { kind: 'answer', pieces: ['hi'] }
    : wordScript(WORDS, 1000)(request, call);

const bodySchema = z.object({
  model: z.string(),
  messages: z.array(
    z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() }),
  ),
  stream: z.optional(z.boolean()),
  max_tokens: z.optional(z.number()),
  temperature: z.optional(z.number()),
  seed: z.optional(z.number()),
  top_k: z.optional(z.number()),
  logprobs: z.optional(z.boolean()),
  top_logprobs: z.optional(z.number()),
  prompt_logprobs: z.optional(z.number()),
});

type Body = z.infer<typeof bodySchema>;

const promptSchema = z.object({ prompt: z.array(z.number()) });

const tokeniseSchema = z.object({
  prompt: z.optional(z.string()),
  add_generation_prompt: z.optional(z.boolean()),
});

/** A letter is a token, a chat is one, and what opens an answer is another. */
function tokenise({ body }: WireRequest): unknown {
  const { prompt, add_generation_prompt: opens } = tokeniseSchema.parse(body);
  if (prompt !== undefined)
    return { tokens: Array.from(prompt, (letter) => letter.codePointAt(0)) };
  return { tokens: opens === true ? [1, 2] : [1] };
}

function asPromptToken({ text, logProbability }: SampledToken): unknown {
  return { '7': { logprob: logProbability, rank: 1, decoded_token: text } };
}

/** A server of the OpenAI protocol in front of a script: the contracts run against it over real HTTP. */
export function scriptedServer(
  traits: ScriptedTraits,
  faults: (
    request: WireRequest,
    call: number,
  ) => WireReply | Promise<WireReply | null> | null = () => null,
  letsPagesAsk = false,
): Promise<WireServer> {
  const policy = createScriptedPolicy(script, { contextTokens: traits.contextTokens });
  let calls = 0;
  const handle: WireHandler = async (request, signal) => {
    const fault = await faults(request, calls++);
    if (fault !== null) return fault;
    if (request.path === '/v1/models') {
      const { model: id, ownedBy, contextTokens } = traits;
      return jsonReply({ data: [{ id, owned_by: ownedBy, max_model_len: contextTokens }] });
    }
    if (traits.promptLogprobs && request.path === '/tokenize') return jsonReply(tokenise(request));
    if (traits.promptLogprobs && request.path === '/v1/completions') {
      return readPrompt(request, signal);
    }
    if (request.path !== '/v1/chat/completions') return refusal(404, 'Not Found');
    return chat(bodySchema.parse(request.body), signal);
  };
  const chat = async (body: Body, signal: AbortSignal): Promise<WireReply> => {
    if (body.model !== traits.model) return refusal(404, `The model ${body.model} does not exist.`);
    if (traits.topK === 'refused' && body.top_k !== undefined) {
      return refusal(400, 'Unrecognized request argument supplied: top_k');
    }
    try {
      if (body.prompt_logprobs !== undefined && traits.promptLogprobs) {
        return await read(body, signal);
      }
      return await write(body, signal);
    } catch (error) {
      if (error instanceof PolicyError) return overflow(error.message, traits.contextTokens);
      throw error;
    }
  };
  /** Of a prompt of one opening token and the text's, which are its letters. */
  const readPrompt = async ({ body }: WireRequest, signal: AbortSignal): Promise<WireReply> => {
    const { prompt } = promptSchema.parse(body);
    const text = String.fromCodePoint(...prompt.slice(1));
    const { tokens } = await policy.scoreText({ messages: [], text }, signal);
    return jsonReply({ choices: [{ prompt_logprobs: [null, ...tokens.map(asPromptToken)] }] });
  };
  const read = async ({ messages }: Body, signal: AbortSignal): Promise<WireReply> => {
    const { tokens, usage } = await policy.scoreText(
      { messages: messages.slice(0, -1), text: messages.at(-1)?.content ?? '' },
      signal,
    );
    const before = Array.from({ length: Math.max(1, usage.promptTokens) }, (_, place) =>
      place === 0 ? null : { '0': { logprob: -1, decoded_token: '<|any|>' } },
    );
    const told = [...before, ...tokens.map(asPromptToken)];
    return jsonReply({ model: traits.model, choices: [], prompt_logprobs: told });
  };
  const write = async (body: Body, signal: AbortSignal): Promise<WireReply> => {
    const chunks = policy.generate(requestOf(body, traits, calls), signal)[Symbol.asyncIterator]();
    // Before the head of the reply, so that a prompt that doesn't fit is a status.
    const first = await chunks.next();
    const rest = async function* () {
      for (let next = first; next.done !== true; next = await chunks.next()) yield next.value;
    };
    if (body.stream === true) return eventsReply(events(rest(), body, traits));
    let text = '';
    const tokens: SampledToken[] = [];
    for await (const chunk of rest()) {
      if (chunk.type !== 'text-added') continue;
      text += chunk.text;
      tokens.push(...chunk.tokens);
    }
    const message =
      traits.reasons === true ? { content: null, reasoning_content: text } : { content: text };
    const choice = { message, logprobs: logprobs(tokens, body, traits) };
    return jsonReply({ model: traits.model, choices: [choice] });
  };
  return startWireServer(handle, letsPagesAsk);
}

function requestOf(body: Body, traits: ScriptedTraits, call: number): GenerationRequest {
  const oneToken = traits.topK === 'obeyed' && body.top_k === 1;
  return {
    messages: body.messages,
    sampling: {
      temperature: oneToken ? 0 : (body.temperature ?? 1),
      topP: 1,
      topK: 0,
      presencePenalty: 0,
      maxTokens: body.max_tokens ?? 16,
    },
    seed: traits.seed ? (body.seed ?? call) : call,
    ...(body.top_logprobs === undefined ? {} : { topLogProbabilities: body.top_logprobs }),
  };
}

async function* events(
  chunks: AsyncIterable<
    | {
        readonly type: 'text-added';
        readonly text: string;
        readonly tokens: readonly SampledToken[];
      }
    | {
        readonly type: 'generation-finished';
        readonly finishReason: string;
        readonly usage: TokenUsage;
      }
  >,
  body: Body,
  traits: ScriptedTraits,
): AsyncGenerator<unknown, void, undefined> {
  const { model } = traits;
  yield { model, choices: [{ index: 0, delta: { role: 'assistant', content: '' } }] };
  for await (const chunk of chunks) {
    if (chunk.type === 'text-added') {
      const told = logprobs(chunk.tokens, body, traits);
      yield { model, choices: [{ index: 0, delta: { content: chunk.text }, logprobs: told }] };
      continue;
    }
    const { finishReason, usage } = chunk;
    yield { model, choices: [{ index: 0, delta: {}, finish_reason: finishReason }] };
    if (!traits.usage) continue;
    const { promptTokens, completionTokens } = usage;
    yield {
      model,
      choices: [],
      usage: { prompt_tokens: promptTokens, completion_tokens: completionTokens },
    };
  }
}

function logprobs(tokens: readonly SampledToken[], body: Body, traits: ScriptedTraits) {
  if (!traits.logprobs || body.logprobs !== true) return null;
  // What is drawn at a high temperature isn't the likeliest.
  const likelier = traits.topK === 'ignored' && (body.temperature ?? 1) > 1;
  return {
    content: tokens.map(({ text, logProbability, topLogProbabilities }) => ({
      token: text,
      logprob: logProbability,
      top_logprobs: topLogProbabilities?.map((one, place) => ({
        token: one.text,
        logprob: likelier && place === 1 ? -0.001 : one.logProbability,
      })),
    })),
  };
}

function refusal(status: number, message: string): WireReply {
  return jsonReply({ error: { message, type: 'BadRequestError', code: status } }, status);
}

/** In vLLM's words. */
function overflow(message: string, contextTokens: number): WireReply {
  const prompt = /is (\d+) tokens/.exec(message)?.[1] ?? '0';
  return refusal(
    400,
    `This model's maximum context length is ${String(contextTokens)} tokens. However, you requested 16 output tokens and your prompt contains at least ${prompt} input tokens, for a total of more.`,
  );
}
