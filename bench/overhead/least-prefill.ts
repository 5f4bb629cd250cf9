import type { Call } from './page-run.ts';

/** Prompt tokens of a run: how many were read, and how many had to be. */
export interface Prefill {
  readonly sent: number;
  /** Prompt tokens less those that the engine had in its cache, as it reports them; null where it doesn't. */
  readonly read: number | null;
  /** Nodes of the token trie over all prompts: every shared beginning once. */
  readonly trie: number;
  /**
   * Calls whose whole prompt had been sent before. Each must read one token again: the engine keeps keys and values, not
   * what follows from them, so without reading a last token there is nothing to go on from.
   */
  readonly repeats: number;
  /**
   * Tokens of prompts that the model wrote itself in an earlier call and had in its cache then: all but the last of an
   * answer, which is drawn but not read.
   */
  readonly quoted: number;
}

/** Leading tokens that two prompts have in common. */
export type SharedTokens = (earlier: Call, later: Call) => Promise<number>;

export async function prefillOf(
  calls: readonly Call[],
  sharedTokens: SharedTokens,
): Promise<Prefill> {
  const distinct = distinctPrompts(calls);
  const read = calls.map(({ usage }) =>
    usage.cachedPromptTokens === null ? null : usage.promptTokens - usage.cachedPromptTokens,
  );
  return {
    sent: sum(calls.map(({ usage }) => usage.promptTokens)),
    read: read.every((count) => count !== null) ? sum(read) : null,
    trie: await trieSize(distinct, sharedTokens),
    repeats: calls.length - distinct.length,
    quoted: quotedTokens(distinct, calls),
  };
}

/** The first call of each prompt, shorter prompts first, so that none is the beginning of one before it. */
function distinctPrompts(calls: readonly Call[]): readonly Call[] {
  const byPrompt = new Map<string, Call>();
  for (const call of calls) {
    const prompt = JSON.stringify(call.request.messages);
    if (!byPrompt.has(prompt)) byPrompt.set(prompt, call);
  }
  return [...byPrompt.values()].sort((one, other) => lengthOf(one) - lengthOf(other));
}

/**
 * Each prompt adds to the trie what it doesn't share with any before it. The longest are compared first: one that is
 * shorter than what is shared already can't share more.
 */
async function trieSize(prompts: readonly Call[], sharedTokens: SharedTokens): Promise<number> {
  let nodes = 0;
  for (const [place, prompt] of prompts.entries()) {
    let shared = 0;
    for (const earlier of prompts.slice(0, place).reverse()) {
      if (lengthOf(earlier) <= shared) break;
      shared = Math.max(shared, await sharedTokens(earlier, prompt));
    }
    nodes += lengthOf(prompt) - shared;
  }
  return nodes;
}

/** Each answer once that a prompt repeats as the assistant's turn. */
function quotedTokens(prompts: readonly Call[], calls: readonly Call[]): number {
  const turns = new Set(
    prompts.flatMap(({ request }) =>
      request.messages.filter(({ role }) => role === 'assistant').map(({ content }) => content),
    ),
  );
  const quoted = new Map(
    calls.filter(({ text }) => turns.has(text)).map(({ text, usage }) => [text, usage]),
  );
  return sum([...quoted.values()].map(({ completionTokens }) => Math.max(0, completionTokens - 1)));
}

function lengthOf({ usage }: Call): number {
  return usage.promptTokens;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
