// @ts-check
/**
 * Whether a build of llama.cpp has its WebAssembly kernels: they are made of one instruction that the compiler doesn't find
 * by itself. `node scripts/llama-cpp/count-kernels.mjs FILE.wasm`
 */
import { readFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

/** i32x4.dot_i16x8_s as WebAssembly writes it: the prefix of SIMD instructions, and 186 in LEB128. */
const DOT_I16X8 = [0xfd, 0xba, 0x01];

/** A build without the kernels has none; one with them has hundreds. */
export const FEWEST_IN_KERNELS = 100;

/** Ids of a module's sections. */
const CODE_SECTION = 10;

/**
 * How often the instruction stands in a module's code.
 *
 * @param {Uint8Array} module
 * @returns {number}
 */
export function countDots(module) {
  const code = codeOf(module);
  let count = 0;
  for (let at = 0; at + DOT_I16X8.length <= code.length; at++) {
    if (DOT_I16X8.every((byte, place) => code[at + place] === byte)) count++;
  }
  return count;
}

/** @param {Uint8Array} module */
function codeOf(module) {
  let at = 8;
  while (at < module.length) {
    const id = module[at];
    const { value: size, next } = readNumber(module, at + 1);
    if (id === CODE_SECTION) return module.subarray(next, next + size);
    at = next + size;
  }
  throw new Error('the module has no code');
}

/**
 * @param {Uint8Array} bytes
 * @param {number} start of a number in LEB128
 */
function readNumber(bytes, start) {
  let value = 0;
  let next = start;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[next++];
    if (byte === undefined) throw new Error('the module is cut short');
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, next };
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const path = argv[2];
  if (path === undefined) throw new Error('Usage: count-kernels.mjs FILE.wasm');
  const count = countDots(await readFile(path));
  console.log(`${path}: i32x4.dot_i16x8_s stands in it ${count} times`);
  if (count < FEWEST_IN_KERNELS) {
    console.error('It was built without the kernels: see tools/llama-cpp/README.md.');
    process.exitCode = 1;
  }
}
