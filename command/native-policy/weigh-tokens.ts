import type { LogitAnswer, LogitQuestion, NativeSequence } from './node-llama-cpp.ts';

/** What the model gives one token of a text, before any sampling setting; in nats, at most 0. */
export interface Weight {
  readonly logProbability: number;
  /** The likeliest first. */
  readonly likeliest: readonly { readonly token: number; readonly logProbability: number }[];
}

/**
 * Reads a text after a prompt, and tells what the model gives each of its tokens. The last token of the prompt and the text are
 * one batch, whatever of the prompt was read before: figures don't depend on what is in the cache.
 *
 * @param prompt at least one token
 * @param likeliest how many of the likeliest tokens to tell of each place
 */
export async function weighTokens(
  sequence: NativeSequence,
  prompt: readonly number[],
  text: readonly number[],
  likeliest: number,
): Promise<readonly Weight[]> {
  await readPrompt(sequence, prompt);
  const before = [...prompt.slice(-1), ...text.slice(0, -1)];
  const answers = await sequence.controlledEvaluate(
    text.map((token, place) => [before[place] ?? token, questionOf(token, likeliest)] as const),
  );
  return text.map((token, place) => weightOf(token, answers[place], likeliest));
}

/**
 * Reads all of a prompt but its last token.
 *
 * @returns how many of its tokens had been read before
 */
export async function readPrompt(
  sequence: NativeSequence,
  prompt: readonly number[],
): Promise<number> {
  const start = prompt.slice(0, -1);
  await sequence.adaptStateToTokens(start, false);
  const cached = sequence.nextTokenIndex;
  const unread = start.slice(cached);
  if (unread.length > 0) await sequence.evaluateWithoutGeneratingNewTokens(unread);
  return cached;
}

/** Greedy, the token that is selected is the likeliest of all, whose logit the total is told by. */
function questionOf(token: number, likeliest: number): LogitQuestion {
  const filter = { tokens: [token], includeSelected: true, includeTop: likeliest } as const;
  return {
    generateNext: { totalLogitWeight: true, logits: { filter }, options: { temperature: 0 } },
  };
}

function weightOf(token: number, answer: LogitAnswer | undefined, likeliest: number): Weight {
  const { logits, totalLogitWeight } = answer?.next ?? {};
  const own = logits?.get(token);
  if (logits === undefined || totalLogitWeight === undefined || own === undefined) {
    throw new Error('the model gave a token no probability');
  }
  const most = Math.max(...logits.values());
  const logProbabilityOf = (logit: number): number =>
    Math.min(0, logit - most - Math.log(totalLogitWeight));
  const ranked = [...logits].sort(([, one], [, other]) => other - one).slice(0, likeliest);
  return {
    logProbability: logProbabilityOf(own),
    likeliest: ranked.map(([each, logit]) => ({
      token: each,
      logProbability: logProbabilityOf(logit),
    })),
  };
}
