import type { ParsedRunFile } from '../../core/index.ts';
import { parseRunFiles } from './import-and-export-run.ts';
import { readBeside } from './read-beside.ts';

/** Bytes that are read in less than a twentieth of a second. */
const LARGE = 500_000;

/** Every run of a file from anywhere, one after another; a large file is read beside the page's thread. @throws Error where it can't be read */
export async function* readOnThreadOrBeside(
  file: Pick<Blob, 'size' | 'text'>,
): AsyncGenerator<ParsedRunFile> {
  if (file.size < LARGE || !(file instanceof Blob) || typeof Worker === 'undefined')
    yield* parseRunFiles(await file.text());
  else yield* readBeside(file);
}
