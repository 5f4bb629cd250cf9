import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A path without links on its way, so that two names of one folder are one; its end need not be there yet. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}
