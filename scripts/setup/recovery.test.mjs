// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, makeFakeRepository, remove, startPage } from './testing/fake-repository.mjs';
import {
  damagePackage,
  DAMAGES,
  faultOfNextStart,
  KILLS,
  killSetUp,
  startTwice,
} from './testing/set-up-harm.mjs';

/** Of each kind of kill. `npm run torture -- --only set-up` looks closer. */
const TIMES = 3;
const SECONDS = 1000;

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'recovery-'));
  await makeFakeRepository(root);
}, 20 * SECONDS);

afterAll(() => rm(root, { recursive: true, force: true }));

async function expectWholePage() {
  expect(await faultOfNextStart(root)).toBeNull();
}

describe('npm start goes on after it was killed', () => {
  test.each(KILLS)(
    '$name',
    async (kill) => {
      await expectWholePage();
      for (let count = 1; count <= TIMES; count += 1) {
        await killSetUp(root, kill, count / (TIMES + 1));
        await expectWholePage();
      }
    },
    (20 + 20 * TIMES) * SECONDS,
  );
});

describe('npm start mends', () => {
  test.each(DAMAGES)(
    '%s',
    async (_, damage) => {
      await expectWholePage();
      await damage(root);
      await expectWholePage();
    },
    40 * SECONDS,
  );
});

test(
  'two starts at once both serve the page, and neither takes the other’s half-made files',
  async () => {
    const both = await startTwice(root);
    for (const { served, output } of both) expect(served, output).toBe(true);
    expect(await faultsOf(root)).toEqual([]);
  },
  60 * SECONDS,
);

test(
  'the page starts without the model where that can’t be fetched, and says so',
  async () => {
    await remove(root, '.models', 'public/models');
    const { served, output } = await startPage(root, { environment: { NO_NETWORK: '1' } });
    expect(served, output).toBe(true);
    expect(output).toContain('The page starts without it');
    expect(output).toContain('`npm run model`');
  },
  60 * SECONDS,
);

test(
  'a damage within a package is told with the one command that mends it',
  async () => {
    await expectWholePage();
    await damagePackage(root);
    const { served, exitCode, output } = await startPage(root);
    expect([served, exitCode]).toEqual([false, 1]);
    expect(output).toContain('run `npm ci`');
  },
  60 * SECONDS,
);
