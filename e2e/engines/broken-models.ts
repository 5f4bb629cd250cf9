import type { Page } from '@playwright/test';
import type { ModelSource } from '../../src/core/index.ts';
import type { LoadOutcome } from './harness/harness.ts';

const WEIGHTS = 'models/SmolLM2-135M-Instruct-q4_1-MLC/';
const LIBRARY = 'webllm/SmolLM2-135M-Instruct-q4_1-webgpu.wasm';
const GGUF = 'models/SmolLM2-135M-Instruct.Q8_0.gguf';

/** The embedded WebLLM model under other addresses of the harness's server, some of which fail. */
export function webllmAt(
  page: Page,
  { weights = '', library = LIBRARY }: { readonly weights?: string; readonly library?: string },
): ModelSource {
  return {
    kind: 'webllm-address',
    weightsUrl: new URL(`${weights}${WEIGHTS}`, page.url()).href,
    libraryUrl: new URL(library, page.url()).href,
  };
}

export function ggufAt(page: Page, folder: string): ModelSource {
  return { kind: 'gguf-address', url: new URL(`${folder}${GGUF}`, page.url()).href };
}

export function load(page: Page, source: ModelSource): Promise<LoadOutcome> {
  return page.evaluate((one) => window.harness.load(one), source);
}

/** Leaves this origin room for a few megabytes, as a full disk would. */
export async function fillStorage(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(page.url()).origin,
    quotaSize: 8_000_000,
  });
}
