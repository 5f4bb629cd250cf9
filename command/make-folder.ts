import { mkdirSync } from 'node:fs';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { messageOf } from '../src/core/index.ts';

/** Makes a folder and those that it is in, where they aren't there. @throws PlainError where it can't be made */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new PlainError(`${path} can’t be a folder: name another. ${messageOf(error)}`, {
      cause: error,
    });
  }
}
