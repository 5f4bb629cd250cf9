import type { SampledToken, ScoreTextRequest, TextScorer } from '../../../src/core/index.ts';

export interface PrefixScorer extends TextScorer {
  /** Reads a text after the messages and says of which tokens it consists; its openings cost nothing from then on. */
  readWhole(request: ScoreTextRequest, signal: AbortSignal): Promise<readonly SampledToken[]>;
}

/**
 * The same text scorer, which knows what it says of the openings of a text that it has read: a token's probability hangs on
 * what stands before it alone. An opening that ends inside a token is read by itself.
 */
export function createPrefixScorer(scorer: TextScorer): PrefixScorer {
  const known = new Map<string, readonly SampledToken[]>();
  return {
    readWhole: async (request, signal) => {
      const { tokens } = await scorer.scoreText(request, signal);
      let opening = '';
      for (const [place, token] of tokens.entries()) {
        opening += token.text;
        known.set(keyOf({ ...request, text: opening }), tokens.slice(0, place + 1));
      }
      return tokens;
    },
    scoreText: async (request, signal) => {
      const tokens = known.get(keyOf(request));
      if (tokens === undefined) return scorer.scoreText(request, signal);
      const usage = { promptTokens: 0, cachedPromptTokens: 0, completionTokens: 0 };
      return { tokens, usage };
    },
  };
}

function keyOf({ messages, text }: ScoreTextRequest): string {
  return JSON.stringify([messages, text]);
}
