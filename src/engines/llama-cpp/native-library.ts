import { isGreedy, type SamplingSettings } from '../../core/index.ts';
import { OutOfMemory } from './llama-failures.ts';
import type {
  BatchEntry,
  CacheShape,
  Drawer,
  LlamaLibrary,
  ModelFacts,
  TokenWeights,
} from './llama-library.ts';
import type { NativeLlama } from './native/llama-binding.mjs';
import { readAhead } from './read-ahead.ts';

/** Bytes of a batch's entry: four 32-bit numbers. */
const ENTRY_BYTES = 16;
const MOST_LIKELIEST = 20;
const MODEL_FOLDER = '/model';

/** llama.cpp behind its binding: numbers and texts are handed over in its memory. */
export class NativeLibrary implements LlamaLibrary {
  readonly facts: ModelFacts;
  readonly mostThreads: number;
  readonly #native: NativeLlama;
  /** Where numbers are handed over; grows with the largest batch. */
  #desk = { address: 0, bytes: 0 };

  constructor(native: NativeLlama, blobs: readonly Blob[], threads: number) {
    this.#native = native;
    this.mostThreads = threads;
    this.#load(blobs, threads);
    this.facts = this.#readFacts();
  }

  makeCache({ sequences, length, batch, hiddenStates = false }: CacheShape): void {
    this.#check(this.#native._prs_make_context(sequences, length, batch, Number(hiddenStates)));
  }

  useThreads(count: number): void {
    this.#native._prs_set_threads(count);
  }

  tokenise(text: string, { marks, whole }: { marks: boolean; whole: boolean }): number[] {
    const { address, bytes } = this.#writeText(text);
    try {
      const count = this.#native._prs_tokenise(address, bytes, Number(whole), Number(marks));
      this.#check(count);
      const tokens = this.#native._prs_tokens();
      return [...new Int32Array(this.#native.HEAPU8.buffer, tokens, count)];
    } finally {
      this.#native._free(address);
    }
  }

  pieceOf(token: number, marks = false): Uint8Array {
    const count = this.#native._prs_read_piece(token, Number(marks));
    this.#check(count);
    const from = this.#native._prs_piece();
    return this.#native.HEAPU8.slice(from, from + count);
  }

  isEnd(token: number): boolean {
    return this.#native._prs_is_end(token) === 1;
  }

  read(batch: readonly BatchEntry[]): void {
    const address = this.#deskOf(batch.length * ENTRY_BYTES);
    const numbers = new Int32Array(this.#native.HEAPU8.buffer, address, batch.length * 4);
    for (const [at, { token, place, sequence, wanted }] of batch.entries()) {
      numbers.set([token, place, sequence, Number(wanted)], at * 4);
    }
    this.#check(this.#native._prs_read(address, batch.length));
  }

  forget(sequence: number, from: number): boolean {
    return this.#native._prs_forget(sequence, from) === 1;
  }

  copy(from: number, to: number): void {
    this.#native._prs_copy(from, to);
  }

  logProbabilities(entry: number, token: number, likeliest: number): TokenWeights {
    const wanted = Math.min(likeliest, MOST_LIKELIEST);
    const size = 1 + 2 * MOST_LIKELIEST;
    const address = this.#deskOf(size * Float64Array.BYTES_PER_ELEMENT);
    const count = this.#native._prs_log_probabilities(entry, token, wanted, address);
    this.#check(count);
    const told = new Float64Array(this.#native.HEAPU8.buffer, address, size);
    return {
      logProbability: atMostZero(told[0]),
      likeliest: Array.from({ length: count }, (_, place) => ({
        token: told[1 + 2 * place] ?? 0,
        logProbability: atMostZero(told[2 + 2 * place]),
      })),
    };
  }

  hiddenState(entry: number): Float32Array {
    const address = this.#native._prs_hidden_state(entry);
    if (address === 0) throw new Error('there is no hidden state at this place');
    return new Float32Array(this.#native.HEAPU8.buffer, address, this.facts.width).slice();
  }

  makeDrawer(sampling: SamplingSettings, seed: number): Drawer {
    const { temperature, topK, topP, presencePenalty } = sampling;
    const warmth = isGreedy(sampling) ? 0 : temperature;
    const address = this.#native._prs_make_drawer(warmth, topK, topP, presencePenalty, seed);
    if (address === 0) throw new OutOfMemory();
    return {
      draw: (entry) => {
        const token = this.#native._prs_draw(address, entry);
        this.#check(token);
        return token;
      },
      free: () => {
        this.#native._prs_free_drawer(address);
      },
    };
  }

  /** Blobs are read where they lie, as llama.cpp asks for them; nothing but the weights stays in memory. */
  #load(blobs: readonly Blob[], threads: number): void {
    const { FS, WORKERFS } = this.#native;
    // A split model is found by its parts' names.
    const nameOf = (place: number): string =>
      blobs.length === 1
        ? 'model.gguf'
        : `model-${fiveDigits(place + 1)}-of-${fiveDigits(blobs.length)}.gguf`;
    const named = blobs.map((data, place) => ({ name: nameOf(place), data }));
    WORKERFS.stream_ops.read = readAhead(WORKERFS.stream_ops.read);
    FS.mkdir(MODEL_FOLDER);
    FS.mount(WORKERFS, { blobs: named }, MODEL_FOLDER);
    const paths = named.map(({ name }) => `${MODEL_FOLDER}/${name}`).join('\n');
    const { address } = this.#writeText(paths);
    const status = this.#native._prs_load_model(address, threads);
    this.#native._free(address);
    this.#check(status);
    FS.unmount(MODEL_FOLDER);
  }

  #readFacts(): ModelFacts {
    const number = (which: number): number => this.#native._prs_model_number(which);
    const text = (which: number): string =>
      this.#native.UTF8ToString(this.#native._prs_model_text(which));
    const width = number(2);
    const chatTemplate = text(0);
    return {
      trainedTokens: number(0),
      vocabularyTokens: number(1),
      width,
      cacheBytesPerToken: cacheBytes(number, width),
      addsFirstToken: number(6) === 1,
      addsLastToken: number(7) === 1,
      chatTemplate: chatTemplate === '' ? null : chatTemplate,
      firstToken: text(1),
      lastToken: text(2),
    };
  }

  #check(result: number): void {
    if (result >= 0) return;
    const words = this.#native.UTF8ToString(this.#native._prs_failure());
    throw words.includes('bad_alloc') ? new OutOfMemory() : new Error(words);
  }

  /** A text with a zero behind it; to be freed. */
  #writeText(text: string): { readonly address: number; readonly bytes: number } {
    const encoded = new TextEncoder().encode(text);
    const address = this.#allocate(encoded.length + 1);
    this.#native.HEAPU8.set(encoded, address);
    this.#native.HEAPU8[address + encoded.length] = 0;
    return { address, bytes: encoded.length };
  }

  /** @throws OutOfMemory */
  #allocate(bytes: number): number {
    const address = this.#native._malloc(bytes);
    if (address === 0) throw new OutOfMemory();
    return address;
  }

  #deskOf(bytes: number): number {
    if (bytes > this.#desk.bytes) {
      if (this.#desk.address !== 0) this.#native._free(this.#desk.address);
      this.#desk = { address: 0, bytes: 0 };
      this.#desk = { address: this.#allocate(bytes), bytes };
    }
    return this.#desk.address;
  }
}

/** Bytes of the cache that a token takes: a key and a value of each head that keeps its own, two bytes a number. */
function cacheBytes(number: (which: number) => number, width: number): number {
  const [layers, heads, sharedHeads, key, value] = [3, 4, 5, 8, 9].map(number);
  const usual = width / Math.max(1, heads ?? 1);
  const length = (said: number | undefined): number =>
    said !== undefined && said > 0 ? said : usual;
  const kept = sharedHeads !== undefined && sharedHeads > 0 ? sharedHeads : (heads ?? 1);
  return 2 * (layers ?? 0) * kept * (length(key) + length(value));
}

/**
 * A probability that rounds to a hair over 1 is 1.
 *
 * @throws Error for what is no number: weights that are broken give such
 */
function atMostZero(logProbability = Number.NaN): number {
  if (Number.isNaN(logProbability)) throw new Error('the model gave a token no probability');
  return Math.min(0, logProbability);
}

function fiveDigits(number: number): string {
  return String(number).padStart(5, '0');
}
