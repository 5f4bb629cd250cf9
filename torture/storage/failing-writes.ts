/** How a browser's storage refuses a write. */
export type Refusal = 'no-room' | 'aborted' | 'disk-error' | 'connection-lost';

export const REFUSALS: readonly Refusal[] = ['no-room', 'aborted', 'disk-error', 'connection-lost'];

export interface FailingWrites {
  /** Writes that were asked for since the beginning. */
  readonly asked: number;
  /** Writes that were refused. */
  readonly refused: number;
  /** Refuses the write that is the given one from the beginning, counted from 0, and `count` in all. */
  refuse(how: Refusal, from: number, count: number): void;
  /** Refuses nothing from now on. */
  relent(): void;
  /** Takes the hands off the storage. */
  letGo(): void;
}

/** Stands between the page's code and IndexedDB, and refuses what is put or deleted when it is told to. */
export function failingWrites(): FailingWrites {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- each is applied to the store that it is called on
  const { put, delete: remove } = IDBObjectStore.prototype;
  const state = { asked: 0, refused: 0, how: REFUSALS[0], from: 0, until: 0 };
  const isRefused = (): boolean => {
    const place = state.asked;
    state.asked += 1;
    if (place < state.from || place >= state.until) return false;
    state.refused += 1;
    return true;
  };
  IDBObjectStore.prototype.put = function (...call): IDBRequest<IDBValidKey> {
    return isRefused()
      ? refusing(this, state.how, () => put.apply(this, call))
      : put.apply(this, call);
  };
  IDBObjectStore.prototype.delete = function (...call): IDBRequest<undefined> {
    return isRefused()
      ? refusing(this, state.how, () => remove.apply(this, call))
      : remove.apply(this, call);
  };
  return {
    get asked() {
      return state.asked;
    },
    get refused() {
      return state.refused;
    },
    refuse: (how, from, count) => {
      Object.assign(state, { how, from, until: from + count });
    },
    relent: () => {
      state.until = 0;
    },
    letGo: () => {
      Object.assign(IDBObjectStore.prototype, { put, delete: remove });
    },
  };
}

function refusing<Answer>(
  store: IDBObjectStore,
  how: Refusal | undefined,
  write: () => IDBRequest<Answer>,
): IDBRequest<Answer> {
  switch (how) {
    case 'aborted': {
      const request = write();
      store.transaction.abort();
      return request;
    }
    case 'connection-lost':
      store.transaction.db.close();
      throw new DOMException('The connection is closing.', 'InvalidStateError');
    case 'disk-error':
      throw new DOMException('Internal error.', 'UnknownError');
    default:
      throw new DOMException('No room.', 'QuotaExceededError');
  }
}
