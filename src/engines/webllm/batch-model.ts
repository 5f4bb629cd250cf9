/**
 * A loaded model that reads several sequences at once, as the scheduler asks for it. One call at a time: each is waited for
 * before the next. Sequences are numbered by the caller; their keys and values lie in one cache, in pages.
 */
export interface BatchModel {
  readonly limits: BatchLimits;
  /** An empty sequence. */
  add(id: number): void;
  /** A sequence that begins as a copy of another, `length` tokens long; whole pages of it are kept once. */
  fork(parent: number, child: number, length: number): void;
  remove(id: number): void;
  /** Removes every sequence. */
  clear(): void;
  /** Reads on in one sequence. @returns the logits after the last token. */
  prefill(part: SequencePart): Promise<Float32Array>;
  /** Reads one token on in each of several sequences. @returns the logits after each, in their order. */
  decode(steps: readonly DecodeStep[]): Promise<readonly Float32Array[]>;
  /** Reads on in several sequences. @returns for each part, in their order, the logits after each of its tokens. */
  verify(parts: readonly SequencePart[]): Promise<readonly (readonly Float32Array[])[]>;
}

export interface SequencePart {
  readonly id: number;
  /** Not empty. */
  readonly tokens: readonly number[];
}

export interface DecodeStep {
  readonly id: number;
  readonly token: number;
}

export interface BatchLimits {
  /** Prompt and answer of one sequence. */
  readonly contextTokens: number;
  readonly pageTokens: number;
  /** Of all sequences together. */
  readonly pages: number;
  /** Sequences in one step. */
  readonly sequences: number;
  /** Tokens of one prefill. */
  readonly prefillTokens: number;
  /** Tokens of one verification: their logits are all in memory at once. */
  readonly verifyTokens: number;
}
