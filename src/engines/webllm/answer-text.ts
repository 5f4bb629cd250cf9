/** Puts an answer's tokens together to text as they come. */
export interface AnswerText {
  /** What can be shown with this token: empty where it is part of a character, or may become a stop text. */
  add(token: number): string;
  /** Whether a stop text has come; it and what follows are no part of the answer. */
  readonly stopped: boolean;
  /** What was held back and is text after all. */
  rest(): string;
}

const REPLACEMENT = '�';

/**
 * @param decode what is no whole character comes as replacement characters at the end.
 * @param stopTexts each ends the answer, wherever it comes.
 */
export function createAnswerText(
  decode: (tokens: readonly number[]) => string,
  stopTexts: readonly string[],
): AnswerText {
  const tokens: number[] = [];
  // Only the tokens since `from` are decoded again: `from` up to `told` are known, and there for those that follow to join on to.
  let from = 0;
  let told = 0;
  let held = '';
  let stopped = false;

  const decodeMore = (): string => {
    const known = decode(tokens.slice(from, told));
    const all = decode(tokens.slice(from));
    if (all.length <= known.length || all.endsWith(REPLACEMENT)) return '';
    from = told;
    told = tokens.length;
    return all.slice(known.length);
  };
  const takeHeld = (): string => {
    const shown = held;
    held = '';
    return shown;
  };
  return {
    add: (token) => {
      tokens.push(token);
      held += decodeMore();
      const ends = stopTexts.map((stop) => held.indexOf(stop)).filter((place) => place >= 0);
      if (ends.length > 0) {
        stopped = true;
        held = held.slice(0, Math.min(...ends));
        return '';
      }
      // All or nothing, so that a token's text is shown in one piece.
      return mayBecomeStop(held, stopTexts) ? '' : takeHeld();
    },
    get stopped() {
      return stopped;
    },
    rest: takeHeld,
  };
}

/** Whether a text ends with the beginning of a stop text. */
function mayBecomeStop(text: string, stopTexts: readonly string[]): boolean {
  return stopTexts.some((stop) => {
    for (let length = Math.min(stop.length - 1, text.length); length > 0; length -= 1) {
      if (stop.startsWith(text.slice(text.length - length))) return true;
    }
    return false;
  });
}
