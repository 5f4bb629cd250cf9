import { expect, it } from 'vitest';
import { fakePolicy } from '../core/testing/fake-run.ts';
import { chooseNamed, defaultModel } from './chosen-model.ts';
import { knownModel } from './known-model.ts';
import { assessmentOf, fakeOffer } from './testing/fake-assessment.ts';

const assessment = assessmentOf([fakeOffer('small', 'embedded')]);
const source = { kind: 'gguf-address', url: 'https://example.org/m.gguf' } as const;
const mine = chooseNamed(source, 'Mine');
const policy = fakePolicy(() => 'x');
const description = {
  ...policy.description,
  contextTokens: 512,
  chatTemplate: 'chatml-assumed',
} as const;
const held = { ...policy, description, unload: () => Promise.resolve() };

it('knows what the list says of a model that is not loaded', () => {
  const chosen = defaultModel(assessment);
  const other = { status: 'ready', choice: source, held } as const;
  for (const inMemory of [null, other]) {
    expect(knownModel(chosen, assessment, inMemory)).toEqual({
      contextTokens: 4096,
      lacksChatTemplate: false,
    });
  }
});

it('knows what a loaded model says of itself, and nothing of a named one before', () => {
  expect(knownModel(mine, assessment, { status: 'ready', choice: source, held })).toEqual({
    contextTokens: 512,
    lacksChatTemplate: true,
  });
  expect(knownModel(mine, assessment, null).contextTokens).toBe(null);
});
