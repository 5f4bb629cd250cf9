// @ts-check
/**
 * Loaded before a program (`node --import`): kills it at its n-th change of a file, n being in the environment, and in the midst of
 * it where it writes. Changes are counted as the program makes them, so that a kill is the same on any machine.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const killAt = Number(process.env['KILL_AT_CHANGE'] ?? Infinity);
let changes = 0;

/** @returns {boolean} whether this is the change to be killed in */
function isLast() {
  changes += 1;
  return changes === killAt;
}

function kill() {
  process.kill(process.pid, 'SIGKILL');
  // It comes when the system has time for it: nothing may be done until then.
  for (;;);
}

const { writeSync, writeFileSync, renameSync, rmSync, ftruncateSync } = fs;

/** @param {any[]} call */
fs.writeSync = (...call) => {
  const [file, bytes, from, length, at] = call;
  if (isLast()) {
    writeSync(file, bytes, from ?? 0, Math.floor((length ?? bytes.length) / 2), at ?? null);
    kill();
  }
  return writeSync(file, bytes, from, length, at);
};
/** @param {Parameters<typeof writeFileSync>} call */
fs.writeFileSync = (...[path, text]) => {
  if (isLast()) {
    writeFileSync(path, String(text).slice(0, String(text).length / 2));
    kill();
  }
  writeFileSync(path, text);
};
/** @param {Parameters<typeof renameSync>} call */
fs.renameSync = (...call) => {
  if (isLast()) kill();
  renameSync(...call);
};
/** @param {Parameters<typeof rmSync>} call */
fs.rmSync = (...call) => {
  if (isLast()) kill();
  rmSync(...call);
};
/** @param {Parameters<typeof ftruncateSync>} call */
fs.ftruncateSync = (...call) => {
  if (isLast()) kill();
  ftruncateSync(...call);
};
syncBuiltinESMExports();
