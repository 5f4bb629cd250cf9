import type { ModelCatalog, ModelSource } from '../../core/index.ts';
import { createModelCatalog } from '../catalog/create-model-catalog.ts';
import { SCRATCH_ENGINE } from './scratch-engine.ts';

/** The model that came with the page, by the scratch engine. */
export const SCRATCH_SOURCE: ModelSource = { kind: 'embedded', engine: 'scratch' };

const MANIFEST = {
  version: 1,
  model: 'Small',
  licence: 'Apache-2.0',
  webllm: { weights: 'w/', library: 'l.wasm', bytes: 1 },
  llamaCpp: { gguf: 'small.gguf', bytes: 1, sha256: 'abc' },
};

/** The models of a page whose only engine is the scratch engine. */
export function scratchCatalog(): ModelCatalog {
  return createModelCatalog({
    gpu: undefined,
    crossOriginIsolated: false,
    logicalCores: 1,
    fetch: () => Promise.resolve(Response.json(MANIFEST)),
    baseUrl: 'https://page.test/',
    engines: [SCRATCH_ENGINE],
  });
}
