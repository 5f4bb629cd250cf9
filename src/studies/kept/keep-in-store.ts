import {
  messageOf,
  type DurableEvent,
  type RunHeader,
  type RunStore,
  type StoredRun,
} from '../../core/index.ts';
import type { RunLocks } from '../../runs/index.ts';
import type { QueuedRun, QueueKeeping } from '../sample-runs.ts';

export interface KeepInStoreParts {
  readonly store: Pick<RunStore, 'create' | 'append' | 'load'>;
  readonly locks: Pick<RunLocks, 'hold'>;
  /** Called when all of a run is stored. */
  readonly onFinished: (runId: string) => Promise<void>;
}

/** Keeps the runs of a queue among all others of the browser. Each is held while it is sampled, so that no other tab goes on with it. */
export class KeepInStore implements QueueKeeping {
  readonly #parts: KeepInStoreParts;
  readonly #held = new Map<string, () => void>();

  constructor(parts: KeepInStoreParts) {
    this.#parts = parts;
  }

  async load({ id, name }: QueuedRun): Promise<StoredRun | null> {
    const { locks, store } = this.#parts;
    const letGo = await locks.hold(id);
    if (letGo === null) {
      throw new Error(
        `The run “${name}” is being sampled in another tab: stop it there, then go on.`,
      );
    }
    this.#held.set(id, letGo);
    try {
      return await store.load(id);
    } catch (cause) {
      throw new Error(
        `The run “${name}” can’t be read: remove it under Runs, then go on. ${messageOf(cause)}`,
        { cause },
      );
    }
  }

  begin(header: RunHeader): Promise<void> {
    return this.#parts.store.create(header);
  }

  add(runId: string, event: DurableEvent): Promise<void> {
    return this.#parts.store.append(runId, [event]);
  }

  async finish(runId: string): Promise<void> {
    this.#held.get(runId)?.();
    this.#held.delete(runId);
    await this.#parts.onFinished(runId);
  }

  /** Lets go of the runs that were stopped. */
  close(): void {
    for (const letGo of this.#held.values()) letGo();
    this.#held.clear();
  }
}
