// The rest of CONTRIBUTING's recipe for a scorer is held by src/scratch-scorer.test.tsx.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { SCRATCH_SCORER } from '../../src/rewards/testing/scratch-scorer.ts';

const REGISTRY = '../../src/rewards/scorer-registry.ts';

beforeAll(() => {
  // The one line: everything that is imported below reads the list with the scratch scorer in it.
  vi.resetModules();
  vi.doMock(REGISTRY, async (importList) => {
    const list = await importList<typeof import('../../src/rewards/scorer-registry.ts')>();
    return { ...list, SCORERS: [...list.SCORERS, SCRATCH_SCORER] };
  });
});

afterAll(() => {
  vi.doUnmock(REGISTRY);
  vi.resetModules();
});

it('measures a scorer that is one folder and one line of the list, which gives it its badge', async () => {
  const { scorerNamed, canMeasure } = await import('./scorer-list.ts');
  const { measurerOf } = await import('./measurer.ts');
  const { figureOf } = await import('./figure.ts');
  const { withFigure } = await import('./measured-file.ts');
  const { badgesFor } = await import('../../src/rewards/index.ts');
  const conditionedOn = 'prompt-and-preference';
  const scorer = scorerNamed('scratch');
  expect(canMeasure(scorer, { conditionedOn })).toBe(true);
  expect(canMeasure(scorer, { conditionedOn: 'prompt' })).toBe(false);
  const policy = () => Promise.reject(new Error('It reads the texts alone.'));
  const measurer = await measurerOf(scorer, { policy, close: () => Promise.resolve() });
  const pair = { id: '1', prompt: 'Why?', preference: 'Say why.', better: 'because', worse: '-' };
  const signal = new AbortController().signal;
  const parts = { conditionedOn, signal, say: () => undefined } as const;
  const outcomes = await measurer.measure(pair, parts);
  const source = {
    id: 'preference-held-out',
    name: 'held out',
    conditionedOn,
    path: '',
  } as const;
  const set = { ...source, read: () => [pair], pairs: [pair], sha256: '' };
  const figure = figureOf({
    ...{ scorer: measurer.description, model: measurer.model, outcomes },
    ...{ set: set.id, measuredAt: '2026-11-26' },
  });
  const table = withFigure({ sets: [], figures: [] }, set, figure);
  expect(badgesFor('scratch', table)).toMatchObject([{ set: set.id, n: 1, accuracy: 1 }]);
});
