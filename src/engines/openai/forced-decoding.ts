import {
  PolicyError,
  type ForcedDecoding,
  type ScoredText,
  type ScoreTextRequest,
} from '../../core/index.ts';
import { contextOverflow } from '../worker/failures.ts';
import { asSent } from './completion-request.ts';
import { besideProtocol } from './server-address.ts';
import type { ServerClient } from './server-client.ts';
import {
  completionSchema,
  drawnSchema,
  idsSchema,
  promptCompletionSchema,
  templateSchema,
  tokensSchema,
  type Completion,
  type PromptLogprobs,
} from './server-replies.ts';
import { unreadable } from './server-failures.ts';
import { isPartOfCharacter, tokensOfText, type ReadToken } from './text-in-prompt.ts';

/** What of a server is asked when a text is read by it. */
export interface Reader {
  readonly client: ServerClient;
  readonly url: string;
  readonly model: string;
  /** Null where it isn't known. */
  readonly contextTokens: number | null;
}

export type ReadText = (
  reader: Reader,
  request: ScoreTextRequest,
  signal: AbortSignal,
) => Promise<ScoredText>;

/** Each way to have a given text's log-probabilities, in the order in which they are tried. */
export const WAYS_TO_READ: Readonly<Record<Exclude<ForcedDecoding, 'none'>, ReadText>> = {
  'prompt-logprobs': readInPrompt,
  'token-by-token': readTokenByToken,
};

/** vLLM tells the log-probability of each token of a prompt: the text is the end of one. */
async function readInPrompt(
  reader: Reader,
  { messages, text }: ScoreTextRequest,
  signal: AbortSignal,
): Promise<ScoredText> {
  const asked = { ...reader, text, signal };
  const { told, usage } = await (messages.length > 0
    ? readAnswer(asked, messages)
    : readAlone(asked));
  const prompt = promptTokens(told);
  if (prompt === null)
    throw unreadable(reader.client.asked, 'list of a prompt’s log-probabilities');
  const tokens = tokensOfText(prompt, text);
  if (tokens === null) throw readAsAnother();
  return {
    tokens,
    usage: {
      promptTokens: prompt.length - tokens.length,
      cachedPromptTokens: usage?.prompt_tokens_details?.cached_tokens ?? null,
      completionTokens: tokens.length,
    },
  };
}

interface AskedText extends Reader {
  readonly text: string;
  readonly signal: AbortSignal;
}

interface ReadPrompt extends Pick<Completion, 'usage'> {
  readonly told: PromptLogprobs;
}

/** The text as an answer that is to be gone on with. */
async function readAnswer(
  { client, url, model, text, signal }: AskedText,
  messages: ScoreTextRequest['messages'],
): Promise<ReadPrompt> {
  const { usage, prompt_logprobs: told } = await client.ask({
    url: `${url}/chat/completions`,
    body: {
      model,
      messages: [...messages.map(asSent), { role: 'assistant', content: text }],
      max_tokens: 1,
      temperature: 0,
      prompt_logprobs: 0,
      add_generation_prompt: false,
      continue_final_message: true,
    },
    schema: completionSchema,
    what: 'answer',
    signal,
  });
  return { usage, told };
}

/**
 * The text behind what opens the assistant's turn, and nothing before that: a chat without messages gets a system message from some
 * templates. What opens the turn is what a template adds to a chat for it.
 */
async function readAlone({ client, url, model, text, signal }: AskedText): Promise<ReadPrompt> {
  const tokenise = async (body: Readonly<Record<string, unknown>>): Promise<readonly number[]> => {
    const request = { url: besideProtocol(url, 'tokenize'), body: { model, ...body }, signal };
    const { tokens } = await client.ask({ ...request, schema: idsSchema, what: 'text in tokens' });
    return tokens;
  };
  const messages = [{ role: 'user', content: 'x' }];
  const closed = await tokenise({ messages, add_generation_prompt: false });
  const opened = await tokenise({ messages, add_generation_prompt: true });
  const own = await tokenise({ prompt: text, add_special_tokens: false });
  const prompt = [...opened.slice(closed.length), ...own];
  const { usage, choices } = await client.ask({
    url: `${url}/completions`,
    body: { model, prompt, max_tokens: 1, temperature: 0, prompt_logprobs: 0 },
    schema: promptCompletionSchema,
    what: 'answer',
    signal,
  });
  return { usage, told: choices[0]?.prompt_logprobs };
}

/** Stands for a token that isn't told, and in no text. */
const UNTOLD = '\0';

/** The first token follows nothing, so it has no figure. */
function promptTokens(told: PromptLogprobs): readonly ReadToken[] | null {
  if (told === undefined || told === null) return null;
  return told.map((place) => {
    const [own] = Object.values(place ?? {});
    if (own === undefined) return { piece: UNTOLD, logProbability: null };
    return { piece: own.decoded_token ?? '', logProbability: own.logprob };
  });
}

/**
 * llama.cpp's server tells the log-probability, before any sampling, of what it draws: each token of the text is made the only
 * choice in its turn. What was read before is in its cache, so a token costs its own decoding.
 */
async function readTokenByToken(
  { client, url, contextTokens }: Reader,
  { messages, text }: ScoreTextRequest,
  signal: AbortSignal,
): Promise<ScoredText> {
  const opening = await openingOf(client, url, messages, signal);
  const prompt = await tokenise(client, url, opening, { marks: true }, signal);
  const pieces = await tokenise(client, url, text, { marks: false }, signal);
  const length = prompt.length + pieces.length;
  if (contextTokens !== null && length > contextTokens) {
    throw contextOverflow(length, contextTokens, { subject: 'Prompt and text are' });
  }
  const read: ReadToken[] = [];
  for (const [place, { id, piece }] of pieces.entries()) {
    const before = [...prompt, ...pieces.slice(0, place)].map((token) => token.id);
    const logProbability = await forceToken(client, url, { before, id, piece }, signal);
    read.push({ piece, logProbability });
  }
  const tokens = tokensOfText(read, text);
  if (tokens?.length !== read.length) throw readAsAnother();
  const usage = {
    promptTokens: prompt.length,
    cachedPromptTokens: null,
    completionTokens: tokens.length,
  };
  return { tokens, usage };
}

/** Far above any logit, so that nothing else is drawn. */
const FORCED = 1e6;

interface ForcedToken extends TextToken {
  readonly before: readonly number[];
}

/** @returns null for a token that is part of a character: the server tells nothing before a character is whole */
async function forceToken(
  client: ServerClient,
  url: string,
  { before, id, piece }: ForcedToken,
  signal: AbortSignal,
): Promise<number | null> {
  const { completion_probabilities: drawn } = await client.ask({
    url: besideProtocol(url, 'completion'),
    body: {
      prompt: before,
      n_predict: 1,
      temperature: 0,
      logit_bias: [[id, FORCED]],
      n_probs: 1,
      cache_prompt: true,
    },
    schema: drawnSchema,
    what: 'drawn token',
    signal,
  });
  const token = drawn?.[0];
  if (token === undefined && isPartOfCharacter(piece)) return null;
  if (token?.id !== id) throw unreadable(client.asked, 'token that it was told to draw');
  return token.logprob;
}

/** The chat up to where the assistant's turn begins, as the model reads it; of no messages, what opens that turn. */
async function openingOf(
  client: ServerClient,
  url: string,
  messages: ScoreTextRequest['messages'],
  signal: AbortSignal,
): Promise<string> {
  const { prompt } = await client.ask({
    url: besideProtocol(url, 'apply-template'),
    body: { messages: messages.map(asSent) },
    schema: templateSchema,
    what: 'chat in its template',
    signal,
  });
  return prompt;
}

interface TextToken {
  readonly id: number;
  readonly piece: string;
}

/** @param marks whether words such as <|im_end|> are the marks that they spell */
async function tokenise(
  client: ServerClient,
  url: string,
  content: string,
  { marks }: { readonly marks: boolean },
  signal: AbortSignal,
): Promise<readonly TextToken[]> {
  const { tokens } = await client.ask({
    url: besideProtocol(url, 'tokenize'),
    body: { content, with_pieces: true, add_special: marks, parse_special: marks },
    schema: tokensSchema,
    what: 'text in tokens',
    signal,
  });
  // Bytes that are no whole character.
  return tokens.map(({ id, piece }) => ({
    id,
    piece: typeof piece === 'string' ? piece : '\ufffd',
  }));
}

function readAsAnother(): PolicyError {
  return new PolicyError(
    'engine-failed',
    'This model’s template or tokenizer reads the text as another one, so it can’t be scored.',
  );
}
