import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MISSING_ABILITIES, textScorerOf, type LoadedPolicy } from '../../core/index.ts';
import { POLICY_CONTRACT } from './policy-contract.ts';
import { SCRATCH_SOURCE, scratchCatalog } from './scratch-catalog.ts';
import { SCORING_CONTRACT } from './scoring-contract.ts';

const signal = new AbortController().signal;

function loadScratch(): Promise<LoadedPolicy> {
  return scratchCatalog().load(SCRATCH_SOURCE, () => undefined, signal);
}

test('an engine is at most 30 lines beside its policy', () => {
  const text = readFileSync(new URL('./scratch-engine.ts', import.meta.url), 'utf8');
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(30);
});

test('an engine that is one entry of the list is offered and chosen under its label', async () => {
  const { offers, defaultOfferId, explanation } = await scratchCatalog().assess(signal);
  expect(offers.map(({ engineLabel }) => engineLabel.badge)).toEqual(['Script']);
  expect(defaultOfferId).toBe('embedded-scratch');
  expect(explanation).toBe('No WebGPU here: Small runs on a script.');
});

test('a source that no engine knows is refused in a sentence', async () => {
  const source = { kind: 'webllm-prebuilt', modelId: 'any' } as const;
  const loading = scratchCatalog().load(source, () => undefined, signal);
  await expect(loading).rejects.toMatchObject({ kind: 'not-a-model' });
});

const LACKS = scratchCatalog().lacks(SCRATCH_SOURCE);

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
