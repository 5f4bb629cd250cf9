// Names of a model's tokens, such as `<|im_end|>`, in what a person or a model said: sent to a model as part of a text that is
// already written in its template, they would end a turn. Which of them a model has, only its own tokenizer knows; so
// whatever looks like one is set apart by noncharacters of Unicode, and whoever splits the text into tokens decides.

const OPENS = '\ufdd2';
const BREAKS = '\ufdd3';
const CLOSES = '\ufdd4';

/** What may be the name of a token by its shape: the innermost brackets, so that others around them hide none. */
export const MARK_SHAPE = /<[^<>[\]\s]{1,40}>|\[[^<>[\]\s]{1,40}\]/g;

const SET_APART = /\ufdd2([^\ufdd2-\ufdd4]+)\ufdd3([^\ufdd2-\ufdd4]+)\ufdd4/g;

/** A text as it is said, with whatever looks like a token's name set apart. Most texts stay as they are. */
export function setMarksApart(said: string): string {
  return said
    .replace(/[\ufdd2-\ufdd4]/g, '\ufffd')
    .replace(MARK_SHAPE, (mark) => `${OPENS}${mark.slice(0, 1)}${BREAKS}${mark.slice(1)}${CLOSES}`);
}

/**
 * A text with what was set apart joined again, but for what is the name of a token.
 *
 * @param breakMark what to write in the place of one
 */
export function joinMarks(
  text: string,
  isMark: (candidate: string) => boolean,
  breakMark: (mark: string) => string,
): string {
  return text.replace(SET_APART, (_, first: string, rest: string) =>
    isMark(first + rest) ? breakMark(first + rest) : first + rest,
  );
}
