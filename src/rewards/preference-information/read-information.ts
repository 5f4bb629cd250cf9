import {
  tokensOfUsage,
  type ChatMessage,
  type Policy,
  type RewardRequest,
  type SampledToken,
  type ScoringUsage,
  textScorerOf,
  type TextScorer,
  type SampledResponse,
  type ScoreTextRequest,
} from '../../core/index.ts';
import type { ReadPart } from './information-edition.ts';
import { measureInformation, type Information, type WeighPlace } from './measure-information.ts';
import type { RememberingScorer } from './remember-terms.ts';

/** What a scorer needs that reads the policy's own probabilities. */
export interface InformationDependencies {
  readonly scorer: TextScorer;
  /** Of the policy that the scorer reads: a response that it has just sampled need not be read again. */
  readonly policy: { readonly id: string; readonly name: string };
}

/** A policy as the scorers know it that read texts. */
export function readerOf(policy: Policy): InformationDependencies {
  return { scorer: textScorerOf(policy), policy: policy.description };
}

/** The same, with a text scorer that reads no term twice. */
export interface RememberingDependencies extends InformationDependencies {
  readonly scorer: RememberingScorer;
}

/** What a response is read after, how much of it, and how its tokens count. */
export interface Comparison {
  /** The chat that knows more. */
  readonly fuller: readonly ChatMessage[];
  /** The chat that it is held against. */
  readonly shorter: readonly ChatMessage[];
  readonly part: ReadPart;
  readonly weighPlace: WeighPlace;
}

export interface ReadInformation extends Information {
  readonly usage: ScoringUsage;
}

/**
 * How much likelier the response, or its opening, is after the fuller chat. A term is free where the response was just
 * sampled to that chat.
 *
 * @throws Error with a sentence where the response is empty or nothing could be measured; else what the text scorer throws
 */
export async function readInformation(
  request: RewardRequest,
  comparison: Comparison,
  dependencies: RememberingDependencies,
  signal: AbortSignal,
): Promise<ReadInformation> {
  const { fuller, shorter, part, weighPlace } = comparison;
  const { terms, usage } = await readAfter(
    request,
    { first: fuller, others: [shorter], part },
    dependencies,
    signal,
  );
  const [withIt = [], withoutIt = []] = terms;
  return { ...measureInformation(withIt, withoutIt, weighPlace), usage };
}

export type Term = readonly SampledToken[];
type ReadTerm = (messages: readonly ChatMessage[], text: string) => Promise<Term>;

/** The chats that a response, or its opening, is read after. */
export interface ChatsToRead {
  /** Tells where the opening ends. */
  readonly first: readonly ChatMessage[];
  readonly others: readonly (readonly ChatMessage[])[];
  readonly part: ReadPart;
}

/**
 * The tokens of the response or of its opening after each chat, in their order, and what reading them took.
 *
 * @throws Error with a sentence where the response is empty or its opening can't be told; else what the text scorer throws
 */
export async function readAfter(
  request: RewardRequest,
  chats: ChatsToRead,
  dependencies: RememberingDependencies,
  signal: AbortSignal,
): Promise<{ readonly terms: readonly Term[]; readonly usage: ScoringUsage }> {
  signal.throwIfAborted();
  if (request.response.trim() === '') {
    throw new Error('The response is empty: there is nothing to measure.');
  }
  const reader = createTermReader(request, dependencies, signal);
  const terms = await readTerms(request, chats, reader.read);
  return { terms, usage: reader.usage() };
}

/**
 * The terms one after the other. An opening ends between two tokens: those that were sampled tell where, and where they
 * don't, those that the response has after the first chat.
 */
async function readTerms(
  { response, sampled }: RewardRequest,
  { first, others, part }: ChatsToRead,
  read: ReadTerm,
): Promise<readonly Term[]> {
  const ofText = async (text: string, chats: ChatsToRead['others']): Promise<readonly Term[]> => {
    const terms: Term[] = [];
    for (const messages of chats) terms.push(await read(messages, text));
    return terms;
  };
  if (part === 'whole') return ofText(response, [first, ...others]);
  const asSampled = openingOf(response, sampled?.tokens ?? [], part);
  if (asSampled !== null) return ofText(textOfTokens(asSampled), [first, ...others]);
  const opening = await readOpening(response, part, (text) => read(first, text));
  return [opening, ...(await ofText(textOfTokens(opening), others))];
}

/** More letters than a token has in most texts, so that a beginning holds the opening without all the rest being read. */
const LETTERS_PER_TOKEN = 8;
/** At least so many, so that openings of a few tokens more or less begin with one text, which is read once. */
const FEWEST_LETTERS = 256;

/** The tokens of an opening that nothing tells of but reading it. */
async function readOpening(
  response: string,
  part: number,
  read: (text: string) => Promise<Term>,
): Promise<Term> {
  const letters = Math.max(part * LETTERS_PER_TOKEN, FEWEST_LETTERS);
  const restOfWord = /^[^]*?(?=\s|$)/.exec(response.slice(letters))?.[0] ?? '';
  const text = response.slice(0, letters) + restOfWord;
  const tokens = await read(text);
  // The last token of a beginning may be another in the whole text.
  if (text !== response && tokens.length <= part) return readWholeOpening(response, part, read);
  return openingOf(text, tokens, part) ?? readWholeOpening(response, part, read);
}

async function readWholeOpening(
  response: string,
  part: number,
  read: (text: string) => Promise<Term>,
): Promise<Term> {
  const opening = openingOf(response, await read(response), part);
  if (opening !== null) return opening;
  throw new Error('The model’s tokens don’t spell this response, so its opening can’t be told.');
}

/** Reads terms, those that were sampled or read before for nothing, and counts what the others took. */
function createTermReader(
  { sampled }: RewardRequest,
  { scorer, policy }: RememberingDependencies,
  signal: AbortSignal,
): { readonly read: ReadTerm; readonly usage: () => ScoringUsage } {
  let usage: ScoringUsage = { calls: 0, tokens: 0 };
  return {
    read: async (messages, text) => {
      const term = { messages, text };
      const free = sampledTerm(term, sampled, policy.id);
      if (free !== null) return free;
      const scored = await scorer.scoreText(term, signal);
      if (!scored.remembered) {
        usage = { calls: usage.calls + 1, tokens: usage.tokens + tokensOfUsage(scored.usage) };
      }
      return scored.tokens;
    },
    usage: () => usage,
  };
}

/**
 * The tokens of a response that this policy has just sampled to just these messages: what forced decoding would tell again.
 * What the engine reports after the text, such as the end of the turn or half a character, is left out.
 *
 * @returns null where the response came another way, its tokens don't spell the text or one has no log-probability
 */
function sampledTerm(
  term: ScoreTextRequest,
  sampled: SampledResponse | null | undefined,
  policyId: string,
): readonly SampledToken[] | null {
  if (sampled?.policyId !== policyId || !sameMessages(sampled.messages, term.messages)) return null;
  const tokens = spell(term.text, sampled.tokens);
  return tokens?.every(({ logProbability }) => logProbability !== null) === true ? tokens : null;
}

function spell(text: string, tokens: readonly SampledToken[]): readonly SampledToken[] | null {
  let told = '';
  for (const [place, token] of tokens.entries()) {
    told += token.text;
    if (told === text) return tokens.slice(0, place + 1);
    if (!text.startsWith(told)) return null;
  }
  return null;
}

function sameMessages(first: readonly ChatMessage[], second: readonly ChatMessage[]): boolean {
  return (
    first.length === second.length &&
    first.every(({ role, content }, place) => {
      const other = second[place];
      return other?.role === role && other.content === content;
    })
  );
}

/** A character has four bytes at most: so many tokens before its last one can be parts of it, without a text of their own. */
const MOST_PARTS_BEFORE_LAST = 3;

/**
 * The tokens of a text's opening: so many at most, and fewer where the last ones are parts of a character that isn't whole.
 *
 * @param tokens of the whole text, in order; what stands behind it, such as the end of the turn, is left out
 * @returns null where the tokens don't spell the text so far
 */
export function openingOf(
  text: string,
  tokens: readonly SampledToken[],
  most: number,
): readonly SampledToken[] | null {
  let [told, end, read] = ['', 0, 0];
  for (const token of tokens.slice(0, most)) {
    if (told === text) break;
    read += 1;
    told += token.text;
    if (!text.startsWith(told)) continue;
    if (token.text !== '') end = read;
  }
  const isWhole = told === text || read === most;
  return end > 0 && isWhole && read - end <= MOST_PARTS_BEFORE_LAST ? tokens.slice(0, end) : null;
}

/** What the tokens spell. */
export function textOfTokens(tokens: readonly SampledToken[]): string {
  return tokens.map(({ text }) => text).join('');
}
