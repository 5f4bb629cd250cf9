import type { PromptCheck, Measurement } from '../check.ts';
import { FUNCTION_WORDS } from '../text/english-words.ts';
import type { TextReading } from '../text/text-reading.ts';

const TERMINAL = /[.!?…。！？؟।:)\]}"'`*_|>\p{Extended_Pictographic}\uFE0F\p{Pe}\p{Pf}]$/u;
/** A few words without a full stop are a label or a name, not a broken sentence. */
const LABEL_WORDS = 5;

function judge(response: TextReading): Measurement {
  const last = response.layout.lines.at(-1) ?? '';
  const lastWord = response.words.at(-1) ?? '';
  if (response.layout.codeFences % 2 === 1) {
    return { score: 0, measured: 'A code block is left open at the end' };
  }
  if (/[,;:–—-]$/.test(last)) {
    return { score: 0, measured: `Stops in mid-sentence, after “${last.slice(-20)}”` };
  }
  if (TERMINAL.test(last)) return { score: 1, measured: 'The last sentence is complete' };
  if (FUNCTION_WORDS.has(lastWord)) {
    return { score: 0, measured: `Stops in mid-sentence, after “${lastWord}”` };
  }
  const listed = [...response.layout.bullets, ...response.layout.numbered];
  const unstopped = listed.filter((item) => !TERMINAL.test(item)).length;
  if (unstopped >= 2) return { score: 1, measured: 'Ends in a list whose items take no full stop' };
  if (response.words.length <= LABEL_WORDS) return { score: 1, measured: 'A short phrase' };
  return { score: 0.3, measured: 'The last sentence has no end mark' };
}

/** Is the response finished, or cut off? */
export const sentenceCompleteness: PromptCheck = {
  id: 'sentence-completeness',
  label: 'Finished sentences',
  explanation:
    'Whether the text ends with an end mark, a closed bracket or quote, or a list, rather than in mid-sentence (own count); whether the thought is finished is not seen.',
  defaultWeight: 0.5,
  englishOnly: false,
  measure: ({ response }) => judge(response),
};
