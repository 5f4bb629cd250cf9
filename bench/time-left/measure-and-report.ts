import { readRecordings } from '../../record/run-files.ts';
import { replay, type RunEvent, type StoredRun } from '../../src/core/index.ts';
import { progressOf } from '../../src/runs/index.ts';

/** So many texts have their reward when the page is asked. */
const TEXTS = [4, 8, 16] as const;
/** What is said may be a third off. */
const MOST_OFF = 1 / 3;

/** Prints, for each recorded run, the time left that was said over the time left that was. */
export async function measureAndReport(): Promise<void> {
  const rows = [...(await readRecordings())].map(([name, run]) => ({
    name,
    said: saidOverTaken(run),
  }));
  const asked = TEXTS.map((count) => `after ${String(count)}`);
  console.log(
    `| recorded run | ${asked.join(' | ')} |\n| --- | ${TEXTS.map(() => '--:').join(' | ')} |`,
  );
  for (const { name, said } of rows) {
    console.log(`| ${name} | ${said.map((each) => each?.toFixed(2) ?? '–').join(' | ')} |`);
  }
  const within = TEXTS.map((_, place) => {
    const known = rows.flatMap(({ said }) => said[place] ?? []);
    const near = known.filter((each) => Math.abs(each - 1) <= MOST_OFF);
    return `${String(near.length)} of ${String(known.length)}`;
  });
  console.log(`| within a third | ${within.join(' | ')} |`);
}

/** 1 is right; null where the run had no so many texts. */
function saidOverTaken({ header, events }: StoredRun): readonly (number | null)[] {
  const planned = new Set(header.plan.arms.map(({ id }) => id));
  const end =
    momentOf(events.find(({ type }) => type === 'arms-added')) ?? Number.POSITIVE_INFINITY;
  const own = events
    .flatMap((event) => {
      const at = momentOf(event);
      const isPlanned = !('armId' in event) || planned.has(event.armId);
      return at !== null && isPlanned && at <= end && event.type !== 'arms-added'
        ? [{ event, at }]
        : [];
    })
    .toSorted((one, other) => one.at - other.at);
  const last = own.at(-1)?.at ?? 0;
  const rewards = own.filter(({ event }) => event.type === 'reward-given');
  return TEXTS.map((count) => {
    const now = rewards[count - 1]?.at;
    if (now === undefined) return null;
    const told = own.filter(({ at }) => at <= now).map(({ event }) => event);
    const { secondsLeft } = progressOf(replay(header, told).arms);
    return secondsLeft === null ? null : secondsLeft / ((last - now) / 1000);
  });
}

/** When it happened, in milliseconds since the epoch; null where it doesn't say. */
function momentOf(event: RunEvent | undefined): number | null {
  if (event === undefined) return null;
  if (event.type === 'reward-given') return event.took?.endedAt ?? null;
  return 'at' in event ? event.at : null;
}
