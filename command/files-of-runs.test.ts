import fs, { writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import { isShard } from './files-of-runs.ts';
import { keepQuiet } from './testing/keep-quiet.ts';
import { sampledStudy } from './testing/studies.ts';

beforeEach(keepQuiet);
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

it('knows a study’s file by its name and its runs, and leaves none open', async () => {
  const study = join(await sampledStudy(), 'runs-00001.json');
  const other = join(await temporaryFolder('prs-no-study'), 'runs-00001.json');
  writeFileSync(other, '{}\n');
  const opening = vi.spyOn(fs, 'openSync');
  const closing = vi.spyOn(fs, 'closeSync');
  syncBuiltinESMExports();
  expect([isShard(study), isShard(other)]).toEqual([true, false]);
  const opened = opening.mock.results.map(({ value }) => value as unknown);
  expect(opened).toHaveLength(2);
  expect(closing.mock.calls.map(([file]) => file)).toEqual(opened);
});
