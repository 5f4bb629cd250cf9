import {
  PolicyError,
  type ForcedDecoding,
  type ScoreTextRequest,
  type ServerAbilities,
  type SettingSupport,
} from '../../core/index.ts';
import { WAYS_TO_READ } from './forced-decoding.ts';
import { besideProtocol } from './server-address.ts';
import type { ServerClient } from './server-client.ts';
import { ServerBusy, ServerFault } from './server-failures.ts';
import {
  chunkSchema,
  completionSchema,
  modelsSchema,
  propsSchema,
  type Completion,
  type ToldToken,
  type ToldUsage,
} from './server-replies.ts';

type Body = Readonly<Record<string, unknown>>;

/** One model of a server, that is asked what it can do. */
interface Probed {
  readonly client: ServerClient;
  readonly url: string;
  readonly model: string;
  readonly signal: AbortSignal;
}

const QUESTION = [{ role: 'user', content: 'Write a strange line of a poem.' }];

/** Enough that two draws at a high temperature are the same by their seed only. */
const TOKENS = 8;

/** As many as a run keeps of each token. */
const LIKELIEST = 5;

/**
 * Finds out what a server can do with a model, a question at a time: a dozen requests of a few tokens each. What a request can't
 * be made with is not there; a server that answers none of them fails as it fails.
 */
export async function probeServer(
  client: ServerClient,
  url: string,
  model: string,
  signal: AbortSignal,
): Promise<ServerAbilities> {
  const probed: Probed = { client, url, model, signal };
  const length = { max_tokens: TOKENS };
  const first = await complete(probed, { ...length, temperature: 0 });
  const listed = await listing(probed);
  const likeliest = await findLikeliest(probed, length);
  const stream = await attempt(probed, () => findUsage(probed, length));
  return {
    software: listed.software,
    answersAs: first.model ?? null,
    contextTokens: listed.contextTokens ?? (await contextOfLlamaCpp(probed)),
    seed: await obeysSeed(probed, length),
    topK: await supportOfTopK(probed, length, { greedy: textOf(first), likeliest }),
    presencePenalty: (await takes(probed, { ...length, presence_penalty: 1.2 }))
      ? 'obeyed'
      : 'refused',
    logProbabilities: likeliest !== null,
    likeliestTokens: likeliest ?? 0,
    usage: stream !== null,
    cachedTokens: stream?.cached ?? false,
    forcedDecoding: await findForcedDecoding(probed),
  };
}

/** Models that a server lists, with what it says of each. */
export async function listModels(client: ServerClient, url: string, signal: AbortSignal) {
  const { data } = await client.ask({
    url: `${url}/models`,
    body: null,
    schema: modelsSchema,
    what: 'list of models',
    signal,
  });
  return data;
}

const SOFTWARE: Readonly<Record<string, string>> = {
  vllm: 'vLLM',
  llamacpp: 'llama.cpp',
  sglang: 'SGLang',
  library: 'Ollama',
  openai: 'OpenAI',
  system: 'OpenAI',
  // docs/examples/serve_folder.py
  serve_folder: 'serve_folder',
};

async function listing({ client, url, model, signal }: Probed) {
  const found = await attempt({ signal }, () => listModels(client, url, signal));
  const entry = found?.find(({ id }) => id === model);
  return {
    software: SOFTWARE[entry?.owned_by ?? ''] ?? null,
    contextTokens: entry?.max_model_len ?? null,
  };
}

async function contextOfLlamaCpp({ client, url, signal }: Probed): Promise<number | null> {
  const props = await attempt({ signal }, () =>
    client.ask({
      url: besideProtocol(url, 'props'),
      body: null,
      schema: propsSchema,
      what: 'description',
      signal,
    }),
  );
  return props?.default_generation_settings.n_ctx ?? null;
}

/** How many of the likeliest tokens are told beside each; null where not even a token's own figure is. */
async function findLikeliest(probed: Probed, length: Body): Promise<number | null> {
  const told = (completion: Completion | null) => completion?.choices[0]?.logprobs?.content?.[0];
  const body = { ...length, logprobs: true };
  const withTop = await attempt(probed, () =>
    complete(probed, { ...body, top_logprobs: LIKELIEST }),
  );
  const token = told(withTop);
  if (token !== undefined) return token.top_logprobs?.length ?? 0;
  const alone = await attempt(probed, () => complete(probed, body));
  return told(alone) === undefined ? null : 0;
}

/** Null where a stream tells no usage. */
async function findUsage(probed: Probed, length: Body) {
  const { client, url, model, signal } = probed;
  const body = { ...length, model, messages: QUESTION, stream: true };
  const events = client.stream({
    url: `${url}/chat/completions`,
    body: { ...body, stream_options: { include_usage: true } },
    schema: chunkSchema,
    what: 'answer',
    signal,
  });
  const told: ToldUsage[] = [];
  for await (const { usage } of events) if (usage) told.push(usage);
  const usage = told.at(-1);
  if (usage === undefined) return null;
  return { cached: typeof usage.prompt_tokens_details?.cached_tokens === 'number' };
}

const DRAWN = { temperature: 1.5 };

async function obeysSeed(probed: Probed, length: Body): Promise<boolean> {
  const draw = async (seed: number): Promise<string | null> => {
    const body = { ...length, ...DRAWN, seed };
    const drawn = await attempt(probed, () => complete(probed, body));
    return drawn === null ? null : textOf(drawn);
  };
  const one = await draw(11_111_111);
  const again = await draw(11_111_111);
  const other = await draw(1_987_654_321);
  // Nothing written tells nothing.
  return one !== null && one !== '' && one === again && one !== other;
}

interface Known {
  readonly greedy: string;
  /** As `findLikeliest` found it. */
  readonly likeliest: number | null;
}

/**
 * Of one token to choose among, the likeliest is drawn at any temperature. Logits of 16 bits are often equal, and then it is one of
 * several: whether each was the likeliest is asked where that is told, and only elsewhere whether all is as in the greedy text.
 */
async function supportOfTopK(
  probed: Probed,
  length: Body,
  { greedy, likeliest }: Known,
): Promise<SettingSupport> {
  const asked = (likeliest ?? 0) > 1 ? { logprobs: true, top_logprobs: likeliest } : {};
  const body = { ...length, ...DRAWN, top_k: 1, ...asked };
  const drawn = await attempt(probed, () => complete(probed, body));
  if (drawn === null) return 'refused';
  const isGreedy = greedy !== '' && textOf(drawn) === greedy;
  return isGreedy || isLikeliest(drawn) ? 'obeyed' : 'ignored';
}

function isLikeliest({ choices }: Completion): boolean {
  const tokens = choices[0]?.logprobs?.content ?? [];
  // Some servers tell the drawn token first, whatever its rank.
  const isOwn = ({ logprob, top_logprobs: told }: ToldToken): boolean =>
    (told?.length ?? 0) > 1 && told?.every((other) => logprob >= other.logprob) === true;
  return tokens.length > 0 && tokens.every(isOwn);
}

async function findForcedDecoding({ client, url, model, signal }: Probed): Promise<ForcedDecoding> {
  const answer = [{ role: 'user', content: 'Hi' }] as const;
  for (const way of ['prompt-logprobs', 'token-by-token'] as const) {
    const reader = { client, url, model, contextTokens: null };
    const reads = async (messages: ScoreTextRequest['messages']): Promise<boolean> => {
      const request = { messages, text: 'Figs are sweet.' };
      const read = await attempt({ signal }, () => WAYS_TO_READ[way](reader, request, signal));
      const figures = read?.tokens.map(({ logProbability }) => logProbability) ?? [];
      return figures.length > 1 && figures.every(Number.isFinite);
    };
    // Scorers read a text as an answer, and alone.
    if ((await reads(answer)) && (await reads([]))) return way;
  }
  return 'none';
}

/** What was written, thoughts too: a model may think for all of the few tokens. */
function textOf({ choices }: Completion): string {
  const { content, reasoning_content, reasoning } = choices[0]?.message ?? {};
  return (reasoning_content ?? reasoning ?? '') + (content ?? '');
}

async function takes(probed: Probed, body: Body): Promise<boolean> {
  return (await attempt(probed, () => complete(probed, body))) !== null;
}

function complete({ client, url, model, signal }: Probed, body: Body): Promise<Completion> {
  return client.ask({
    url: `${url}/chat/completions`,
    body: { model, messages: QUESTION, ...body },
    schema: completionSchema,
    what: 'answer',
    signal,
  });
}

/** Null where the server refuses; a server that is gone is not asked on. */
async function attempt<Value>(
  { signal }: Pick<Probed, 'signal'>,
  ask: () => Promise<Value>,
): Promise<Value | null> {
  try {
    return await ask();
  } catch (error) {
    signal.throwIfAborted();
    // Some fail at a field that they don't know.
    if (error instanceof ServerFault) return null;
    if (error instanceof ServerBusy || isLost(error)) throw error;
    return null;
  }
}

function isLost(error: unknown): boolean {
  return error instanceof PolicyError && error.kind === 'engine-lost';
}
