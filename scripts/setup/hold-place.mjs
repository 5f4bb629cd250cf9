// @ts-check
/**
 * A place that one process at a time holds. What holds it is a listening socket: the system gives it back however its process ends,
 * so that nothing is left to be cleaned up by hand.
 */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @typedef {object} Place
 * @property {string} address
 * @property {boolean} isFile whether it is a file that may be left over by a process that was killed
 */

/**
 * @param {string} path of what is held: one place for each
 * @returns {Place}
 */
export function placeFor(path) {
  const name = `prs-playground-${createHash('sha256').update(path).digest('hex').slice(0, 16)}`;
  // Linux and Windows have names that vanish with their process.
  const vanishing = { linux: `\0${name}`, win32: `\\\\.\\pipe\\${name}` }[
    process.platform.toString()
  ];
  return vanishing === undefined
    ? { address: join(tmpdir(), `${name}.sock`), isFile: true }
    : { address: vanishing, isFile: false };
}

/**
 * @param {Place} place
 * @returns {Promise<(() => void) | undefined>} lets go; undefined where another process holds the place
 */
export async function holdPlace(place) {
  const letGo = await listen(place);
  if (letGo !== undefined || !place.isFile || (await isHeld(place))) return letGo;
  await rm(place.address, { force: true });
  return listen(place);
}

/**
 * Resolves when whoever holds the place lets go of it: a holder keeps the connection open for as long as it lives and works.
 *
 * @param {Place} place
 */
export function untilHolderEnds({ address, isFile }) {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.on('error', (error) => {
      if (isFile && isRefused(error)) void rm(address, { force: true });
    });
    socket.on('close', () => resolve(undefined));
  });
}

/**
 * @param {Place} place
 * @returns {Promise<(() => void) | undefined>} lets go; undefined where somebody listens, or a file is left over
 */
function listen({ address }) {
  return new Promise((resolve, reject) => {
    /** @type {Set<import('node:net').Socket>} */
    const waiting = new Set();
    const server = createServer((socket) => {
      waiting.add(socket);
      socket.on('error', () => waiting.delete(socket));
    });
    server.on('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => {
      resolve(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      });
    });
  });
}

/**
 * @param {Place} place
 * @returns {Promise<boolean>}
 */
function isHeld({ address }) {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.on('error', (error) => resolve(!isRefused(error)));
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

/** @param {Error} error */
function isRefused(error) {
  return 'code' in error && error.code === 'ECONNREFUSED';
}
