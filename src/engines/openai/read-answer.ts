import {
  tokensIn,
  type ChatMessage,
  type FinishReason,
  type GenerationChunk,
  type GenerationRequest,
  type SampledToken,
  type TokenUsage,
} from '../../core/index.ts';
import type { AnswerChunk, ToldToken, ToldUsage } from './server-replies.ts';

type TextAdded = Extract<GenerationChunk, { readonly type: 'text-added' }>;

/** An answer that is read while it comes, event by event. */
export interface AnswerReader {
  /** What an event adds; null where it adds nothing. */
  add(chunk: AnswerChunk): TextAdded | null;
  /** Whether the server has said that the answer is over. */
  readonly hasEnded: () => boolean;
  /** How it ended, and what it took. */
  readonly ending: () => { readonly finishReason: FinishReason; readonly usage: TokenUsage };
}

/** Marks that the page reads thoughts between, for those that a server sends apart from the answer. */
const OPENS = '<think>';
const CLOSES = '</think>';

/** @param request what is answered */
export function createAnswerReader(
  request: Pick<GenerationRequest, 'messages' | 'topLogProbabilities'>,
): AnswerReader {
  const { messages, topLogProbabilities: likeliest } = request;
  const spell = createSpelling();
  const markThoughts = createThoughtMarks();
  let finishReason: FinishReason | null = null;
  let usage: ToldUsage | null = null;
  let counted = 0;
  return {
    add: ({ choices, usage: told }) => {
      usage = told ?? usage;
      const choice = choices.find(({ index }) => (index ?? 0) === 0);
      if (choice === undefined) return null;
      const { delta, logprobs, finish_reason: reason } = choice;
      if (typeof reason === 'string') finishReason = finishReasonOf(reason);
      const text = markThoughts(
        delta.reasoning_content ?? delta.reasoning ?? '',
        delta.content ?? '',
      );
      const tokens = tokensOf(text, logprobs?.content ?? [], finishReason !== null);
      counted += tokens.length;
      if (text === '' && tokens.length === 0) return null;
      return { type: 'text-added', text, tokens: spell(text, tokens, likeliest) };
    },
    hasEnded: () => finishReason !== null,
    ending: () => ({
      finishReason: finishReason ?? 'unknown',
      usage: usageOf(usage, messages, counted),
    }),
  };
}

/** What an event tells of tokens: one without a figure where it tells none, since servers send an event for each. */
function tokensOf(
  text: string,
  told: readonly ToldToken[],
  isOver: boolean,
): readonly UnspeltToken[] {
  // The end of the turn is a token that is drawn, and no part of the answer.
  if (text === '') return isOver ? [] : told;
  return told.length > 0 ? told : [{ token: text, logprob: null }];
}

/** @returns what puts marks around the thoughts that a server sends apart from the answer */
function createThoughtMarks(): (thoughts: string, content: string) => string {
  let isThinking = false;
  return (thoughts, content) => {
    const opens = thoughts !== '' && !isThinking ? OPENS : '';
    isThinking ||= thoughts !== '';
    const closes = isThinking && content !== '' ? CLOSES : '';
    isThinking &&= content === '';
    return opens + thoughts + closes + content;
  };
}

function finishReasonOf(told: string): FinishReason {
  if (told === 'stop' || told === 'length') return told;
  return 'unknown';
}

/** @param counted tokens of the answer as far as they were told apart, for where the server tells no usage */
function usageOf(
  told: ToldUsage | null,
  messages: readonly ChatMessage[],
  counted: number,
): TokenUsage {
  if (told === null) {
    const promptTokens = messages.reduce((sum, { content }) => sum + tokensIn(content), 0);
    const estimated = { promptTokens, completionTokens: counted, isEstimate: true } as const;
    return { ...estimated, cachedPromptTokens: null };
  }
  return {
    promptTokens: told.prompt_tokens,
    cachedPromptTokens: told.prompt_tokens_details?.cached_tokens ?? null,
    completionTokens: told.completion_tokens ?? 0,
  };
}

/** A token as a server tells it, or stands in for one. */
type UnspeltToken = Omit<ToldToken, 'logprob'> & { readonly logprob: number | null };

type Spell = (
  text: string,
  tokens: readonly UnspeltToken[],
  likeliest: number | undefined,
) => readonly SampledToken[];

/** Gives tokens texts that spell the answer: one that is part of a character has none until the character is whole. */
function createSpelling(): Spell {
  const decoder = new TextDecoder();
  const textsOf = (text: string, tokens: readonly UnspeltToken[]): readonly string[] => {
    if (tokens.length === 1) return [text];
    const asTold = tokens.map(({ token }) => token);
    if (asTold.join('') === text) return asTold;
    const spelt = tokens.map(({ token, bytes }) =>
      bytes === undefined || bytes === null
        ? token
        : decoder.decode(Uint8Array.from(bytes), { stream: true }),
    );
    if (spelt.join('') === text) return spelt;
    // It can't be told which of them wrote what: the last has it all.
    return tokens.map((_, place) => (place === tokens.length - 1 ? text : ''));
  };
  return (text, tokens, likeliest) => {
    const texts = textsOf(text, tokens);
    return tokens.map((token, place) => sampledToken(texts[place] ?? '', token, likeliest));
  };
}

function sampledToken(
  text: string,
  { token, logprob, top_logprobs: told }: UnspeltToken,
  likeliest: number | undefined,
): SampledToken {
  const sampled = { text, logProbability: logprob };
  if (likeliest === undefined || told === undefined || told === null || told.length === 0) {
    return sampled;
  }
  const sorted = [...told].sort((one, other) => other.logprob - one.logprob);
  const topLogProbabilities = sorted.slice(0, likeliest).map((each) => ({
    text: each.token === token ? text : each.token,
    logProbability: each.logprob,
  }));
  return { ...sampled, topLogProbabilities };
}
