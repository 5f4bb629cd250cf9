import {
  messageOf,
  type DurableEvent,
  type RunHeader,
  type RunStore,
  type StoredRun,
} from '../../core/index.ts';
import type { RunLocks } from '../../runs/index.ts';
import type { QueuedRun, QueueKeeping } from '../sample-runs.ts';
import { addressOf } from '../texts-progress.ts';

export interface KeepInStoreParts {
  readonly store: Pick<RunStore, 'create' | 'append' | 'load'>;
  readonly locks: Pick<RunLocks, 'hold'>;
  /** Called when all of a run is stored, with on how many responses its scorer failed. */
  readonly onFinished: (runId: string, unscored: number) => Promise<void>;
}

/** Keeps the runs of a queue among all others of the browser. Each is held while it is sampled, so that no other tab goes on with it. */
export class KeepInStore implements QueueKeeping {
  readonly #parts: KeepInStoreParts;
  readonly #held = new Map<string, () => void>();
  /** Responses on which the scorer failed, of each run that is sampled. */
  readonly #unscored = new Map<string, Set<string>>();

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
      const stored = await store.load(id);
      for (const event of stored?.events ?? []) this.#note(id, event);
      return stored;
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
    this.#note(runId, event);
    return this.#parts.store.append(runId, [event]);
  }

  async finish(runId: string): Promise<void> {
    this.#held.get(runId)?.();
    this.#held.delete(runId);
    const unscored = this.#unscored.get(runId)?.size ?? 0;
    this.#unscored.delete(runId);
    await this.#parts.onFinished(runId, unscored);
  }

  #note(runId: string, event: DurableEvent): void {
    if (event.type !== 'reward-given' && event.type !== 'reward-failed') return;
    const unscored = this.#unscored.get(runId) ?? new Set();
    this.#unscored.set(runId, unscored);
    const address = addressOf(event);
    const isFailed = event.type === 'reward-failed' || event.otherProblem !== undefined;
    if (isFailed) unscored.add(address);
    else unscored.delete(address);
  }

  /** Lets go of the runs that were stopped. */
  close(): void {
    for (const letGo of this.#held.values()) letGo();
    this.#held.clear();
  }
}
