import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { messageOf } from '../src/core/index.ts';

/** Makes a folder and those that it is in, where they aren't there. @throws PlainError where it can't be made */
export function makeFolder(path: string): void {
  try {
    makeWithParents(path);
  } catch (error) {
    throw new PlainError(`${path} can’t be a folder: name another. ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/** One at a time: Node's `recursive` never ends where a folder that is there takes none and says so with ENOENT, as /proc does. */
function makeWithParents(path: string): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeWithParents(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another program may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
