// @ts-check
/**
 * Two commands that are started at once must not install, fetch or build into the same folders. What holds the place is a
 * listening socket: the system gives it back however its process ends, so that nothing is left to be cleaned up by hand.
 */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../repository-paths.mjs';

const PAUSE_MILLISECONDS = 50;

const name = `prs-playground-${createHash('sha256').update(repositoryRoot).digest('hex').slice(0, 16)}`;

/** Linux and Windows have names that vanish with their process; elsewhere it is a file that may be left over. */
const socketFile = join(tmpdir(), `${name}.sock`);
const address =
  { linux: `\0${name}`, win32: `\\\\.\\pipe\\${name}` }[process.platform.toString()] ?? socketFile;

/**
 * Does the work once no other command of this checkout is at such work, and keeps others waiting until it is done.
 *
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function oneAtATime(work) {
  const letGo = await hold();
  try {
    return await work();
  } finally {
    letGo();
  }
}

/** @returns {Promise<() => void>} lets go */
async function hold() {
  for (let attempt = 0; ; attempt += 1) {
    const letGo = await listen();
    if (letGo !== undefined) return letGo;
    if (attempt === 0) console.log('  Another command is preparing this page: waiting for it.');
    await untilHolderEnds();
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}

/** @returns {Promise<(() => void) | undefined>} lets go; undefined where another process holds the place */
function listen() {
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

/** The holder keeps the connection open for as long as it lives and works. */
function untilHolderEnds() {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.on('error', (error) => {
      const leftOver = 'code' in error && error.code === 'ECONNREFUSED' && address === socketFile;
      if (leftOver) void rm(socketFile, { force: true });
    });
    socket.on('close', () => resolve(undefined));
  });
}
