import type { ModelSource } from '../../core/index.ts';
import { ModelLoadError } from '../../core/index.ts';
import type { WebllmModel } from '../webllm/webllm-model.ts';
import type { LlamaCppModel } from '../llama-cpp/llama-cpp-model.ts';
import { EMBEDDED_MANIFEST_PATH, type EmbeddedManifest } from './embedded-manifest.ts';
import { EMBEDDED_ON_CPU, EMBEDDED_ON_WEBGPU } from './offers.ts';

/** A model in the words of the engine that loads it. */
export type EngineModel =
  | { readonly engine: 'webllm'; readonly model: WebllmModel }
  | { readonly engine: 'llama-cpp'; readonly model: LlamaCppModel };

/**
 * @param manifest of the embedded model; needed for an embedded source only.
 * @throws ModelLoadError where an address is none.
 */
export function engineModelOf(
  source: ModelSource,
  manifest: EmbeddedManifest | null,
  baseUrl: string,
): EngineModel {
  switch (source.kind) {
    case 'embedded':
      if (manifest === null) throw new ModelLoadError('weights-not-found', 'No embedded model.');
      return source.engine === 'webllm'
        ? embeddedWebllm(manifest, baseUrl)
        : embeddedLlamaCpp(manifest, baseUrl);
    case 'webllm-prebuilt':
      return webllm(source.modelId, { kind: 'prebuilt', modelId: source.modelId });
    case 'webllm-address':
      return webllm(lastPart(source.weightsUrl), {
        kind: 'address',
        weightsUrl: checkAddress(source.weightsUrl),
        libraryUrl: checkAddress(source.libraryUrl),
      });
    case 'gguf-address':
      return llamaCpp(lastPart(source.url), { kind: 'address', url: checkAddress(source.url) });
    case 'gguf-file':
      return llamaCpp(source.files[0]?.name ?? 'file', { kind: 'files', files: source.files });
  }
}

function embeddedWebllm({ model, webllm }: EmbeddedManifest, baseUrl: string): EngineModel {
  const folder = new URL(EMBEDDED_MANIFEST_PATH, baseUrl);
  return {
    engine: 'webllm',
    model: {
      id: EMBEDDED_ON_WEBGPU,
      name: model,
      downloadBytes: webllm.bytes,
      weights: {
        kind: 'address',
        weightsUrl: new URL(webllm.weights, folder).href,
        libraryUrl: new URL(webllm.library, baseUrl).href,
      },
    },
  };
}

/** The sum in the address makes another file another model to the browser's cache. */
function embeddedLlamaCpp({ model, llamaCpp }: EmbeddedManifest, baseUrl: string): EngineModel {
  const url = new URL(llamaCpp.gguf, new URL(EMBEDDED_MANIFEST_PATH, baseUrl));
  url.searchParams.set('sha256', llamaCpp.sha256);
  return {
    engine: 'llama-cpp',
    model: { id: EMBEDDED_ON_CPU, name: model, gguf: { kind: 'address', url: url.href } },
  };
}

function webllm(name: string, weights: WebllmModel['weights']): EngineModel {
  return { engine: 'webllm', model: { id: name, name, weights, downloadBytes: null } };
}

function llamaCpp(name: string, gguf: LlamaCppModel['gguf']): EngineModel {
  return { engine: 'llama-cpp', model: { id: name, name, gguf } };
}

function checkAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  throw new ModelLoadError(
    'weights-not-found',
    `“${address}” is not a web address; it must begin with https:// (or http:// on your own network).`,
  );
}

/** The last part of an address's path that says something: "https://x/y/Model-GGUF/m.gguf?z" → "m.gguf". */
function lastPart(address: string): string {
  const path = URL.canParse(address) ? new URL(address).pathname : address;
  const parts = path.replace(/\/resolve\/[^/]+\/?$/, '').split('/');
  return parts.filter((part) => part !== '').at(-1) ?? address;
}
