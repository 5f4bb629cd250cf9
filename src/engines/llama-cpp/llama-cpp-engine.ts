import type { LoadedPolicy, LoadProgress, ModelSource } from '../../core/index.ts';
import { ModelLoadError } from '../../core/index.ts';
import { EMBEDDED_MANIFEST_PATH, type EmbeddedManifest } from '../catalog/embedded-manifest.ts';
import { checkAddress, lastPart } from '../catalog/model-address.ts';
import { embeddedOfferId, type Engine, type SourceWorld } from '../engine.ts';
import { webLocks } from '../worker/life-lock.ts';
import { WORKER_POLICY } from '../worker/late-worker-policy.ts';
import { MOST_CONTEXT_TOKENS } from './cache-shape.ts';
import { LLAMA_CPP, type LlamaCppModel } from './llama-cpp-model.ts';

/** llama.cpp in WebAssembly: any GGUF, in any browser. */
export function createLlamaCppEngine({ load } = { load: loadLlamaCpp }): Engine {
  return {
    id: LLAMA_CPP,
    label: { name: 'llama.cpp on the processor', badge: 'CPU', device: 'the processor' },
    suits: () => true,
    obstacle: () => null,
    embeddedBytes: ({ llamaCpp }) => llamaCpp.bytes,
    embeddedContextTokens: MOST_CONTEXT_TOKENS,
    takes,
    find: (source, world) => {
      if (!takes(source)) return null;
      const model = ggufModelOf(source, world);
      return model === null ? null : (onProgress, signal) => load(model, onProgress, signal);
    },
  };
}

function takes(source: ModelSource): boolean {
  if (source.kind === 'embedded') return source.engine === LLAMA_CPP;
  return source.kind === 'gguf-address' || source.kind === 'gguf-file';
}

/** A source that may be a GGUF; the embedded model is one, whichever engine was named. */
export type GgufOrigin = ModelSource | { readonly kind: 'embedded' };

/**
 * The GGUF that a source names; null where it names something else.
 *
 * @throws ModelLoadError where an address is none, or the page doesn't carry the model.
 */
export function ggufModelOf(
  source: GgufOrigin,
  { manifest, baseUrl }: Pick<SourceWorld, 'manifest' | 'baseUrl'>,
): LlamaCppModel | null {
  switch (source.kind) {
    case 'embedded':
      if (manifest === null) throw new ModelLoadError('weights-not-found', 'No embedded model.');
      return embedded(manifest, baseUrl);
    case 'gguf-address':
      return named(lastPart(source.url), { kind: 'address', url: checkAddress(source.url) });
    case 'gguf-file':
      return named(source.files[0]?.name ?? 'file', { kind: 'files', files: source.files });
    default:
      return null;
  }
}

/** The sum in the address makes another file another model to the browser's cache. */
function embedded({ model, llamaCpp }: EmbeddedManifest, baseUrl: string): LlamaCppModel {
  const url = new URL(llamaCpp.gguf, new URL(EMBEDDED_MANIFEST_PATH, baseUrl));
  const { sha256 } = llamaCpp;
  url.searchParams.set('sha256', sha256);
  const gguf = { kind: 'address', url: url.href, sha256 } as const;
  return { id: embeddedOfferId(LLAMA_CPP), name: model, gguf };
}

function named(name: string, gguf: LlamaCppModel['gguf']): LlamaCppModel {
  return { id: name, name, gguf };
}

/**
 * Loads a GGUF in llama.cpp's WebAssembly build, in a worker of its own. This file is all of the engine that is in the
 * page; llama.cpp comes with the worker.
 *
 * @throws ModelLoadError
 * @throws the signal's reason when it is aborted.
 */
export async function loadLlamaCpp(
  model: LlamaCppModel,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<LoadedPolicy> {
  const { loadWorkerPolicy } = await WORKER_POLICY.load();
  return loadWorkerPolicy(
    {
      createWorker: () =>
        new Worker(new URL('./llama-cpp.worker.ts', import.meta.url), {
          type: 'module',
          name: 'llama-cpp',
        }),
      model,
      locks: webLocks(),
    },
    onProgress,
    signal,
  );
}
