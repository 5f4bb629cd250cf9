import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../scripts/testing/temporary-folder.mjs';
import { makeFolder } from './make-folder.ts';

it('makes a folder with those that it is in, and leaves one that is there', async () => {
  const path = join(await temporaryFolder('prs-make-folder'), 'one', 'two');
  makeFolder(path);
  writeFileSync(join(path, 'kept'), '');
  makeFolder(path);
  expect(statSync(join(path, 'kept')).isFile()).toBe(true);
});

it('refuses in a sentence what is a file, or lies in one', async () => {
  const file = join(await temporaryFolder('prs-make-folder'), 'diary.txt');
  writeFileSync(file, 'Dear diary');
  expect(() => {
    makeFolder(file);
  }).toThrow(/diary\.txt can’t be a folder: name another\./);
  expect(() => {
    makeFolder(join(file, 'out'));
  }).toThrow(/out can’t be a folder: name another\./);
});

// There alone does the system say that a folder isn't there which is.
it.runIf(existsSync('/proc/self'))(
  'refuses in a sentence what the system makes no folder in',
  () => {
    expect(() => {
      makeFolder('/proc/splits/out');
    }).toThrow('/proc/splits/out can’t be a folder: name another.');
  },
);
