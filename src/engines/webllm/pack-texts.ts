/** A text that is being scored: which of its tokens the model has read. */
export interface TextToRead<Running> {
  readonly running: Running;
  readonly read: number;
  /** All that the model is to read. */
  readonly tokens: readonly number[];
}

/** The tokens of a text that are read next. */
export interface TextPart<Running> {
  readonly running: Running;
  readonly tokens: readonly number[];
}

/**
 * Which texts are read in one verification, at most `room` tokens together.
 *
 * A text is always cut in the same places and is read by the same kernels, whatever is read beside it, so that its figures are the same
 * to the last bit: one that doesn't fit as a whole goes alone, piece by piece, and so does one of a single token, which the
 * cache takes for decoding.
 */
export function packTexts<Running>(
  texts: readonly TextToRead<Running>[],
  room: number,
): readonly TextPart<Running>[] {
  const alone = texts.find(({ tokens }) => tokens.length > room || tokens.length === 1);
  if (alone !== undefined) {
    const { running, read, tokens } = alone;
    return [{ running, tokens: tokens.slice(read, read + room) }];
  }
  const packed: TextPart<Running>[] = [];
  let left = room;
  for (const { running, tokens } of texts) {
    if (tokens.length > left) break;
    packed.push({ running, tokens });
    left -= tokens.length;
  }
  return packed;
}
