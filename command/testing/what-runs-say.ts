import type { StoredRun } from '../../src/core/index.ts';

/** What a run's file says, without when it happened and which id the run has. */
export function withoutTimes(run: StoredRun): unknown {
  const times = new Set(['at', 'createdAt', 'startedAt', 'endedAt', 'id']);
  return JSON.parse(
    JSON.stringify(run, (key, value: unknown) =>
      times.has(key) && (key !== 'id' || value === run.header.id) ? undefined : value,
    ),
  );
}

/**
 * What runs say by their ids, without what hangs on which call ends first: times, the order of events, and which of two arms that ask
 * for the same text asked first. A step that a kill cut off is told of again when the run goes on: here it stands once.
 */
export function sayingsOf(runs: readonly StoredRun[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    runs
      .toSorted((one, other) => (one.header.id < other.header.id ? -1 : 1))
      .map(({ header, events }) => {
        const said = events.map((event) =>
          JSON.stringify(withoutTimes({ header, events: [event] }), (key, value: unknown) =>
            key === 'drawnFor' ? undefined : value,
          ),
        );
        return [header.id, [...new Set(said)].sort()];
      }),
  );
}

/** Texts that stand there more than once, by run, arm and node; a run that stands there twice has all of its texts twice. */
export function textsTwice(runs: readonly StoredRun[]): readonly string[] {
  const seen = new Set<string>();
  return runs.flatMap(({ header, events }) =>
    events.flatMap((event) => {
      if (!('text' in event)) return [];
      const address = `${header.id} ${event.armId} ${event.nodeId}`;
      const isTwice = seen.has(address);
      seen.add(address);
      return isTwice ? [address] : [];
    }),
  );
}

/** How many texts were asked of the model: what an arm took over from another was not. */
export function drawnTexts(runs: readonly StoredRun[]): number {
  return runs.reduce((sum, { events }) => {
    const texts = events.filter((event) => 'text' in event).length;
    // A kill in the midst has it told of twice.
    const takenOver = events.flatMap((event) =>
      'drawnFor' in event ? [`${event.armId} ${event.nodeId}`] : [],
    );
    return sum + texts - new Set(takenOver).size;
  }, 0);
}
