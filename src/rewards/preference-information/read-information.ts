import type { ChatMessage, RewardRequest, SampledToken, TextScorer } from '../../core/index.ts';
import { measureInformation, type Information } from './information.ts';
import { sampledTerm } from './sampled-term.ts';

/** What a scorer needs that reads the policy's own probabilities. */
export interface InformationDependencies {
  readonly scorer: TextScorer;
  /** Of the policy that the scorer reads: a response that it has just sampled need not be read again. */
  readonly policy: { readonly id: string; readonly name: string };
}

/** The two chats that a response is read after: the one that knows more, and the one that it is held against. */
export interface ComparedChats {
  readonly fuller: readonly ChatMessage[];
  readonly shorter: readonly ChatMessage[];
}

/**
 * How much likelier the response is after the fuller chat. A term is free where the response was just sampled to that chat.
 *
 * @throws Error with a sentence where the response is empty or nothing could be measured; else what the text scorer throws
 */
export async function readInformation(
  request: RewardRequest,
  { fuller, shorter }: ComparedChats,
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
  return measureInformation(withIt, withoutIt);
}
