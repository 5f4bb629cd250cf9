// Some models think before they answer, between marks of their own. What stands there is no part of the answer: it is shown
// apart, not scored and not sent back. Its tokens are charged like all others.

/** What a model puts around its thoughts. */
export interface ThoughtMarks {
  /** For example "<think>". */
  readonly opens: string;
  /** For example "</think>". */
  readonly closes: string;
  /** Whether the prompt ends with the opening mark, so that an answer begins within the thoughts. */
  readonly begun: boolean;
}

/** What a model thought before it answered. */
export interface Thoughts {
  /** Without the marks. */
  readonly text: string;
  /** False where the text was cut off, or ended, before the closing mark: then there is no answer. */
  readonly closed: boolean;
}

/**
 * Pairs of marks that models are known to write: Qwen3, DeepSeek-R1 and many others; Magistral; EXAONE; Command A; Kimi; Seed-OSS;
 * gpt-oss, whose channels before the final one are all thoughts.
 */
export const THOUGHT_MARKS: readonly (readonly [opens: string, closes: string])[] = [
  ['<think>', '</think>'],
  ['<thinking>', '</thinking>'],
  ['[THINK]', '[/THINK]'],
  ['<thought>', '</thought>'],
  ['<|START_THINKING|>', '<|END_THINKING|>'],
  ['◁think▷', '◁/think▷'],
  ['<seed:think>', '</seed:think>'],
  ['<|channel|>analysis<|message|>', '<|end|><|start|>assistant<|channel|>final<|message|>'],
];

/** As much of a token as is read here. */
interface Spelt {
  readonly text: string;
}

/** A piece of an answer, with what of it was thought. */
export interface AnswerPiece<Token extends Spelt> {
  readonly thoughts: string;
  readonly text: string;
  /** Of the text. */
  readonly tokens: readonly Token[];
}

type Part =
  | { readonly kind: 'opening' }
  | { readonly kind: 'thoughts'; readonly closes: string }
  | { readonly kind: 'space-after' }
  | { readonly kind: 'answer' };

/**
 * Tells a model's thoughts from its answer while both come, piece by piece. Thoughts stand at the beginning, after white space
 * at most: marks further on are words of the answer.
 */
export class ThoughtReader<Token extends Spelt> {
  #part: Part;
  /** What came and can't be told apart yet. */
  #held = '';
  #tokens: Token[] = [];
  #thoughts: string | null = null;
  #closed = false;
  readonly #pairs: typeof THOUGHT_MARKS;

  /** @param marks those of the model, where they are known; otherwise those that models are known to write count */
  constructor(marks?: ThoughtMarks) {
    this.#pairs = marks === undefined ? THOUGHT_MARKS : [[marks.opens, marks.closes]];
    this.#part = { kind: 'opening' };
    if (marks?.begun === true) this.#begin(marks.closes);
  }

  /** All thoughts so far; null where there are none. */
  get thoughts(): Thoughts | null {
    const text = this.#thoughts?.trim() ?? '';
    // Thoughts that were switched off are empty.
    return this.#thoughts === null || (text === '' && this.#closed)
      ? null
      : { text, closed: this.#closed };
  }

  /** @returns what can be told of this piece and what was held before it */
  add(text: string, tokens: readonly Token[]): AnswerPiece<Token> {
    this.#held += text;
    this.#tokens.push(...tokens);
    return this.#tell(false);
  }

  /** @returns what was held to the end */
  end(): AnswerPiece<Token> {
    return this.#tell(true);
  }

  #tell(ended: boolean): AnswerPiece<Token> {
    if (this.#part.kind === 'opening') this.#readOpening(ended);
    const thoughts = this.#part.kind === 'thoughts' ? this.#readThoughts(this.#part, ended) : '';
    if (this.#part.kind === 'space-after') this.#skipSpace();
    if (this.#part.kind !== 'answer') return { thoughts, text: '', tokens: [] };
    const told = { thoughts, text: this.#held, tokens: this.#tokens };
    this.#held = '';
    this.#tokens = [];
    return told;
  }

  #readOpening(ended: boolean): void {
    const start = this.#held.trimStart();
    const pair = this.#pairs.find(([opens]) => start.startsWith(opens));
    if (pair !== undefined) {
      const [opens, closes] = pair;
      this.#drop(this.#held.length - start.length + opens.length);
      this.#begin(closes);
    } else if (ended || !this.#pairs.some(([opens]) => opens.startsWith(start))) {
      this.#part = { kind: 'answer' };
    }
  }

  #begin(closes: string): void {
    this.#thoughts = '';
    this.#part = { kind: 'thoughts', closes };
  }

  #readThoughts({ closes }: { readonly closes: string }, ended: boolean): string {
    const end = this.#held.indexOf(closes);
    const rest = ended ? 0 : lengthOfBegun(this.#held, closes);
    const told = this.#held.slice(0, end < 0 ? this.#held.length - rest : end);
    this.#drop(end < 0 ? told.length : end + closes.length);
    this.#thoughts = (this.#thoughts ?? '') + told;
    if (end >= 0) {
      this.#closed = true;
      this.#part = { kind: 'space-after' };
    }
    return told;
  }

  #skipSpace(): void {
    this.#drop(this.#held.length - this.#held.trimStart().length);
    if (this.#held !== '') this.#part = { kind: 'answer' };
  }

  /** Takes characters from the beginning of what is held, and the tokens that spell them. */
  #drop(characters: number): void {
    this.#held = this.#held.slice(characters);
    let left = characters;
    while (left > 0) {
      const [first, ...others] = this.#tokens;
      if (first === undefined) return;
      const { text } = first;
      // A token that ends in the answer is one of its tokens, as far as it spells the answer.
      this.#tokens =
        text.length <= left ? others : [{ ...first, text: text.slice(left) }, ...others];
      left -= text.length;
    }
  }
}

/** How many of the last characters may be the beginning of a mark. */
function lengthOfBegun(text: string, mark: string): number {
  for (let length = Math.min(mark.length - 1, text.length); length > 0; length -= 1) {
    if (mark.startsWith(text.slice(-length))) return length;
  }
  return 0;
}
