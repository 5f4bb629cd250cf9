import { ModelManager } from '@wllama/wllama';
import { ModelLoadError, type LoadProgress } from '../../core/index.ts';
import { sumOf } from '../worker/sum-of.ts';
import { downloadProgress, inSteps } from './download-progress.ts';
import { wrongSum, type GgufStore } from './gguf-store.ts';
import { explainDownloadFailure } from './llama-failures.ts';
import type { GgufAddress, GgufSource } from './llama-cpp-model.ts';

/** Where models come from. */
export interface GgufPlaces {
  /** Null where the browser keeps nothing. */
  readonly store: GgufStore | null;
  readonly fetch: (url: string) => Promise<Response>;
}

export interface OpenedGguf {
  /** The model's files, in order. */
  readonly blobs: readonly Blob[];
  /** What a person should know of it; null where there is nothing. */
  readonly note: string | null;
}

/**
 * The files of a model as blobs: from the browser's storage, from its address (kept in the storage, or else in memory), or
 * from disk.
 *
 * @throws ModelLoadError
 */
export async function openGguf(
  source: GgufSource,
  places: GgufPlaces,
  onProgress: (progress: LoadProgress) => void,
): Promise<OpenedGguf> {
  const blobs =
    source.kind === 'files' ? source.files : await openAddress(source, places, onProgress);
  if (blobs.length === 0) throw new ModelLoadError('not-a-model', 'No file was chosen.');
  for (const blob of blobs) {
    if (await isGguf(blob)) continue;
    if (source.kind === 'address') await places.store?.remove(source.url);
    const name = source.kind === 'address' ? source.url : nameOf(blob);
    throw new ModelLoadError(
      'not-a-model',
      `${name} is not a GGUF model. Choose a file that ends in .gguf and was downloaded whole.`,
    );
  }
  const isInMemory = source.kind === 'address' && places.store === null;
  return { blobs, note: isInMemory ? NOT_KEPT : null };
}

const NOT_KEPT =
  'This browser keeps no files for this page (a private window, or an address without https): the model is held in memory, and is fetched again the next time.';

async function openAddress(
  address: GgufAddress,
  { store, fetch }: GgufPlaces,
  onProgress: (progress: LoadProgress) => void,
): Promise<readonly Blob[]> {
  const { url } = address;
  try {
    return store === null
      ? await fetchToMemory(address, fetch, onProgress)
      : await store.open(address, onProgress);
  } catch (error) {
    const failure = explainDownloadFailure(error, url);
    if (failure.kind === 'storage-full') await store?.remove(url).catch(() => null);
    throw failure;
  }
}

async function fetchToMemory(
  { url, sha256 }: GgufAddress,
  fetch: GgufPlaces['fetch'],
  onProgress: (progress: LoadProgress) => void,
): Promise<readonly Blob[]> {
  const addresses = ModelManager.parseModelUrl(url);
  const blobs: Blob[] = [];
  for (const [place, address] of addresses.entries()) {
    const part = `part ${String(place + 1)} of ${String(addresses.length)}`;
    const tell = inSteps((downloaded) => {
      const progress = downloadProgress(downloaded);
      const message = addresses.length > 1 ? `${progress.message}, ${part}` : progress.message;
      onProgress({ ...progress, message });
    });
    blobs.push(await fetchBlob(address, fetch, tell));
  }
  const [first] = blobs;
  if (sha256 !== undefined && first !== undefined && (await sumOf(first, 'sha256')) !== sha256) {
    throw wrongSum(url);
  }
  return blobs;
}

async function fetchBlob(
  url: string,
  fetch: GgufPlaces['fetch'],
  tell: ReturnType<typeof inSteps>,
): Promise<Blob> {
  const { ok, status, headers, body } = await fetch(url);
  if (!ok || body === null) throw new Error(`HTTP ${String(status)}`);
  const total = Number(headers.get('content-length') ?? 0);
  let loaded = 0;
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, next) => {
      loaded += chunk.byteLength;
      tell({ loaded, total });
      next.enqueue(chunk);
    },
  });
  return new Response(body.pipeThrough(counting)).blob();
}

async function isGguf(blob: Blob): Promise<boolean> {
  return (await blob.slice(0, 4).text()) === 'GGUF';
}

function nameOf(blob: Blob): string {
  return blob instanceof File ? blob.name : 'This file';
}
