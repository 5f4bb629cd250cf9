/** A stream whose one end is pushed to by callbacks and whose other end is read by `for await`. */
export interface Channel<Item> {
  readonly push: (item: Item) => void;
  /** Ends the stream after what was pushed. */
  readonly close: () => void;
  /** Ends the stream after what was pushed, by throwing at the reader. */
  readonly fail: (reason: unknown) => void;
  /** For one reader. */
  readonly items: AsyncIterable<Item>;
}

type Ending = { readonly kind: 'closed' } | { readonly kind: 'failed'; readonly reason: unknown };

export function openChannel<Item>(): Channel<Item> {
  const waiting: Item[] = [];
  let ending: Ending | null = null;
  let wake: () => void = () => undefined;

  const end = (how: Ending): void => {
    ending ??= how;
    wake();
  };
  async function* read(): AsyncGenerator<Item, void, undefined> {
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) yield next;
      else if (ending === null) await new Promise<void>((resolve) => (wake = resolve));
      else if (ending.kind === 'closed') return;
      else throw ending.reason;
    }
  }
  return {
    push: (item) => {
      if (ending !== null) return;
      waiting.push(item);
      wake();
    },
    close: () => {
      end({ kind: 'closed' });
    },
    fail: (reason) => {
      end({ kind: 'failed', reason });
    },
    items: { [Symbol.asyncIterator]: read },
  };
}
