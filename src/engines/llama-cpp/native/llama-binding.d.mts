/** What emscripten makes of tools/llama-cpp/binding.cpp; the build writes the .mjs and .wasm beside this file. */
export interface NativeLlama {
  readonly HEAPU8: Uint8Array;
  readonly FS: {
    mkdir(path: string): unknown;
    mount(type: unknown, options: { readonly blobs: readonly NamedBlob[] }, path: string): unknown;
    unmount(path: string): unknown;
  };
  readonly WORKERFS: { readonly stream_ops: { read: ReadFile } };
  UTF8ToString(address: number): string;
  _malloc(bytes: number): number;
  _free(address: number): void;
  _prs_failure(): number;
  _prs_load_model(paths: number, threads: number): number;
  _prs_make_context(sequences: number, length: number, batch: number, hiddenStates: number): number;
  _prs_set_threads(count: number): void;
  _prs_model_number(which: number): number;
  _prs_model_text(which: number): number;
  _prs_tokenise(words: number, bytes: number, whole: number, marks: number): number;
  _prs_tokens(): number;
  _prs_read_piece(token: number, marks: number): number;
  _prs_piece(): number;
  _prs_is_end(token: number): number;
  _prs_read(batch: number, count: number): number;
  _prs_forget(sequence: number, from: number): number;
  _prs_copy(from: number, to: number): void;
  _prs_hidden_state(row: number): number;
  _prs_log_probabilities(row: number, token: number, likeliest: number, told: number): number;
  _prs_make_drawer(
    temperature: number,
    topK: number,
    topP: number,
    presence: number,
    seed: number,
  ): number;
  _prs_draw(drawer: number, row: number): number;
  _prs_free_drawer(drawer: number): void;
}

/** Reads bytes of an open file to a place in the heap, and says how many. */
export type ReadFile = (
  stream: { readonly node: { readonly contents: Blob } },
  heap: Uint8Array,
  offset: number,
  length: number,
  position: number,
) => number;

export interface NamedBlob {
  readonly name: string;
  readonly data: Blob;
}

export interface NativeOptions {
  /** Threads beside the caller's own. */
  readonly extraThreads: number;
  readonly locateFile: (name: string) => string;
  readonly printErr: (words: string) => void;
}

export default function makeNativeLlama(options: NativeOptions): Promise<NativeLlama>;
