import { type ArmOutcome, findNode, type RunPlan, textOf } from '../../../core/index.ts';

/** Fewer words are as often named as quoted. */
const FEWEST_WORDS = 3;

/** What is quoted after these is said to stand in the anchor; after others, such as “use” or “add”, it is to stand in a refinement. */
const OF_THE_ANCHOR =
  '(?:\\b(?:in|of|phrase|phrases|sentence|sentences|words|wrote|says|said|remove|drop|delete|omit|keep|replace|change)[:,]?\\s+)';
const QUOTES = ['“([^“”]+)”', '"([^"]+)"', '«([^«»]+)»'].map(
  (quote) => new RegExp(OF_THE_ANCHOR + quote, 'giu'),
);
/** Left out of a quote. */
const GAP = /…|\.\.\./u;

/**
 * What the feedback behind an arm's winner quotes though neither its anchor nor the prompt or the preference says it; null where
 * there is no such quote. A small model quotes what was never written.
 */
export function quoteOfNothing(
  outcome: ArmOutcome,
  { prompt, preference }: Pick<RunPlan, 'prompt' | 'preference'>,
): string | null {
  const feedback = findNode(outcome.arm, outcome.winner.feedbackId);
  if (feedback === null) return null;
  const read = [anchorOf(outcome), prompt, preference].map(wordsOf);
  const quoted = QUOTES.flatMap((quotes) => [...textOf(feedback).matchAll(quotes)]);
  const missing = quoted.find(([, phrase = '']) => {
    if (GAP.test(phrase)) return false;
    const words = wordsOf(phrase);
    return (
      words.split(' ').length >= FEWEST_WORDS &&
      !read.some((text) => ` ${text} `.includes(` ${words} `))
    );
  });
  return missing?.[1]?.trim() ?? null;
}

function anchorOf({ arm, winner }: ArmOutcome): string {
  const anchor = findNode(arm, arm.anchors[winner.layer] ?? null);
  return anchor === null ? '' : textOf(anchor);
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
