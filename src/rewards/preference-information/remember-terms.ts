import type { ScoredText, ScoreTextRequest, TextScorer } from '../../core/index.ts';

/**
 * Tokens that are remembered of one text scorer at most: two terms of every response in the page's largest pool, 128
 * responses of some 400 tokens, and about 20 MB.
 */
const MOST_REMEMBERED = 100_000;

/** What a text scorer says that may have said it before. */
export interface RememberedText extends ScoredText {
  /** Whether nothing was read for it now. */
  readonly remembered: boolean;
}

export interface RememberingScorer extends TextScorer {
  scoreText(request: ScoreTextRequest, signal: AbortSignal): Promise<RememberedText>;
}

interface Memory {
  readonly terms: Map<string, ScoredText>;
  /** What is being read now, null where it then failed. */
  readonly reading: Map<string, Promise<ScoredText | null>>;
  /** Of all the terms together. */
  tokens: number;
}

/** By text scorer, and gone with it: what a model said of a text is of no use once the model is put away. */
const memories = new WeakMap<TextScorer, Memory>();

/**
 * The same text scorer, which doesn't read the same text after the same messages twice: log p(y|x) is wanted for preference
 * and prompt information alike, and again when a run is scored anew; whoever asks while it is being read waits for it. What is
 * remembered belongs to the text scorer given, so that all who read with it share it; the oldest is forgotten first. A
 * failure is not remembered, and neither it nor a stop is anyone's but the asker's: who waited then reads for themselves.
 *
 * @param mostTokens remembered at most
 */
export function rememberTerms(scorer: TextScorer, mostTokens = MOST_REMEMBERED): RememberingScorer {
  const memory = memoryOf(scorer);
  return {
    async scoreText(request, signal) {
      signal.throwIfAborted();
      const key = keyOf(request);
      let known = memory.terms.get(key) ?? null;
      let others = memory.reading.get(key);
      while (known === null && others !== undefined) {
        known = await waitFor(others, signal);
        others = memory.reading.get(key);
      }
      if (known !== null) return { ...known, remembered: true };
      const reading = scorer.scoreText(request, signal);
      const kept = reading.then((scored) => {
        remember(memory, key, scored);
        forgetOldest(memory, mostTokens);
        return scored;
      });
      const settled = kept
        .catch(() => null)
        .finally(() => {
          memory.reading.delete(key);
        });
      memory.reading.set(key, settled);
      return { ...(await kept), remembered: false };
    },
  };
}

function memoryOf(scorer: TextScorer): Memory {
  const known = memories.get(scorer);
  if (known !== undefined) return known;
  const memory: Memory = { terms: new Map(), reading: new Map(), tokens: 0 };
  memories.set(scorer, memory);
  return memory;
}

/**
 * What another is reading; null where it failed.
 *
 * @throws the signal's reason when it is aborted first
 */
async function waitFor(
  reading: Promise<ScoredText | null>,
  signal: AbortSignal,
): Promise<ScoredText | null> {
  let stopWaiting = (): void => undefined;
  const stopped = new Promise<null>((resolve) => {
    stopWaiting = () => {
      resolve(null);
    };
  });
  signal.addEventListener('abort', stopWaiting, { once: true });
  const read = await Promise.race([reading, stopped]);
  signal.removeEventListener('abort', stopWaiting);
  signal.throwIfAborted();
  return read;
}

function remember(memory: Memory, key: string, scored: ScoredText): void {
  memory.terms.set(key, scored);
  memory.tokens += scored.tokens.length;
}

function forgetOldest(memory: Memory, mostTokens: number): void {
  for (const key of memory.terms.keys()) {
    if (memory.tokens <= mostTokens) return;
    forget(memory, key);
  }
}

function forget(memory: Memory, key: string): void {
  memory.tokens -= memory.terms.get(key)?.tokens.length ?? 0;
  memory.terms.delete(key);
}

function keyOf({ messages, text }: ScoreTextRequest): string {
  return JSON.stringify([text, ...messages.map(({ role, content }) => [role, content])]);
}
