import type { Engine } from './engine.ts';
import { createLlamaCppEngine } from './llama-cpp/llama-cpp-engine.ts';
import { createOpenaiEngine } from './openai/openai-engine.ts';
import { createWebllmEngine } from './webllm/webllm-engine.ts';

/** Every engine of the page. The first that suits the browser is chosen for the model that the server carries. */
export const ENGINES: readonly Engine[] = [
  createWebllmEngine(),
  createLlamaCppEngine(),
  createOpenaiEngine(),
];
