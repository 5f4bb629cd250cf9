import type { Capabilities, LicenceFamily, ModelFit } from '../../core/index.ts';
import type { EngineOffer } from '../engine.ts';
import { FITS, megabytes } from '../catalog/offers.ts';
import type { AssessedBrowser } from '../catalog/assess-browser.ts';
import { thinkingOf } from './answer-without-thinking.ts';
import type { PrebuiltModel } from './prebuilt-models.ts';

/** WebLLM's own list, each with what speaks against it here. */
export function prebuiltOffers(
  engine: string,
  models: readonly PrebuiltModel[],
  browser: AssessedBrowser,
): readonly EngineOffer[] {
  return models.map((model) => ({
    ...thinks(model.id),
    id: model.id,
    name: nameOf(model.id),
    engine,
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

function thinks(modelId: string): Pick<EngineOffer, 'thinking'> {
  const thinking = thinkingOf(modelId);
  return thinking === undefined ? {} : { thinking };
}

function fitOf(model: PrebuiltModel, browser: AssessedBrowser): ModelFit {
  const { capabilities } = browser;
  const reason =
    webllmObstacle(browser) ??
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

/** "Llama-3.2-1B-Instruct-q4f16_1-MLC-1k" → "Llama 3.2 1B Instruct (q4f16_1, 1k context)". */
function nameOf(modelId: string): string {
  const match = /^(.*?)-(q\df\d+(?:_\d)?)-MLC(-1k)?$/.exec(modelId);
  if (match === null) return modelId;
  const [, model = modelId, quantisation = '', short] = match;
  return `${model.replaceAll('-', ' ')} (${quantisation}${short === undefined ? '' : ', 1k context'})`;
}

/** What WebLLM's runtime asks of every device, before any model's own needs. */
const WEBLLM_MINIMUM = {
  maxBufferSize: 2 ** 28,
  maxStorageBufferBindingSize: 2 ** 27,
  maxComputeWorkgroupStorageSize: 2 ** 15,
  maxStorageBuffersPerShaderStage: 10,
} as const satisfies Partial<Record<keyof GPUSupportedLimits, number>>;

/** Why no model can run in WebLLM here, in a sentence; null where it can start. */
export function webllmObstacle({ capabilities, adapter }: AssessedBrowser): string | null {
  if (capabilities.webgpu === 'missing') return 'This browser has no WebGPU.';
  if (adapter === null) return 'WebGPU finds no graphics adapter here.';
  const { limits } = adapter;
  const short = [
    limits.maxBufferSize < WEBLLM_MINIMUM.maxBufferSize,
    limits.maxStorageBufferBindingSize < WEBLLM_MINIMUM.maxStorageBufferBindingSize,
    limits.maxComputeWorkgroupStorageSize < WEBLLM_MINIMUM.maxComputeWorkgroupStorageSize,
    limits.maxStorageBuffersPerShaderStage < WEBLLM_MINIMUM.maxStorageBuffersPerShaderStage,
  ].some(Boolean);
  return short ? 'This graphics adapter’s limits are below what WebLLM needs.' : null;
}

/**
 * Licence families of the models in WebLLM's list, by the model's name. The first rule that matches counts, so
 * exceptions stand before their family. A model that no rule knows has an unknown licence: read its page first.
 */
const RULES: readonly (readonly [name: RegExp, licence: LicenceFamily])[] = [
  [/^DeepSeek-R1-Distill-Llama/, restricted('MIT and Llama 3.1 Community')],
  [/^DeepSeek-R1-Distill-Qwen/, open('MIT')],
  [/^Hermes-3-Llama-3\.2|^Llama-3\.2/, restricted('Llama 3.2 Community')],
  [/^Hermes-3-Llama-3\.1|^Llama-3\.1/, restricted('Llama 3.1 Community')],
  [/^Hermes-2-(Pro|Theta)-Llama-3|^Llama-3-/, restricted('Llama 3 Community')],
  [/^Llama-2/, restricted('Llama 2 Community')],
  [/^WizardMath/, unknownLicence()],
  [
    /^(Hermes-2-Pro-|OpenHermes-2\.5-|NeuralHermes-2\.5-)?Mistral-7B|^Ministral-3-/,
    open('Apache-2.0'),
  ],
  [/^Qwen2\.5-(Coder-)?3B/, restricted('Qwen Research')],
  [/^Qwen(2|2\.5|3|3\.5)-/, open('Apache-2.0')],
  [/^SmolLM2|^OLMo-2|^TinyLlama|^RedPajama-INCITE/, open('Apache-2.0')],
  [/^gemma-4-/, open('Apache-2.0')],
  [/^gemma/, restricted('Gemma Terms of Use')],
  [/^[Pp]hi-/, open('MIT')],
  [/^stablelm-2/, restricted('Stability AI Non-Commercial Research Community')],
];

function licenceOf(modelId: string): LicenceFamily {
  return RULES.find(([name]) => name.test(modelId))?.[1] ?? unknownLicence();
}

function open(name: string): LicenceFamily {
  return { name, restricted: false };
}

function restricted(name: string): LicenceFamily {
  return { name, restricted: true };
}

function unknownLicence(): LicenceFamily {
  return { name: 'unknown', restricted: true };
}
