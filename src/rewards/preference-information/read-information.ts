import type { ChatMessage, RewardRequest, SampledToken, TextScorer } from '../../core/index.ts';
import { measureInformation, type Information, type WeighPlace } from './information.ts';
import { sampledTerm } from './sampled-term.ts';

/** What a scorer needs that reads the policy's own probabilities. */
export interface InformationDependencies {
  readonly scorer: TextScorer;
  /** Of the policy that the scorer reads: a response that it has just sampled need not be read again. */
  readonly policy: { readonly id: string; readonly name: string };
}

/** What a response is read after, and how its tokens count. */
export interface Comparison {
  /** The chat that knows more. */
  readonly fuller: readonly ChatMessage[];
  /** The chat that it is held against. */
  readonly shorter: readonly ChatMessage[];
  readonly weighPlace: WeighPlace;
}

/**
 * How much likelier the response is after the fuller chat. A term is free where the response was just sampled to that chat.
 *
 * @throws Error with a sentence where the response is empty or nothing could be measured; else what the text scorer throws
 */
export async function readInformation(
  request: RewardRequest,
  { fuller, shorter, weighPlace }: Comparison,
  { scorer, policy }: InformationDependencies,
  signal: AbortSignal,
): Promise<Information> {
  signal.throwIfAborted();
  const { response: text, sampled } = request;
  if (text.trim() === '') throw new Error('The response is empty: there is nothing to measure.');
  const readTerm = async (messages: readonly ChatMessage[]): Promise<readonly SampledToken[]> => {
    const term = { messages, text };
    const free = sampledTerm(term, sampled, policy.id);
    return free ?? (await scorer.scoreText(term, signal)).tokens;
  };
  // One after the other: an engine reads one text at a time.
  const withIt = await readTerm(fuller);
  const withoutIt = await readTerm(shorter);
  return measureInformation(withIt, withoutIt, weighPlace);
}
