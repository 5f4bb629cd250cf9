import type { NodeFinished, ResponseRemark, SampledToken } from '../../core/index.ts';
import { describeValue, type FieldPath, type Problem, problemAt } from './describe-problem.ts';

/**
 * An answer says one thing: its text is what its tokens spell, and its remarks are true of it.
 *
 * @param anchorText of what it refines; null where it refines nothing
 */
export function checkAnswer(
  { text, tokens, finishReason, remarks }: NodeFinished,
  path: FieldPath,
  anchorText: string | null,
): Problem | null {
  if (!isSpelt(text, tokens)) {
    return problemAt([...path, 'text'], 'what its tokens spell', describeValue(text));
  }
  const truth: readonly [ResponseRemark, boolean][] = [
    ['empty', text.trim() === ''],
    ['cut-off', finishReason === 'length'],
    ['identical-to-anchor', anchorText?.trim() === text.trim()],
  ];
  for (const [remark, isTrue] of truth) {
    if (remarks.includes(remark) === isTrue) continue;
    const expected = isTrue ? `with "${remark}"` : `without "${remark}"`;
    return problemAt([...path, 'remarks'], expected, remarks.join(', ') || 'an empty list');
  }
  return null;
}

/** Stands for bytes that are no whole character: an engine may show them in a token, in the text, or in neither. */
const REPLACEMENT = '\uFFFD';

/**
 * Whether tokens spell a text. White space is left out of the comparison, since some tokenizers keep none, and so are marks of
 * replacement; an engine may also tell no tokens.
 */
function isSpelt(text: string, tokens: readonly SampledToken[]): boolean {
  if (tokens.length === 0) return true;
  const spelt = tokens.map((token) => token.text).join('');
  const letters = lettersOf(text);
  if (!spelt.includes(REPLACEMENT)) return lettersOf(spelt) === letters;
  let from = 0;
  for (const part of spelt.split(REPLACEMENT).map(lettersOf)) {
    const place = letters.indexOf(part, from);
    if (place < 0) return false;
    from = place + part.length;
  }
  return true;
}

function lettersOf(text: string): string {
  return text.replaceAll(/[\s\uFFFD]/g, '');
}
