import type { ModelManager } from '@wllama/wllama';
import type { LoadProgress } from '../../core/index.ts';
import { ModelLoadError } from '../../core/index.ts';
import { explainDownloadFailure } from './llama-failures.ts';
import type { GgufSource } from './llama-cpp-model.ts';

/**
 * The files of a model as blobs: from the browser's cache, from its address (kept in the cache), or from disk.
 *
 * @throws ModelLoadError
 */
export async function openGguf(
  source: GgufSource,
  models: ModelManager,
  onProgress: (progress: LoadProgress) => void,
): Promise<Blob[]> {
  const blobs =
    source.kind === 'files' ? [...source.files] : await fetchGguf(source.url, models, onProgress);
  if (blobs.length === 0) throw new ModelLoadError('not-a-model', 'No file was chosen.');
  for (const blob of blobs) {
    if (await isGguf(blob)) continue;
    if (source.kind === 'address') await models.cacheManager.delete(source.url);
    const name = source.kind === 'address' ? source.url : nameOf(blob);
    throw new ModelLoadError(
      'not-a-model',
      `${name} is not a GGUF model. Choose a file that ends in .gguf and was downloaded whole.`,
    );
  }
  return blobs;
}

async function fetchGguf(
  url: string,
  models: ModelManager,
  onProgress: (progress: LoadProgress) => void,
): Promise<Blob[]> {
  try {
    const cached = (await models.getModels()).find((model) => model.url === url);
    const model =
      cached ??
      (await models.downloadModel(url, {
        progressCallback: inSteps(({ loaded, total }) => {
          onProgress(downloadProgress(loaded, total));
        }),
      }));
    onProgress({
      stage: 'load-from-cache',
      loadedBytes: 0,
      totalBytes: model.size,
      fraction: 0,
      message: 'Reading the model from the browser’s storage',
    });
    return await model.open();
  } catch (error) {
    const failure = explainDownloadFailure(error, url);
    if (failure.kind === 'storage-full') await models.cacheManager.delete(url).catch(() => null);
    throw failure;
  }
}

interface Downloaded {
  readonly loaded: number;
  readonly total: number;
}

/** Where the size isn't known. */
const STEP_BYTES = 2 ** 20;

/** Tells of every hundredth and of the end: a page that draws each of thousands of pieces is slower than the download. */
export function inSteps(tell: (progress: Downloaded) => void): (progress: Downloaded) => void {
  let next = 0;
  return ({ loaded, total }) => {
    if (loaded < next && loaded !== total) return;
    next = loaded + (total > 0 ? total / 100 : STEP_BYTES);
    tell({ loaded, total });
  };
}

/** A total of 0 stands for a server that doesn't say. */
function downloadProgress(loaded: number, total: number): LoadProgress {
  const known = total > 0;
  return {
    stage: 'download',
    loadedBytes: loaded,
    totalBytes: known ? total : null,
    fraction: known ? Math.min(1, loaded / total) : null,
    message: 'Downloading the model',
  };
}

async function isGguf(blob: Blob): Promise<boolean> {
  return (await blob.slice(0, 4).text()) === 'GGUF';
}

function nameOf(blob: Blob): string {
  return blob instanceof File ? blob.name : 'This file';
}
