import type { Capabilities, CatalogAssessment, ModelOffer } from '../../core/index.ts';
import { EMBEDDED_ON_CPU, EMBEDDED_ON_WEBGPU, megabytes } from './offers.ts';

/** Recommended where there is a GPU: small enough for most, clearly better than the embedded model. */
const RECOMMENDED = [
  'Llama-3.2-1B-Instruct-q4f16_1-MLC',
  'Llama-3.2-1B-Instruct-q4f32_1-MLC',
] as const;

/** The choice on arrival and the line that explains it. */
export function chooseDefault(
  capabilities: Capabilities,
  offers: readonly ModelOffer[],
): Pick<CatalogAssessment, 'defaultOfferId' | 'embeddedOfferId' | 'explanation'> {
  const fitting = (id: string): ModelOffer | undefined =>
    offers.find((offer) => offer.id === id && offer.fit.fits);
  const hasGpu = capabilities.webgpu === 'hardware';
  const embedded =
    (hasGpu ? fitting(EMBEDDED_ON_WEBGPU) : undefined) ?? fitting(EMBEDDED_ON_CPU) ?? null;
  const recommended = hasGpu ? (RECOMMENDED.map(fitting).find(isDefined) ?? null) : null;
  return {
    defaultOfferId: (recommended ?? embedded)?.id ?? null,
    embeddedOfferId: embedded?.id ?? null,
    explanation: explain(capabilities, recommended, embedded),
  };
}

function explain(
  { webgpu }: Capabilities,
  recommended: ModelOffer | null,
  embedded: ModelOffer | null,
): string {
  if (recommended !== null) {
    const memory = megabytes(recommended.memoryBytes ?? 0);
    const start =
      embedded === null
        ? `The small model that comes along is missing on this server: run the set-up (npm start) to have it.`
        : `Or start now with the small one that came along.`;
    return `Your browser has WebGPU: Llama 3.2 1B, ${memory}. ${start}`;
  }
  if (embedded !== null) {
    const device = embedded.engine === 'webllm' ? 'your GPU' : 'the processor';
    return `${GPU_WORDS[webgpu]}: ${embedded.name} runs on ${device}.`;
  }
  return `${GPU_WORDS[webgpu]}, and the small model that comes along is missing on this server (models/embedded.json): run the set-up (npm start), or open a GGUF model by its address or from disk.`;
}

const GPU_WORDS: Readonly<Record<Capabilities['webgpu'], string>> = {
  hardware: 'Your browser has WebGPU',
  software: 'WebGPU is only imitated in software here',
  'no-adapter': 'WebGPU finds no graphics adapter here',
  missing: 'No WebGPU here',
};

function isDefined<Item>(item: Item | undefined): item is Item {
  return item !== undefined;
}
