import {
  type DurableEvent,
  messageOf,
  type RunHeader,
  type RunStore,
  StorageError,
  type StoredRun,
} from '../core/index.ts';
import type { Schedule } from './observable.ts';

/** What of a run is not stored, by what the store has confirmed. */
export interface Keeping {
  /** Events that the store has not confirmed. */
  readonly waiting: number;
  /** Finished texts among them. */
  readonly waitingTexts: number;
  /** Why the last try failed, a sentence; null where none has failed since all was stored. */
  readonly problem: string | null;
  /** Whether the stored run was deleted, for example in another tab: it is kept again only where a person wishes so. */
  readonly deleted: boolean;
}

export interface RunKeeperParts {
  readonly store: Pick<RunStore, 'create' | 'append'>;
  /** Tries again what failed, a while later. */
  readonly retryLater: Schedule;
  readonly onChange: (keeping: Keeping) => void;
}

/**
 * Keeps one run: hands its events to the store in their order, one write at a time, and those that the store refuses again when
 * there may be room: with the next event, after a while, or when a person asks. So a log is always the beginning of what
 * happened, never with a gap, and a moment without room costs nothing.
 */
export class RunKeeper {
  readonly #parts: RunKeeperParts;
  #header: RunHeader;
  readonly #events: DurableEvent[];
  /** How many of the events the store has confirmed. */
  #stored: number;
  #created: boolean;
  #problem: string | null = null;
  #deleted = false;
  #writing: Promise<void> | null = null;
  #retryIsDue = false;

  /** @param stored the run as it is stored; without it, one is begun */
  constructor(parts: RunKeeperParts, header: RunHeader, stored: StoredRun | null = null) {
    this.#parts = parts;
    this.#header = header;
    this.#events = [...(stored?.events ?? [])];
    this.#stored = this.#events.length;
    this.#created = stored !== null;
  }

  /** All that was told of the run, stored or not. */
  get run(): StoredRun {
    return { header: this.#header, events: [...this.#events] };
  }

  get keeping(): Keeping {
    const waiting = this.#events.slice(this.#stored);
    return {
      waiting: waiting.length,
      waitingTexts: waiting.filter(isText).length,
      problem: this.#problem,
      deleted: this.#deleted,
    };
  }

  /** The name that the run has from now on, also in a log that is written again. */
  rename(name: string): void {
    this.#header = { ...this.#header, name };
  }

  /** Begins the run's log. Resolves when it is stored or could not be. */
  begin(): Promise<void> {
    return this.#write();
  }

  /** Resolves when the event is stored or could not be. */
  add(event: DurableEvent): Promise<void> {
    this.#events.push(event);
    return this.#write();
  }

  /** Tries again what could not be stored. A run that was deleted is stored anew, as the person wishes. */
  retry(): Promise<void> {
    if (this.#deleted) {
      this.#deleted = false;
      this.#created = false;
      this.#stored = 0;
    }
    return this.#write();
  }

  /** All who call while a write is under way wait for the one that carries their events too. */
  #write(): Promise<void> {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
    });
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    try {
      while (!this.#deleted && (!this.#created || this.#stored < this.#events.length)) {
        await this.#writeSome();
      }
      this.#set(this.#deleted ? this.#problem : null);
    } catch (error) {
      this.#deleted = error instanceof StorageError && error.kind === 'missing';
      this.#set(messageOf(error));
      if (!this.#deleted) this.#retryAfterAWhile();
    }
  }

  async #writeSome(): Promise<void> {
    const { store } = this.#parts;
    if (!this.#created) {
      await store.create(this.#header);
      this.#created = true;
      return;
    }
    const events = this.#events.slice(this.#stored);
    await store.append(this.#header.id, events);
    this.#stored += events.length;
  }

  #retryAfterAWhile(): void {
    if (this.#retryIsDue) return;
    this.#retryIsDue = true;
    this.#parts.retryLater(() => {
      this.#retryIsDue = false;
      if (!this.#deleted) void this.#write();
    });
  }

  #set(problem: string | null): void {
    const changed = problem !== null || this.#problem !== null;
    this.#problem = problem;
    if (changed) this.#parts.onChange(this.keeping);
  }
}

function isText({ type }: DurableEvent): boolean {
  return (
    type === 'draft-finished' || type === 'feedback-finished' || type === 'refinement-finished'
  );
}
