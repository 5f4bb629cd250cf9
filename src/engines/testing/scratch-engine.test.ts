import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  MISSING_ABILITIES,
  textScorerOf,
  type LoadedPolicy,
  type ModelCatalog,
  type ModelSource,
} from '../../core/index.ts';
import { createModelCatalog } from '../catalog/create-model-catalog.ts';
import { POLICY_CONTRACT } from './policy-contract.ts';
import { SCORING_CONTRACT } from './scoring-contract.ts';
import { SCRATCH_ENGINE } from './scratch-engine.ts';

const SOURCE: ModelSource = { kind: 'embedded', engine: 'scratch' };

const signal = new AbortController().signal;

const MANIFEST = {
  version: 1,
  model: 'Small',
  licence: 'Apache-2.0',
  webllm: { weights: 'w/', library: 'l.wasm', bytes: 1 },
  llamaCpp: { gguf: 'small.gguf', bytes: 1, sha256: 'abc' },
};

function catalogOfScratch(): ModelCatalog {
  return createModelCatalog({
    gpu: undefined,
    crossOriginIsolated: false,
    logicalCores: 1,
    fetch: () => Promise.resolve(Response.json(MANIFEST)),
    baseUrl: 'https://page.test/',
    engines: [SCRATCH_ENGINE],
  });
}

function loadScratch(): Promise<LoadedPolicy> {
  return catalogOfScratch().load(SOURCE, () => undefined, signal);
}

test('an engine is at most 30 lines beside its policy', () => {
  const text = readFileSync(new URL('./scratch-engine.ts', import.meta.url), 'utf8');
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(30);
});

test('an engine that is one entry of the list is offered and chosen under its label', async () => {
  const { offers, defaultOfferId, explanation } = await catalogOfScratch().assess(signal);
  expect(offers.map(({ engineLabel }) => engineLabel.badge)).toEqual(['Script']);
  expect(defaultOfferId).toBe('embedded-scratch');
  expect(explanation).toBe('No WebGPU here: Small runs on a script.');
});

test('a source that no engine knows is refused in a sentence', async () => {
  const source = { kind: 'webllm-prebuilt', modelId: 'any' } as const;
  const loading = catalogOfScratch().load(source, () => undefined, signal);
  await expect(loading).rejects.toMatchObject({ kind: 'not-a-model' });
});

const LACKS = catalogOfScratch().lacks(SOURCE);

const WITHIN_REACH = [...POLICY_CONTRACT, ...SCORING_CONTRACT].filter(
  ({ needs }) => needs === undefined || !LACKS.includes(needs),
);

test('what the engine can’t do is stated, and refused in a sentence where it is asked for', async () => {
  expect(LACKS).toEqual(['score-text']);
  const policy = await loadScratch();
  expect(() => textScorerOf(policy)).toThrow(MISSING_ABILITIES['score-text']);
});

test.each(WITHIN_REACH)('a scratch engine $name', async ({ run }) => {
  await run(await loadScratch());
});
