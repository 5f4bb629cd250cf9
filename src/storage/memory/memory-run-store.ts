import {
  type DurableEvent,
  type OriginElsewhere,
  type RunHeader,
  type RunList,
  type RunStore,
  type RunSummary,
  type StoredRun,
} from '../../core/index.ts';
import { missingRun, takenId } from '../storage-failures.ts';
import { placeImport, readImport } from '../place-imported-run.ts';
import { longerRow, newRow, renamedRow, type RunRow, summariseRow } from '../run-row.ts';
import { writableEvent, writableHeader } from '../schema/check-writable.ts';
import { withHeader } from '../schema/run-as-stored.ts';
import { newestFirst } from '../run-summary.ts';

interface HeldRun {
  readonly row: RunRow;
  readonly events: readonly DurableEvent[];
}

/** Holds runs as long as the page is open: for browsers without storage, and for tests. */
export class MemoryRunStore implements RunStore {
  readonly kept = false;
  readonly #runs = new Map<string, HeldRun>();
  readonly #newId: () => string;

  /** @param newId gives an id that no run has */
  constructor(newId: () => string) {
    this.#newId = newId;
  }

  create(header: RunHeader): Promise<void> {
    return promised(() => {
      if (this.#runs.has(header.id)) throw takenId();
      this.#runs.set(header.id, {
        row: newRow(writableHeader(header), 'sampled', null),
        events: [],
      });
    });
  }

  append(runId: string, events: readonly DurableEvent[]): Promise<void> {
    return promised(() => {
      const held = this.#held(runId);
      const row = longerRow(held.row, events);
      this.#runs.set(runId, { row, events: [...held.events, ...events.map(writableEvent)] });
    });
  }

  load(runId: string): Promise<StoredRun | null> {
    return promised(() => {
      const held = this.#runs.get(runId);
      return held === undefined ? null : storedRun(held);
    });
  }

  count(): Promise<number> {
    return Promise.resolve(this.#runs.size);
  }

  async newest(most: number): Promise<readonly RunSummary[]> {
    return (await this.list()).runs.slice(0, most);
  }

  /** None is unreadable: nothing but this page can change its memory. */
  list(): Promise<RunList> {
    return promised(() => ({
      runs: [...this.#runs.values()].map(({ row }) => summariseRow(row)).sort(newestFirst),
      unreadable: [],
    }));
  }

  rename(runId: string, name: string): Promise<void> {
    return promised(() => {
      const held = this.#held(runId);
      this.#runs.set(runId, { ...held, row: renamedRow(held.row, name) });
    });
  }

  remove(runId: string): Promise<void> {
    return promised(() => {
      this.#runs.delete(runId);
    });
  }

  importRun(imported: StoredRun, origin: OriginElsewhere = 'imported'): Promise<string> {
    return promised(() => {
      const run = readImport(imported);
      const sourceId = run.header.id;
      const candidates = [...this.#runs.values()]
        .filter(({ row }) => row.header.id === sourceId || row.sourceId === sourceId)
        .map(storedRun);
      const place = placeImport(run, candidates, this.#runs.has(sourceId), this.#newId);
      if (place.status === 'present') return place.id;
      const { header, events } = place.run;
      this.#runs.set(header.id, {
        row: longerRow(newRow(header, origin, sourceId), events),
        events,
      });
      return header.id;
    });
  }

  #held(runId: string): HeldRun {
    const held = this.#runs.get(runId);
    if (held === undefined) throw missingRun();
    return held;
  }
}

function storedRun({ row, events }: HeldRun): StoredRun {
  return withHeader(row.header, events);
}

/** A promise of what `action` returns, or throws. */
function promised<Value>(action: () => Value): Promise<Value> {
  return new Promise((resolve) => {
    resolve(action());
  });
}
