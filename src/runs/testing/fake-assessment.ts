import type { CatalogAssessment, ModelOffer } from '../../core/index.ts';

/** A model that fits: the page's own, or one from a hub. */
export function fakeOffer(id: string, origin: ModelOffer['origin']): ModelOffer {
  return {
    id,
    name: `Model ${id}`,
    engine: origin === 'embedded' ? 'llama-cpp' : 'webllm',
    engineLabel: { name: 'A test’s engine', badge: 'Test', device: 'the test' },
    source:
      origin === 'embedded'
        ? { kind: 'embedded', engine: 'llama-cpp' }
        : { kind: 'webllm-prebuilt', modelId: id },
    origin,
    downloadBytes: 880_000_000,
    memoryBytes: 1_200_000_000,
    contextTokens: 4096,
    licence: { name: 'Apache-2.0', restricted: false },
    fit: { fits: true },
  };
}

/** What a browser with a graphics processor is found to run; the first embedded model is the one to start with. */
export function assessmentOf(offers: readonly ModelOffer[]): CatalogAssessment {
  const embedded = offers.find(({ origin }) => origin === 'embedded')?.id ?? null;
  return {
    capabilities: {
      webgpu: 'hardware',
      adapter: 'Test adapter',
      shaderF16: true,
      maxBufferBytes: 2_000_000_000,
      maxStorageBindingBytes: 1_000_000_000,
      threads: true,
      logicalCores: 8,
    },
    offers,
    defaultOfferId: embedded,
    embeddedOfferId: embedded,
    explanation: 'This browser has a graphics processor.',
  };
}
