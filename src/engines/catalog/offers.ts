import type { Capabilities, ModelFit, ModelOffer } from '../../core/index.ts';
import type { AssessedBrowser } from './capabilities.ts';
import type { EmbeddedManifest } from './embedded-manifest.ts';
import { licenceOf } from './licences.ts';
import type { PrebuiltModel } from './prebuilt-models.ts';

/** Ids of the embedded model's two offers. */
export const EMBEDDED_ON_WEBGPU = 'embedded-webllm';
export const EMBEDDED_ON_CPU = 'embedded-llama-cpp';

/** The embedded model on both engines. */
export function embeddedOffers(
  manifest: EmbeddedManifest,
  { webllmObstacle }: AssessedBrowser,
): readonly ModelOffer[] {
  const shared = {
    origin: 'embedded',
    name: manifest.model,
    memoryBytes: null,
    contextTokens: null,
    licence: { name: manifest.licence, restricted: false },
  } as const;
  return [
    {
      ...shared,
      id: EMBEDDED_ON_WEBGPU,
      engine: 'webllm',
      source: { kind: 'embedded', engine: 'webllm' },
      downloadBytes: manifest.webllm.bytes,
      fit: webllmObstacle === null ? FITS : { fits: false, reason: webllmObstacle },
    },
    {
      ...shared,
      id: EMBEDDED_ON_CPU,
      engine: 'llama-cpp',
      source: { kind: 'embedded', engine: 'llama-cpp' },
      downloadBytes: manifest.llamaCpp.bytes,
      fit: FITS,
    },
  ];
}

/** WebLLM's own list, each with what speaks against it here. */
export function prebuiltOffers(
  models: readonly PrebuiltModel[],
  browser: AssessedBrowser,
): readonly ModelOffer[] {
  return models.map((model) => ({
    id: model.id,
    name: nameOf(model.id),
    engine: 'webllm',
    source: { kind: 'webllm-prebuilt', modelId: model.id },
    origin: 'hub',
    // The list says what a model needs in memory, not how much is fetched: that is known when the download begins.
    downloadBytes: null,
    memoryBytes: Math.round(model.memoryMebibytes * 2 ** 20),
    contextTokens: model.contextTokens,
    licence: licenceOf(model.id),
    fit: fitOf(model, browser),
  }));
}

const FITS: ModelFit = { fits: true };

function fitOf(model: PrebuiltModel, { capabilities, webllmObstacle }: AssessedBrowser): ModelFit {
  const reason =
    webllmObstacle ??
    softwareObstacle(capabilities) ??
    (model.shaderF16 && !capabilities.shaderF16
      ? 'It computes with 16-bit floats, which this graphics adapter doesn’t: take the q4f32 one.'
      : null) ??
    bindingObstacle(model.storageBindingBytes, capabilities.maxStorageBindingBytes);
  return reason === null ? FITS : { fits: false, reason };
}

function softwareObstacle({ webgpu }: Capabilities): string | null {
  return webgpu === 'software'
    ? 'This browser only imitates a graphics adapter in software: a model of this size would take minutes for a sentence.'
    : null;
}

function bindingObstacle(needed: number | null, available: number): string | null {
  if (needed === null || needed <= available) return null;
  return `It needs buffers of ${megabytes(needed)}; this graphics adapter has ${megabytes(available)}.`;
}

/** Bytes as people read them, for example "880 MB" or "5.3 GB"; the units are of 1024, as graphics memory is counted. */
export function megabytes(bytes: number): string {
  const mebibytes = bytes / 2 ** 20;
  return mebibytes < 10_000
    ? `${String(mebibytes < 100 ? Math.round(mebibytes) : Math.round(mebibytes / 10) * 10)} MB`
    : `${(mebibytes / 1024).toFixed(1)} GB`;
}

/** "Llama-3.2-1B-Instruct-q4f16_1-MLC-1k" → "Llama 3.2 1B Instruct (q4f16_1, 1k context)". */
function nameOf(modelId: string): string {
  const match = /^(.*?)-(q\df\d+(?:_\d)?)-MLC(-1k)?$/.exec(modelId);
  if (match === null) return modelId;
  const [, model = modelId, quantisation = '', short] = match;
  return `${model.replaceAll('-', ' ')} (${quantisation}${short === undefined ? '' : ', 1k context'})`;
}
