import type { ScoredText, ScoreTextRequest, TextScorer } from '../../core/index.ts';

/** Enough for two terms of every response in the largest pool that the page offers, few enough to keep. */
const MOST_REMEMBERED = 1000;

/**
 * The same scorer, which doesn't read the same text after the same messages twice: log p(y|x) is wanted for preference and
 * prompt information alike, and again when a run is scored anew. A failure is not remembered, so that it can be tried again.
 */
export function rememberTerms(scorer: TextScorer): TextScorer {
  const remembered = new Map<string, ScoredText>();
  return {
    async scoreText(request, signal) {
      signal.throwIfAborted();
      const key = keyOf(request);
      const known = remembered.get(key);
      if (known !== undefined) return known;
      const scored = await scorer.scoreText(request, signal);
      remembered.set(key, scored);
      const [oldest] = remembered.keys();
      if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
      return scored;
    },
  };
}

function keyOf({ messages, text }: ScoreTextRequest): string {
  return JSON.stringify([text, ...messages.map(({ role, content }) => [role, content])]);
}
