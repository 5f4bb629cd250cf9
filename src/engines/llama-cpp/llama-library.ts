import type { SamplingSettings } from '../../core/index.ts';

/**
 * llama.cpp with one model, as far as the page uses it: tokens are read into sequences of one cache, and what comes next is
 * drawn or weighed. Calls block for at most one batch. All of them throw an Error in llama.cpp's words where they fail.
 */
export interface LlamaLibrary {
  readonly facts: ModelFacts;
  /** Most threads that a batch can be computed on. */
  readonly mostThreads: number;
  /** Makes the cache anew, empty; must be called before anything is read. */
  makeCache(shape: CacheShape): void;
  useThreads(count: number): void;
  /**
   * @param marks whether names of special tokens in the text are those tokens
   * @param whole whether the tokens that begin and end a text are put around it
   */
  tokenise(text: string, how: { readonly marks: boolean; readonly whole: boolean }): number[];
  /**
   * The bytes of a token, which may be a part of a character.
   *
   * @param marks whether special tokens have their name; they have no bytes where left out
   */
  pieceOf(token: number, marks?: boolean): Uint8Array;
  /** Whether the token ends an answer. */
  isEnd(token: number): boolean;
  /** Reads one batch. */
  read(batch: readonly BatchEntry[]): void;
  /**
   * Forgets what a sequence read from a place on.
   *
   * @returns whether what is before the place is still there: some models can only forget all of it.
   */
  forget(sequence: number, from: number): boolean;
  /** Makes one sequence what another is. */
  copy(from: number, to: number): void;
  /** The model's own distribution after an entry of the last batch, before any sampling setting, in nats. */
  logProbabilities(entry: number, token: number, likeliest: number): TokenWeights;
  /** The last hidden state after an entry of the last batch; only where the cache was made for it. */
  hiddenState(entry: number): Float32Array;
  /** What draws the tokens of one answer. */
  makeDrawer(sampling: SamplingSettings, seed: number): Drawer;
}

export interface CacheShape {
  readonly sequences: number;
  /** Tokens of each sequence. */
  readonly length: number;
  /** Most tokens of one batch. */
  readonly batch: number;
  /** Give hidden states in place of a distribution over tokens. */
  readonly hiddenStates?: boolean;
}

export interface BatchEntry {
  readonly token: number;
  /** How many tokens of its sequence come before it. */
  readonly place: number;
  readonly sequence: number;
  /** Whether what comes after it is asked for. */
  readonly wanted: boolean;
}

export interface TokenWeights {
  readonly logProbability: number;
  /** The likeliest first. */
  readonly likeliest: readonly { readonly token: number; readonly logProbability: number }[];
}

export interface Drawer {
  /** Draws what comes after an entry of the last batch. */
  draw(entry: number): number;
  /** Gives its memory back. */
  free(): void;
}

export interface ModelFacts {
  /** Longest text that the model was made for, in tokens. */
  readonly trainedTokens: number;
  readonly vocabularyTokens: number;
  /** Numbers of a hidden state. */
  readonly width: number;
  /** Bytes of cache that one token takes. */
  readonly cacheBytesPerToken: number;
  readonly addsFirstToken: boolean;
  readonly addsLastToken: boolean;
  /** In Jinja; null where the file has none. */
  readonly chatTemplate: string | null;
  /** Text of the token that begins a text; empty where there is none. */
  readonly firstToken: string;
  /** Text of the token that ends a text; empty where there is none. */
  readonly lastToken: string;
}
