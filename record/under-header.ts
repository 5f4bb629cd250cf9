import type { RunHeader, StoredRun } from '../src/core/index.ts';

/** A run's events under another header, which the first of them holds too. */
export function underHeader(header: RunHeader, events: StoredRun['events']): StoredRun {
  return {
    header,
    events: events.map((event) =>
      event.type === 'run-started' ? { ...event, run: header } : event,
    ),
  };
}
