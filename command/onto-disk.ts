import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

// What was written is in the system's memory, and outlives its process; these return when it would outlive a power cut too. They take
// some milliseconds, so that not every line waits for its own.

/** Puts what was written to an open file onto the disk. */
export function putOntoDisk(file: number): void {
  fdatasyncSync(file);
}

/** Puts onto the disk that a file has its name: that it was made, or took another's place. */
export function putNameOntoDisk(path: string): void {
  // Windows opens no folders.
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
