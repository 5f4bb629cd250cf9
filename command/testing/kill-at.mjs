// @ts-check
/**
 * Loaded before a program (`node --import`): kills it at its n-th change of a file, n being in the environment, and in the midst of
 * it where it writes. Changes are counted as the program makes them, so that a kill is the same on any machine; where
 * `KILL_AMONG` is "files", lines that are added to a log don't count. Which change it was stands behind `KILLED_AT` on the last line of
 * stderr, as JSON.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const killAt = Number(process.env['KILL_AT_CHANGE'] ?? Infinity);
const passesLines = process.env['KILL_AMONG'] === 'files';
let changes = 0;
/** @type {Map<number, string>} */
const paths = new Map();

/**
 * @param {string} change
 * @param {unknown} path
 * @returns {boolean} whether this is the change to be killed in
 */
function isLast(change, path) {
  if (passesLines && change === 'write' && String(path).endsWith('.jsonl')) return false;
  changes += 1;
  return changes === killAt;
}

/**
 * @param {string} change
 * @param {unknown} path
 */
function kill(change, path) {
  writeSync(process.stderr.fd, `\nKILLED_AT ${JSON.stringify({ change, path: String(path) })}\n`);
  process.kill(process.pid, 'SIGKILL');
  // It comes when the system has time for it: nothing may be done until then.
  for (;;);
}

const { openSync, writeSync, writeFileSync, renameSync, rmSync, ftruncateSync } = fs;

/** @param {Parameters<typeof openSync>} call */
fs.openSync = (...call) => {
  const file = openSync(...call);
  paths.set(file, String(call[0]));
  return file;
};
/** @param {any[]} call */
fs.writeSync = (...call) => {
  const [file, bytes, from, length, at] = call;
  if (isLast('write', paths.get(file))) {
    writeSync(file, bytes, from ?? 0, Math.floor((length ?? bytes.length) / 2), at ?? null);
    kill('write', paths.get(file));
  }
  return writeSync(file, bytes, from, length, at);
};
/** @param {Parameters<typeof writeFileSync>} call */
fs.writeFileSync = (...[path, text]) => {
  if (isLast('write', path)) {
    writeFileSync(path, String(text).slice(0, String(text).length / 2));
    kill('write', path);
  }
  writeFileSync(path, text);
};
/** @param {Parameters<typeof renameSync>} call */
fs.renameSync = (...call) => {
  if (isLast('rename', call[1])) kill('rename', call[1]);
  renameSync(...call);
};
/** @param {Parameters<typeof rmSync>} call */
fs.rmSync = (...call) => {
  if (isLast('remove', call[0])) kill('remove', call[0]);
  rmSync(...call);
};
/** @param {Parameters<typeof ftruncateSync>} call */
fs.ftruncateSync = (...call) => {
  const path = paths.get(call[0]);
  if (isLast('cut', path)) kill('cut', path);
  ftruncateSync(...call);
};
syncBuiltinESMExports();
