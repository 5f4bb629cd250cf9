import { afterEach, expect, test, vi } from 'vitest';
import { importTypeScript } from './import-type-script.mjs';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('what a command imports, and what that imports later, is there', async () => {
  vi.stubEnv('NODE_ENV', process.env.NODE_ENV ?? '');
  const { makeScorer, scorerNamed } =
    await importTypeScript<typeof import('./scorers/scorer-list.ts')>('scorers/scorer-list.ts');
  const rubric = await makeScorer(scorerNamed('rubric'), {});
  expect(rubric).toMatchObject({ description: { id: 'rubric' } });
});
