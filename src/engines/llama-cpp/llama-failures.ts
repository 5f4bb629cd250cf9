import { ModelLoadError, PolicyError, messageOf } from '../../core/index.ts';
import { wordsOf } from '../worker/failures.ts';

/** Why a GGUF could not be fetched, in a sentence with the next step. */
export function explainDownloadFailure(error: unknown, url: string): ModelLoadError {
  if (error instanceof ModelLoadError) return error;
  const words = wordsOf(error);
  const options = { cause: error };
  if (isBusyFile(error)) return new ModelLoadError('load-failed', BUSY_FILE, options);
  const status = /HTTP (\d{3})/.exec(words)?.[1];
  if (status !== undefined) {
    return new ModelLoadError(
      'weights-not-found',
      `The server answered ${status} for ${url}. Check the address, or choose another model.`,
      options,
    );
  }
  if (/quota|storage|no ?space|disk/i.test(words)) {
    return new ModelLoadError(
      'storage-full',
      'The browser has no room left to keep this model. Free some disk space or clear this site’s stored data, then load it again.',
      options,
    );
  }
  if (/must ends? with/i.test(words)) {
    return new ModelLoadError(
      'not-a-model',
      `${url} is not the address of a GGUF file: it must end in .gguf.`,
      options,
    );
  }
  if (/failed to fetch|network|load failed|connection|terminated|incomplete/i.test(words)) {
    return new ModelLoadError(
      'connection-lost',
      `The connection was lost while fetching ${url}. Check the network, then load it again.`,
      options,
    );
  }
  return new ModelLoadError(
    'load-failed',
    `The model could not be fetched from ${url}: ${words}`,
    options,
  );
}

const BUSY_FILE =
  'Another tab is writing this model’s file. Wait until the model is ready there, or close that tab, then load it here again.';

/** Whether a file of the browser's storage can't be written because somebody else is writing it. */
export function isBusyFile(error: unknown): boolean {
  return wordsOf(error).includes('NoModificationAllowed');
}

/** Why llama.cpp's own code, which is a part of the page, did not start. */
export function explainCodeFailure(error: unknown): ModelLoadError {
  const words = wordsOf(error);
  return (
    explainMemory(words, error) ??
    new ModelLoadError(
      'connection-lost',
      `llama.cpp’s own code did not start, so no model can be loaded. Reload the page: its server may be gone, or the page was updated. The browser’s words: ${words}`,
      { cause: error },
    )
  );
}

/** Why llama.cpp could not load a file, in a sentence with the next step. */
export function explainStartFailure(error: unknown): ModelLoadError {
  if (error instanceof ModelLoadError) return error;
  const words = messageOf(error);
  return (
    explainMemory(words, error) ??
    new ModelLoadError(
      'load-failed',
      `llama.cpp could not load this file; choose another GGUF. Its words: ${words}`,
      { cause: error },
    )
  );
}

/** What is said of a file from an address that llama.cpp can't load, and that was taken out of the browser's storage for it. */
export function explainUnusableDownload(failure: ModelLoadError, url: string): ModelLoadError {
  return new ModelLoadError(
    'load-failed',
    `What came from ${url} can’t be loaded and was not kept: load it again to fetch it anew. ${failure.message}`,
    { cause: failure },
  );
}

function explainMemory(words: string, cause: unknown): ModelLoadError | null {
  const scarce =
    /out of memory|OOM|bad_alloc|(cannot|could not|unable to|failed to) (allocate|enlarge)/i;
  if (!scarce.test(words)) return null;
  return new ModelLoadError(
    'out-of-memory',
    'This model needs more memory than the browser gives to one page. Close other tabs or choose a smaller model.',
    { cause },
  );
}

/** What is thrown where llama.cpp has no memory for what it is told. */
export class OutOfMemory extends Error {
  constructor() {
    super('could not allocate memory');
    this.name = 'OutOfMemory';
  }
}

/** What an error of llama.cpp means for the policy. */
export function explainEngineFailure(error: unknown): PolicyError {
  if (error instanceof PolicyError) return error;
  const options = { cause: error };
  if (error instanceof OutOfMemory) {
    return new PolicyError(
      'engine-failed',
      'The model has no memory left for this text. Close other tabs, ask for fewer or shorter texts, or choose a smaller model.',
      options,
    );
  }
  if (isCrash(error)) {
    return new PolicyError('engine-lost', `llama.cpp stopped: ${wordsOf(error)}`, options);
  }
  const words = messageOf(error);
  return new PolicyError('engine-failed', `llama.cpp could not answer: ${words}`, options);
}

/** Whether WebAssembly itself stopped: then nothing can be asked of it any more. */
export function isCrash(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError;
}
