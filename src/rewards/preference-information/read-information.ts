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
} from '../../core/index.ts';
import type { ReadPart } from './information-edition.ts';
import { measureInformation, type Information, type WeighPlace } from './measure-information.ts';
import { openingOf, sampledTerm, textOfTokens } from './sampled-terms.ts';
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
