import type { LoadProgress, ModelSource } from './model-catalog.ts';

/** Reads what a model makes of a text, before any head: a reward model's backbone. */
export interface HiddenStates {
  readonly description: HiddenStatesDescription;
  /**
   * The last token's hidden state after the final norm, not normalised to a length: `description.width` numbers. Names of
   * special tokens in the text are read as those tokens, but for those that were set apart (`setMarksApart`). The same text gives the same numbers, whatever was read before.
   *
   * @throws PolicyError where the engine fails, `context-overflow` where the text doesn't fit. After `engine-lost` the
   *   next call starts on a fresh engine.
   * @throws the signal's reason when it is aborted.
   */
  lastHiddenState(text: string, signal: AbortSignal): Promise<Float32Array>;
  /** Gives its memory back. Calls under way and later ones fail with `engine-lost`. */
  unload(): Promise<void>;
}

export interface HiddenStatesDescription {
  /** Stable id of the weights. */
  readonly id: string;
  /** Name for people. */
  readonly name: string;
  /** What it runs on, for example "CPU: WebAssembly, 1 thread". */
  readonly device: string;
  /** The longest text, in tokens. */
  readonly contextTokens: number;
  /** Numbers in a hidden state. */
  readonly width: number;
  /** Whether the engine puts the token that begins a text before each text. */
  readonly addsBeginToken: boolean;
  /** Whether the engine puts a token after each text, which would then be the last one. */
  readonly addsEndToken: boolean;
  /** The chat template that came with the weights, in Jinja; null where there was none. */
  readonly chatTemplate: string | null;
}

/** Where a backbone comes from: the model that the page carries, or a GGUF. */
export type BackboneSource =
  | { readonly kind: 'embedded' }
  | Extract<ModelSource, { readonly kind: 'gguf-address' | 'gguf-file' }>;

/**
 * Loads a backbone, reporting progress.
 *
 * @throws ModelLoadError with a sentence that says what to do.
 * @throws the signal's reason when it is aborted; nothing half-loaded stays in memory.
 */
export type LoadHiddenStates = (
  source: BackboneSource,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
) => Promise<HiddenStates>;
