import {
  tokensOfUsage,
  type ChatMessage,
  type Policy,
  type RewardRequest,
  type SampledToken,
  type ScoringCall,
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

/** The call that reading a response after a chat takes. */
export function callOf(messages: ScoringCall['messages'], part: ReadPart): ScoringCall {
  return { messages, mostTokens: part === 'whole' ? null : part, freeWhereSampled: true };
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
  signal.throwIfAborted();
  if (request.response.trim() === '') {
    throw new Error('The response is empty: there is nothing to measure.');
  }
  const reader = createTermReader(request, dependencies, signal);
  const [withIt, withoutIt] = await readTerms(request, comparison, reader.read);
  const information = measureInformation(withIt, withoutIt, comparison.weighPlace);
  return { ...information, usage: reader.usage() };
}

type Term = readonly SampledToken[];
type ReadTerm = (messages: readonly ChatMessage[], text: string) => Promise<Term>;

/**
 * Both terms of the response or of its opening, one after the other. An opening ends between two tokens: those that were
 * sampled tell where, and where they don't, those that the whole response has after the fuller chat.
 */
async function readTerms(
  { response, sampled }: RewardRequest,
  { fuller, shorter, part }: Comparison,
  read: ReadTerm,
): Promise<readonly [Term, Term]> {
  const ofText = async (text: string) =>
    [await read(fuller, text), await read(shorter, text)] as const;
  if (part === 'whole') return ofText(response);
  const asSampled = openingOf(response, sampled?.tokens ?? [], part);
  if (asSampled !== null) return ofText(textOfTokens(asSampled));
  const whole = await read(fuller, response);
  const asRead = openingOf(response, whole, part);
  if (asRead === null) {
    throw new Error('The model’s tokens don’t spell this response, so its opening can’t be told.');
  }
  return [asRead, await read(shorter, textOfTokens(asRead))];
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
