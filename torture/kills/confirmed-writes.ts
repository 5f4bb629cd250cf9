import type { BrowserContext } from '@playwright/test';

/** How many events of each run the browser has said are on the disk. */
export class ConfirmedWrites {
  readonly #counts = new Map<string, number>();

  of(runId: string): number {
    return this.#counts.get(runId) ?? 0;
  }

  /** Listens to the storage of all pages of a context that are opened from now on. */
  async watch(context: BrowserContext): Promise<void> {
    await context.exposeFunction('tellStored', (runId: string, count: number) => {
      this.#counts.set(runId, Math.max(this.of(runId), count));
    });
    await context.addInitScript(tellWhatIsStored);
  }
}

declare global {
  interface Window {
    tellStored?: (runId: string, count: number) => void;
  }
}

/** In the page: tells of an event when the transaction is complete that it was put in. */
function tellWhatIsStored(): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is applied to the store that it is called on
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
    if (this.name === 'events' && Array.isArray(key)) {
      const [runId, place] = key;
      this.transaction.addEventListener('complete', () => {
        if (typeof runId === 'string') window.tellStored?.(runId, Number(place) + 1);
      });
    }
    return put.call(this, value, key);
  };
}
