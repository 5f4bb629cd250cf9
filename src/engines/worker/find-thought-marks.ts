import { THOUGHT_MARKS, type ThoughtMarks } from '../../core/index.ts';

/**
 * What a model puts around its thoughts; null where it is not known to think.
 *
 * @param writes whether the model knows a mark: whether its template, or its vocabulary, has it
 * @param opening what the assistant's turn opens with in a prompt
 */
export function findThoughtMarks(
  writes: (mark: string) => boolean,
  opening: string,
): ThoughtMarks | null {
  const pair = THOUGHT_MARKS.find(([opens, closes]) => writes(opens) || writes(closes));
  if (pair === undefined) return null;
  const [opens, closes] = pair;
  return { opens, closes, begun: opening.trimEnd().endsWith(opens) };
}
