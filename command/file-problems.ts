import { PlainError } from '../scripts/terminal/plain-error.mjs';

/** What there is to do about a disk or folder that refuses, by what the system says of it. */
const WAYS_OUT: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there. Let this account write there, or name another place.',
  EPERM: 'you may not write there. Let this account write there, or name another place.',
  EROFS: 'it can only be read. Copy it to where you may write, or name another place.',
  ENOSPC: 'its disk is full. Make room, and give the same command again.',
  EDQUOT: 'your share of its disk is full. Make room, and give the same command again.',
  EIO: 'its disk has failed. Copy what is whole to another, and go on there.',
  EISDIR: 'a folder stands where a file should. Move it away.',
  ENOTDIR: 'a file stands where a folder should. Move it away.',
};

/**
 * What a disk or a folder refused, in a sentence that says what to do.
 *
 * @returns null for any other error
 */
export function fileProblem(error: unknown): PlainError | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const wayOut = WAYS_OUT[String(error.code)];
  if (wayOut === undefined) return null;
  const place = 'path' in error ? String(error.path) : 'What is to be kept';
  return new PlainError(`${place} can’t be written: ${wayOut} (${String(error.code)})`, {
    cause: error,
  });
}
