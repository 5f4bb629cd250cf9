import { CacheManager, ModelManager } from '@wllama/wllama';
import type { Locks } from '../../worker/life-lock.ts';

type Backend = NonNullable<ConstructorParameters<typeof CacheManager>[0]>[number];

/** The files of one origin, as all its tabs see them: each is written by one at a time. */
export class Storage implements Backend {
  readonly files = new Map<string, Blob>();
  readonly #written = new Set<string>();

  isSupported(): boolean {
    return true;
  }

  read(key: string): Promise<Blob | null> {
    return Promise.resolve(this.files.get(key) ?? null);
  }

  /** Begins to write a file; @returns what lets go of it. */
  hold(key: string): () => void {
    if (this.#written.has(key)) throw new DOMException('No.', 'NoModificationAllowedError');
    this.#written.add(key);
    return () => this.#written.delete(key);
  }

  async write(key: string, stream: ReadableStream): Promise<void> {
    const letGo = this.hold(key);
    try {
      this.files.set(key, await new Response(stream).blob());
    } finally {
      letGo();
    }
  }

  getSize(key: string): Promise<number> {
    return Promise.resolve(this.files.get(key)?.size ?? -1);
  }

  list(): Promise<{ key: string; size: number }[]> {
    return Promise.resolve(Array.from(this.files, ([key, { size }]) => ({ key, size })));
  }

  delete(key: string): Promise<void> {
    this.files.delete(key);
    return Promise.resolve();
  }

  /** As a tab sees it. */
  manager(): ModelManager {
    const ignore = (): void => undefined;
    const logger = { debug: ignore, log: ignore, warn: ignore, error: ignore };
    return new ModelManager({ cacheManager: new CacheManager([this]), logger });
  }
}

/** The browser's locks, for those that are asked for without options. */
export function createLocks(): NonNullable<Locks> {
  const ends = new Map<string, Promise<unknown>>();
  const grant = (name: string, work: () => unknown): Promise<unknown> => {
    const end = (ends.get(name) ?? Promise.resolve()).then(work);
    ends.set(
      name,
      end.catch(() => undefined),
    );
    return end;
  };
  const request = (name: string, ...rest: readonly unknown[]): Promise<unknown> => {
    const work = rest.at(-1);
    return grant(name, () => (typeof work === 'function' ? Reflect.apply(work, null, []) : null));
  };
  return { request };
}
