import { late, type ParsedRunFile } from '../../core/index.ts';

const READER = late('What reads files of runs', () => import('./read-on-thread-or-beside.ts'));

/** Every run of a file from anywhere, one after another. @throws Error with a sentence where it, or the code for it, can't be had */
export async function* readRunFile(
  file: Pick<Blob, 'size' | 'text'>,
): AsyncGenerator<ParsedRunFile> {
  yield* (await READER.load()).readOnThreadOrBeside(file);
}
