import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Keeps what was read off the model, so that scorers share it and a stopped measurement goes on. */
export interface FigureStore {
  get(key: unknown): Promise<unknown>;
  put(key: unknown, value: unknown): Promise<void>;
}

export function memoryStore(): FigureStore {
  const kept = new Map<string, unknown>();
  return {
    get: (key) => Promise.resolve(kept.get(nameOf(key))),
    put: (key, value) => {
      kept.set(nameOf(key), value);
      return Promise.resolve();
    },
  };
}

/**
 * One file for each key, written under another name first: a stopped program leaves no half of one, and programs that write the
 * same one at once don't take each other's away.
 */
export function folderStore(folder: string): FigureStore {
  const pathOf = (key: unknown): string => join(folder, `${nameOf(key)}.json`);
  return {
    get: async (key) => {
      const text = await readFile(pathOf(key), 'utf8').catch(() => null);
      return text === null ? undefined : parse(text);
    },
    put: async (key, value) => {
      await mkdir(folder, { recursive: true });
      const path = pathOf(key);
      const partial = `${path}.${randomUUID()}.partial`;
      await writeFile(partial, JSON.stringify(value));
      await rename(partial, path);
    },
  };
}

function nameOf(key: unknown): string {
  return createHash('sha256').update(JSON.stringify(key)).digest('hex');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
