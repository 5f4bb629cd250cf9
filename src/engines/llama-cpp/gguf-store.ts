import { Model, ModelManager, ModelValidationStatus, type CacheEntry } from '@wllama/wllama';
import { ModelLoadError, type LoadProgress } from '../../core/index.ts';
import type { Locks } from '../worker/life-lock.ts';
import { sumOf } from '../worker/sum-of.ts';
import { downloadProgress, inSteps } from './download-progress.ts';
import type { GgufAddress } from './llama-cpp-model.ts';
import { isBusyFile } from './llama-failures.ts';

/** Keeps models that were fetched from an address, each of one file or several, in the browser's storage. */
export interface GgufStore {
  /**
   * A model's files: as they are kept, or fetched and kept from now on.
   *
   * @throws ModelLoadError where the bytes are others than the address's sum says; they are not kept.
   * @throws what the browser throws where they can't be fetched or kept.
   */
  open(address: GgufAddress, onProgress: (progress: LoadProgress) => void): Promise<Blob[]>;
  /** Takes a model, all its files, out of the storage, so that the next load fetches it. */
  remove(url: string): Promise<void>;
}

export interface GgufStoreParts {
  readonly manager: ModelManager;
  /** So that of several tabs one fetches a model, and the others read what it kept. */
  readonly locks: Locks;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export function createGgufStore(parts: GgufStoreParts): GgufStore {
  return {
    open: (address, onProgress) =>
      inTurn(parts.locks, `gguf ${address.url}`, {
        work: () => openModel(parts, address, onProgress),
        tellWaiting: () => {
          onProgress(step('download', 'Waiting for another tab, which is loading the same model'));
        },
      }),
    remove: (url) => remove(parts.manager, url),
  };
}

/** Null where the browser keeps no files for this page: in private windows of some, and on an address without https. */
export async function findGgufStore(locks: Locks): Promise<GgufStore | null> {
  try {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle('cache', { create: true });
    return createGgufStore({
      manager: new ModelManager({ logger: SILENT }),
      locks,
      fetch: (url, init) => fetch(url, init),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    });
  } catch {
    return null;
  }
}

/** The download's own words are told in errors; they don't belong in the console. */
const ignore = (): void => undefined;
const SILENT = { debug: ignore, log: ignore, warn: ignore, error: ignore };

/** Often enough that nobody takes the wait for a silence. */
const WAITING_TOLD_EVERY = 1000;

async function inTurn<Made>(
  locks: Locks,
  name: string,
  { work, tellWaiting }: { readonly work: () => Promise<Made>; readonly tellWaiting: () => void },
): Promise<Made> {
  if (locks === null) return work();
  const waiting = setInterval(tellWaiting, WAITING_TOLD_EVERY);
  try {
    return await locks.request(name, () => {
      clearInterval(waiting);
      return work();
    });
  } finally {
    clearInterval(waiting);
  }
}

async function openModel(
  parts: GgufStoreParts,
  address: GgufAddress,
  onProgress: (progress: LoadProgress) => void,
): Promise<Blob[]> {
  const { manager } = parts;
  const { url, sha256 } = address;
  let model = await findKept(manager, url);
  if (model !== null && sha256 === undefined && (await hasChanged(parts, model))) {
    await remove(manager, url);
    model = null;
  }
  model ??= await whenFree(() => download(manager, address, onProgress), parts.wait);
  onProgress({
    ...step('load-from-cache', 'Reading the model from the browser’s storage'),
    loadedBytes: 0,
    totalBytes: model.size,
    fraction: 0,
  });
  const blobs = await model.open();
  if (sha256 !== undefined) await checkOnce({ manager, model, blobs }, address, sha256);
  return blobs;
}

function download(
  manager: ModelManager,
  { url, sha256 }: GgufAddress,
  onProgress: (progress: LoadProgress) => void,
): Promise<Model> {
  return manager.downloadModel(url, {
    progressCallback: inSteps((downloaded) => {
      onProgress(downloadProgress(downloaded));
    }),
    // A file with a sum is the page's own, and what was wrong once mustn't come out of the browser's cache again. Other servers
    // may not allow a header of ours.
    ...(sha256 === undefined ? {} : { headers: { 'Cache-Control': 'no-cache' } }),
  });
}

/** A file is written by one at a time: a worker that was ended a moment ago may still hold it. */
async function whenFree<Made>(
  work: () => Promise<Made>,
  wait: GgufStoreParts['wait'],
): Promise<Made> {
  for (let left = 20; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !isBusyFile(error)) throw error;
      await wait(500);
    }
  }
}

/** Null where not all of its files are there, each as long as the server said. */
async function findKept(manager: ModelManager, url: string): Promise<Model | null> {
  const files = await manager.cacheManager.list();
  const isKept = (part: string): boolean =>
    files.some(({ metadata }) => metadata.originalURL === part);
  if (!ModelManager.parseModelUrl(url).every(isKept)) return null;
  const model = new Model(manager, url, undefined, files);
  return model.validate() === ModelValidationStatus.VALID ? model : null;
}

async function remove(manager: ModelManager, url: string): Promise<void> {
  for (const part of ModelManager.parseModelUrl(url)) await manager.cacheManager.delete(part);
}

/** Whether the server has another file at the address by now; where it doesn't answer, what is kept is good. */
async function hasChanged(parts: GgufStoreParts, model: Model): Promise<boolean> {
  const changed = await Promise.all(model.files.map((file) => isAnother(parts, file)));
  return changed.includes(true);
}

/** Milliseconds that a load waits to hear whether what is kept is still what the address has. */
const ASKING_TIME = 2000;

async function isAnother(
  { fetch }: Pick<GgufStoreParts, 'fetch'>,
  { metadata }: CacheEntry,
): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ASKING_TIME);
    const { ok, headers } = await fetch(metadata.originalURL, { method: 'HEAD', signal });
    if (!ok) return false;
    // As the download keeps it.
    const etag = (headers.get('etag') ?? '').replace(/[^A-Za-z0-9]/g, '');
    const bytes = headers.has('content-encoding') ? 0 : Number(headers.get('content-length') ?? 0);
    return (
      (bytes > 0 && bytes !== metadata.originalSize) ||
      (etag !== '' && metadata.etag !== '' && etag !== metadata.etag)
    );
  } catch {
    return false;
  }
}

interface OpenedModel {
  readonly manager: ModelManager;
  readonly model: Model;
  readonly blobs: readonly Blob[];
}

/** Adds a file up after it was fetched, and writes beside it that it was right: later loads don't ask again. */
async function checkOnce(
  { manager, model, blobs }: OpenedModel,
  { url }: GgufAddress,
  sha256: string,
): Promise<void> {
  const [file] = model.files;
  const [blob] = blobs;
  if (file === undefined || blob === undefined || isChecked(file, sha256)) return;
  if ((await sumOf(blob, 'sha256')) !== sha256) {
    await remove(manager, url);
    throw wrongSum(url);
  }
  const metadata = { ...file.metadata, checkedSha256: sha256 };
  await manager.cacheManager.writeMetadata(file.name, metadata);
}

function isChecked({ metadata }: CacheEntry, sha256: string): boolean {
  return 'checkedSha256' in metadata && metadata.checkedSha256 === sha256;
}

/** What is said of bytes that are others than they should be. */
export function wrongSum(url: string): ModelLoadError {
  return new ModelLoadError(
    'load-failed',
    `What came from ${url} is not the model that it should be: it was damaged on its way, or replaced. It was not kept: load it again to fetch it anew.`,
  );
}

function step(stage: LoadProgress['stage'], message: string): LoadProgress {
  return { stage, loadedBytes: null, totalBytes: null, fraction: null, message };
}
