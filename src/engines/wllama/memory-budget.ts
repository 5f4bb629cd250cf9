/**
 * llama.cpp keeps the state of every prompt and answer that it moved on from, so that it can come back to them, and lets
 * them grow to more than WebAssembly can hold; this build has no parameter for less. So their size is estimated, and when
 * it has reached the budget the model is started afresh between two calls: seconds, once in tens of thousands of tokens.
 */
export interface MemoryBudget {
  readonly note: (tokens: number) => void;
  readonly isSpent: () => boolean;
  readonly renew: () => void;
}

export const PROMPT_STATES_BYTES = 2 ** 29;

export function createMemoryBudget(
  bytesPerToken: number,
  budgetBytes = PROMPT_STATES_BYTES,
): MemoryBudget {
  let noted = 0;
  return {
    note: (tokens) => {
      noted += tokens;
    },
    isSpent: () => noted * bytesPerToken >= budgetBytes,
    renew: () => {
      noted = 0;
    },
  };
}

/** What the header of a loaded GGUF says about its shape. */
export interface ModelShape {
  readonly n_layer: number;
  readonly n_embd: number;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Bytes that the keys and values of one token take, two for each number; heads may share them. */
export function stateBytesPerToken({ n_layer, n_embd, metadata }: ModelShape): number {
  const architecture = metadata['general.architecture'] ?? '';
  const heads = Number(metadata[`${architecture}.attention.head_count`]);
  const sharedHeads = Number(metadata[`${architecture}.attention.head_count_kv`]);
  const share = sharedHeads > 0 && heads > 0 ? sharedHeads / heads : 1;
  return 2 * 2 * n_layer * n_embd * share;
}
