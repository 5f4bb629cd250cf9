import type { ChatMessage } from '../../core/index.ts';

// A model's marks, such as `<|im_end|>`, are names of tokens that no text should hold: a person who types one, or a model that
// wrote its letters, would end a turn. A tokenizer sees a mark only in one piece, so each is broken after its first character,
// and the pieces are split into tokens one by one. A text without marks is not touched.

/** Where a mark is broken: two noncharacters of Unicode, which no text that is passed on may hold. */
const BREAK = '\ufdd0\ufdd1';

/** The marks that stand in a text. */
export type FindMarks = (text: string) => readonly string[];

/** The same chat with every mark in what was said broken. */
export function breakMarks(
  messages: readonly ChatMessage[],
  marksIn: FindMarks,
): readonly ChatMessage[] {
  return messages.map((message) => {
    const marks = marksIn(message.content);
    if (marks.length === 0) return message;
    return { ...message, content: marks.reduce(breakEach, message.content) };
  });
}

function breakEach(text: string, mark: string): string {
  return text.replaceAll(mark, breakMark(mark));
}

/** A mark in two pieces, of which a tokenizer reads neither as the mark. */
export function breakMark(mark: string): string {
  const [first = ''] = mark;
  return first + BREAK + mark.slice(first.length);
}

/** The tokens of a text whose pieces are read one by one where marks were broken. */
export function tokensOfPieces(
  text: string,
  tokenise: (piece: string) => Iterable<number>,
): number[] {
  return text.split(BREAK).flatMap((piece) => [...tokenise(piece)]);
}
