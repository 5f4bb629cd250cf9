/**
 * The policies: one adapter for each engine, behind the contracts of `core`. A page gets them through the catalogue.
 *
 * page side: what a page runs of an engine, a few kilobytes · worker: where the vendor's code and the model live ·
 * life: one worker from its start to its death · loss: a death nobody asked for; the next call starts a fresh life.
 */
export { createModelCatalog, pageDependencies } from './catalog/create-model-catalog.ts';
export {
  createHiddenStatesLoader,
  findHubAddress,
} from './llama-cpp-hidden-states/late-hidden-states.ts';
export { lateModelServers } from './openai/openai-engine.ts';
