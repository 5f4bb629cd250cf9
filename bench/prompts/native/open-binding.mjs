// @ts-check
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * What tools/llama-cpp/build-native.sh makes of binding.cpp, called from Node.js by koffi. Pointers that it gives back are read here.
 *
 * @typedef {object} NativeBinding
 * @property {(path: string, threads: number) => number} loadModel
 * @property {(sequences: number, length: number, batch: number) => number} makeContext
 * @property {(which: number) => number} modelNumber
 * @property {(which: number) => string} modelText
 * @property {(text: Uint8Array, whole: boolean, marks: boolean) => number[]} tokenise
 * @property {(token: number) => Uint8Array} readPiece
 * @property {(token: number) => number} isEnd
 * @property {(batch: Int32Array, count: number) => number} read
 * @property {(sequence: number, from: number) => number} forget
 * @property {(from: number, to: number) => void} copy
 * @property {(row: number, token: number, likeliest: number, told: Float64Array) => number} logProbabilities
 * @property {(temperature: number, topK: number, topP: number, presence: number, seed: number) => unknown} makeDrawer
 * @property {(drawer: unknown, row: number) => number} draw
 * @property {(drawer: unknown) => void} freeDrawer
 * @property {() => string} failure
 */

/**
 * @param {string} folder that build-native.sh filled
 * @returns {NativeBinding}
 */
export function openBinding(folder) {
  /** @type {any} a package that is fetched into that folder has no types here */
  const koffi = createRequire(join(folder, 'package.json'))('koffi');
  const library = koffi.load(join(folder, 'llama-binding.so'));
  library.func('void prs_load_backends(const char *folder)')(
    join(folder, 'node_modules/@node-llama-cpp/linux-x64/bins/linux-x64'),
  );
  const tokenise = library.func('int prs_tokenise(const void *, int, int, int)');
  const tokens = library.func('void *prs_tokens()');
  const readPiece = library.func('int prs_read_piece(int, int)');
  const piece = library.func('void *prs_piece()');
  return {
    loadModel: library.func('int prs_load_model(const char *, int)'),
    makeContext: (sequences, length, batch) => makeContext(sequences, length, batch, 0),
    modelNumber: library.func('int prs_model_number(int)'),
    modelText: library.func('const char *prs_model_text(int)'),
    tokenise: (text, whole, marks) => {
      const count = tokenise(text, text.length, Number(whole), Number(marks));
      return count <= 0 ? [] : [...koffi.decode(tokens(), 'int32_t', count)];
    },
    readPiece: (token) => {
      const count = readPiece(token, 0);
      return count <= 0
        ? new Uint8Array()
        : Uint8Array.from(koffi.decode(piece(), 'uint8_t', count));
    },
    isEnd: library.func('int prs_is_end(int)'),
    read: library.func('int prs_read(const int32_t *, int)'),
    forget: library.func('int prs_forget(int, int)'),
    copy: library.func('void prs_copy(int, int)'),
    logProbabilities: library.func('int prs_log_probabilities(int, int, int, _Out_ double *)'),
    makeDrawer: library.func('void *prs_make_drawer(float, int, float, float, uint32_t)'),
    draw: library.func('int prs_draw(void *, int)'),
    freeDrawer: library.func('void prs_free_drawer(void *)'),
    failure: library.func('const char *prs_failure()'),
  };
  /** @type {(sequences: number, length: number, batch: number, hiddenStates: number) => number} */
  function makeContext(...shape) {
    return library.func('int prs_make_context(int, int, int, int)')(...shape);
  }
}
