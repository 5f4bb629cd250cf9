import bindingUrl from './native/llama-binding.mjs?url';
import wasmUrl from './native/llama-binding.wasm?url';
import type { NativeLlama, NativeOptions } from './native/llama-binding.mjs';
import { explainCodeFailure } from './llama-failures.ts';
import { isRecord } from '../worker/read-values.ts';
import type { LlamaLibrary } from './llama-library.ts';
import { NativeLibrary } from './native-library.ts';

/**
 * Starts llama.cpp in this worker and loads a GGUF, of one part or several, in order.
 *
 * @param threads that a batch can be computed on at most
 * @throws ModelLoadError where llama.cpp's own code doesn't start; else Error in llama.cpp's words
 */
export async function openLibrary(blobs: readonly Blob[], threads: number): Promise<LlamaLibrary> {
  const native = await startNative({
    extraThreads: threads - 1,
    locateFile: () => wasmUrl,
    // What llama.cpp says is kept by the binding, and told with the failure.
    printErr: () => undefined,
  }).catch((error: unknown) => {
    throw explainCodeFailure(error);
  });
  return new NativeLibrary(native, blobs, threads);
}

async function startNative(options: NativeOptions): Promise<NativeLlama> {
  nameSharedMemory();
  // Left to the browser: a bundler would move the file away from the address that its own threads are started with.
  const module: unknown = await import(/* @vite-ignore */ bindingUrl);
  if (!isRecord(module) || !isFactory(module.default)) {
    throw new Error('llama.cpp’s code did not come with the page');
  }
  return module.default(options);
}

/** A page that isn't isolated may use shared memory, on one thread, but its name is hidden from it. */
function nameSharedMemory(): void {
  if ('SharedArrayBuffer' in globalThis) return;
  const { buffer } = new WebAssembly.Memory({ initial: 0, maximum: 1, shared: true });
  Object.defineProperty(globalThis, 'SharedArrayBuffer', { value: buffer.constructor });
}

function isFactory(value: unknown): value is (options: NativeOptions) => Promise<NativeLlama> {
  return typeof value === 'function';
}
