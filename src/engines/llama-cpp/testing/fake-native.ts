import type { NativeLlama } from '../native/llama-binding.mjs';

/** What the binding gives, with no llama.cpp behind it: a token is a byte, and memory can be full. */
export function createFakeNative() {
  const heap = new Uint8Array(4096);
  const memory = { isFull: false, failure: '' };
  /** The model's, by `prs_model_number`. */
  const numbers: number[] = [2048, 256, 8, 1, 1, 1, 0, 0, -1, -1];
  /** The temperature of each that was made. */
  const drawers: number[] = [];
  const TOKENS = 2048;
  let next = 64;
  const nothing = (): void => undefined;
  const native: NativeLlama = {
    HEAPU8: heap,
    FS: { mkdir: nothing, mount: nothing, unmount: nothing },
    WORKERFS: { stream_ops: { read: () => 0 } },
    UTF8ToString: () => memory.failure,
    _malloc: (bytes) => {
      if (memory.isFull) return 0;
      const address = next;
      next += Math.ceil(bytes / 8) * 8;
      return address;
    },
    _free: nothing,
    _prs_failure: () => 0,
    _prs_load_model: () => 0,
    _prs_make_context: () => 0,
    _prs_set_threads: nothing,
    _prs_model_number: (which) => numbers[which] ?? -1,
    _prs_model_text: () => 0,
    _prs_tokenise: (words, bytes) => {
      new Int32Array(heap.buffer, TOKENS, bytes).set(heap.subarray(words, words + bytes));
      return bytes;
    },
    _prs_tokens: () => TOKENS,
    _prs_read_piece: () => (memory.failure === '' ? 0 : -1),
    _prs_piece: () => 0,
    _prs_is_end: () => 0,
    _prs_read: () => 0,
    _prs_forget: () => 1,
    _prs_copy: nothing,
    _prs_hidden_state: () => 0,
    _prs_log_probabilities: () => 0,
    _prs_make_drawer: (temperature) => {
      drawers.push(temperature);
      return memory.isFull ? 0 : 8;
    },
    _prs_draw: () => 0,
    _prs_free_drawer: nothing,
  };
  return { native, memory, numbers, drawers };
}
