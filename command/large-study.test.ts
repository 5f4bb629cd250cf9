import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import { bundleCommand } from './testing/bundle-command.ts';
import { readText } from './read-json.ts';

const RUNS = 10_000;
/** What the program takes by itself, and some; what ten thousand runs hold is more than twice as much. */
const HEAP_MEGABYTES = 48;

it('samples ten thousand runs in the memory of a few', { timeout: 480_000 }, async () => {
  const folder = await temporaryFolder('prs-large-study');
  const program = await bundleCommand('ten-thousand-runs.ts', folder);
  const studyFile = join(folder, 'study.json');
  const seeds = Array.from({ length: RUNS }, (_, seed) => seed);
  const prompts = [{ id: 'figs', prompt: 'Name fruits.' }];
  writeFileSync(
    studyFile,
    JSON.stringify({ prompts, seeds, budget: 1, arms: ['prand'], sampling: { maxTokens: 50 } }),
  );
  const sample = async (out: string, ...hold: readonly string[]): Promise<number | null> => {
    const heap = `--max-old-space-size=${String(HEAP_MEGABYTES)}`;
    const child = spawn(process.execPath, [heap, program, studyFile, out, ...hold], {
      stdio: 'ignore',
    });
    const [code] = (await once(child, 'close')) as [number | null];
    return code;
  };
  const out = join(folder, 'out');
  expect(await sample(out)).toBe(0);
  const files = readdirSync(out).filter((name) => name.startsWith('runs-'));
  expect(files).toHaveLength(RUNS / 500);
  const ids = files.flatMap((name) =>
    Array.from(readText(join(out, name)).matchAll(/"run":\{"id":"([\w-]+)"/g), ([, id]) => id),
  );
  // Once in a run's header, and once where it is begun.
  expect(new Set(ids).size).toBe(RUNS);
  expect(ids).toHaveLength(2 * RUNS);
  expect(await sample(join(folder, 'held'), 'hold')).not.toBe(0);
});
