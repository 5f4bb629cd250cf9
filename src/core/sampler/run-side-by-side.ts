/**
 * Runs generators side by side, at most `limit` at once, started in order; yields what they yield as it comes.
 * Leaving early, or one of them throwing, closes those that are still open.
 */
export async function* merge<Item>(
  generators: readonly AsyncGenerator<Item, void>[],
  limit: number,
): AsyncGenerator<Item, void> {
  const waiting = [...generators];
  const open = new Map<AsyncGenerator<Item, void>, Promise<Step<Item>>>();
  const advance = (generator: AsyncGenerator<Item, void>): void => {
    open.set(
      generator,
      generator.next().then((result) => ({ generator, result })),
    );
  };
  try {
    while (waiting.length > 0 || open.size > 0) {
      while (open.size < Math.max(1, limit)) {
        const next = waiting.shift();
        if (next === undefined) break;
        advance(next);
      }
      const { generator, result } = await Promise.race(open.values());
      if (result.done === true) {
        open.delete(generator);
      } else {
        advance(generator);
        yield result.value;
      }
    }
  } finally {
    await closeAll(open);
  }
}

interface Step<Item> {
  readonly generator: AsyncGenerator<Item, void>;
  readonly result: IteratorResult<Item, void>;
}

async function closeAll<Item>(
  open: ReadonlyMap<AsyncGenerator<Item, void>, Promise<Step<Item>>>,
): Promise<void> {
  // A step under way may still reject; the error that closed the merge is the one to report.
  await Promise.allSettled(
    [...open].flatMap(([generator, step]) => [step, generator.return(undefined)]),
  );
}
