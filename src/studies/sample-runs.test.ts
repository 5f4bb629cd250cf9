import { expect, it } from 'vitest';
import {
  failedNodes,
  failedRewards,
  makeArm,
  replay,
  PolicyError,
  type DurableEvent,
  type Policy,
  type RunHeader,
  type StoredRun,
} from '../core/index.ts';
import { fakePlan, fakePolicy, fakeRewardModel, tickingClock } from '../core/testing/fake-run.ts';
import { sampleRuns, type QueuedRun } from './sample-runs.ts';
import { TextsCount } from './texts-progress.ts';

const never = new AbortController().signal;
const rewardModel = fakeRewardModel(({ response }) => response.length);
const ARMS = [makeArm('prs', 4, [2, 2]), makeArm('prand', 4, [4])];
/** Two drafts, feedback, two refinements; the other arm shares two of its drafts. */
const TEXTS = 7;

function queued(count: number): readonly QueuedRun[] {
  return Array.from({ length: count }, (_, place) => ({
    id: `run-${String(place)}`,
    name: 'Test',
    plan: fakePlan(ARMS, { seed: place }),
  }));
}

/** Keeps runs in memory, and what was told when. */
function memoryKeeping() {
  const kept = new Map<string, { readonly header: RunHeader; readonly events: DurableEvent[] }>();
  const finished: string[] = [];
  return {
    kept,
    finished,
    load: ({ id }: QueuedRun): StoredRun | null => kept.get(id) ?? null,
    begin: (header: RunHeader) => void kept.set(header.id, { header, events: [] }),
    add: (id: string, event: DurableEvent) => void kept.get(id)?.events.push(event),
    finish: (id: string) => void finished.push(id),
  };
}

function partsWith(policy: Policy) {
  const keeping = memoryKeeping();
  const count = new TextsCount(10, 0, TEXTS, 0);
  const makeRewardModel = () => Promise.resolve(rewardModel);
  const parts = { policy, makeRewardModel, clock: tickingClock(), inFlight: 8, again: false };
  return { ...parts, keeping, count };
}

/** A policy whose calls wait until the test lets them go on; it tells how many are under way. */
function heldPolicy() {
  const held: (() => void)[] = [];
  let underWay = 0;
  let most = 0;
  const policy = fakePolicy(({ seed }) => `word ${String(seed % 7)}`, 1);
  return {
    held,
    most: () => most,
    asked: policy.asked,
    policy: {
      ...policy,
      async *generate(...[request, signal]: Parameters<Policy['generate']>) {
        most = Math.max(most, (underWay += 1));
        await new Promise<void>((resolve) => held.push(resolve));
        underWay -= 1;
        yield* policy.generate(request, signal);
      },
    },
  };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

it('keeps the places of the flight taken, with few runs open, and finishes each once', async () => {
  const { policy, held, most, asked } = heldPolicy();
  const parts = partsWith(policy);
  const over = new AbortController();
  const sampling = sampleRuns(queued(10), parts, never).finally(() => {
    over.abort();
  });
  const atOnce: number[] = [];
  const open: number[] = [];
  await settle();
  for (let turn = 0; turn < 1000 && !over.signal.aborted; turn += 1) {
    atOnce.push(held.length);
    open.push(parts.keeping.kept.size - parts.keeping.finished.length);
    held.splice(0, 1)[0]?.();
    await settle();
  }
  await sampling;
  expect(parts.keeping.finished.toSorted()).toEqual(
    queued(10)
      .map(({ id }) => id)
      .toSorted(),
  );
  expect(asked).toHaveLength(10 * TEXTS);
  expect(most()).toBe(8);
  // Full until the last runs are under way.
  expect(new Set(atOnce.slice(0, 5 * TEXTS))).toEqual(new Set([8]));
  expect(Math.max(...open)).toBeLessThanOrEqual(8);
  expect(parts.count.at(0)).toMatchObject({ runsDone: 10, textsDone: 70, texts: 70, failed: 0 });
});

it('asks for nothing twice that is kept, whenever it is stopped', async () => {
  const answer = ({ seed }: { readonly seed: number }): string => `word ${String(seed % 7)}`;
  const whole = partsWith(fakePolicy(answer));
  await sampleRuns(queued(4), whole, never);
  const policy = fakePolicy(answer);
  const parts = partsWith(policy);
  let stops = 0;
  for (; parts.keeping.finished.length < 4 && stops < 100; stops += 1) {
    const stop = new AbortController();
    let texts = 0;
    const add = (id: string, event: DurableEvent): void => {
      parts.keeping.add(id, event);
      if ('text' in event && (texts += 1) === 2) stop.abort();
    };
    const left = queued(4).filter(({ id }) => !parts.keeping.finished.includes(id));
    await sampleRuns(left, { ...parts, keeping: { ...parts.keeping, add } }, stop.signal);
  }
  expect(stops).toBeGreaterThan(4);
  // Those under way are lost.
  expect(policy.asked.length).toBeLessThanOrEqual(4 * TEXTS + stops * 8);
  for (const [id, { events }] of whole.keeping.kept) {
    expect(resultsOf(parts.keeping.kept.get(id)?.events ?? [])).toEqual(resultsOf(events));
  }
});

/** Texts and rewards, each once, without when they came. */
function resultsOf(events: readonly DurableEvent[]): readonly string[] {
  return events
    .flatMap((event) => {
      if ('text' in event) return [JSON.stringify([event.armId, event.nodeId, event.text])];
      return event.type === 'winner-chosen' ? [JSON.stringify(event)] : [];
    })
    .toSorted();
}

it('ends the queue where the policy fails again and again, and keeps what is finished', async () => {
  const gone = new PolicyError('engine-lost', 'It is gone.');
  const parts = partsWith(fakePolicy((_, call) => (call > 20 ? gone : 'a word')));
  await expect(sampleRuns(queued(10), parts, never)).rejects.toThrow(
    'The policy failed more than 8 times one after another: It is gone.',
  );
  const back = fakePolicy(() => 'a word');
  await sampleRuns(
    queued(10).filter(({ id }) => !parts.keeping.finished.includes(id)),
    { ...parts, policy: back },
    never,
  );
  expect(parts.keeping.finished).toHaveLength(10);
  expect(back.asked).toHaveLength(10 * TEXTS - 20);
});

it('goes on beside a single text that fails, and asks for it again where that is wished', async () => {
  const broken = new PolicyError('engine-failed', 'It broke.');
  const parts = partsWith(fakePolicy((_, call) => (call === 1 ? broken : 'a word')));
  await sampleRuns(queued(2), parts, never);
  expect(parts.count.at(0).failed).toBe(1);
  const policy = fakePolicy(() => 'a word');
  await sampleRuns(queued(2), { ...parts, policy }, never);
  const [first] = parts.keeping.kept.values();
  expect(first === undefined ? [] : failedNodes(replay(first.header, first.events))).toHaveLength(
    1,
  );
  await sampleRuns(queued(2), { ...parts, policy, again: true }, never);
  // The other arm has drawn the same meanwhile.
  expect(policy.asked).toHaveLength(0);
  const states = [...parts.keeping.kept.values()].map(({ header, events }) =>
    failedNodes(replay(header, events)),
  );
  expect(states).toEqual([[], []]);
});

it('asks the scorer again for what it failed on in runs that were stopped, and in ended ones where that is wished', async () => {
  const parts = partsWith(fakePolicy(({ seed }) => `word ${String(seed % 7)}`));
  const scoring = { fails: true };
  const flaky = fakeRewardModel(({ response }) => {
    if (scoring.fails && response.startsWith('word 3')) throw new Error('Out of memory.');
    return response.length;
  });
  const withFlaky = { ...parts, makeRewardModel: () => Promise.resolve(flaky) };
  const stop = new AbortController();
  const add = (id: string, event: DurableEvent): void => {
    parts.keeping.add(id, event);
    if (event.type === 'reward-failed') stop.abort();
  };
  await sampleRuns(queued(6), { ...withFlaky, keeping: { ...parts.keeping, add } }, stop.signal);
  const failedIn = (runs: readonly StoredRun[]): number =>
    runs.reduce((sum, run) => sum + failedRewards(replay(run.header, run.events)), 0);
  const stopped = [...parts.keeping.kept.values()].filter(
    ({ header }) => !parts.keeping.finished.includes(header.id),
  );
  expect(failedIn(stopped)).toBeGreaterThan(0);
  const idsOfStopped = new Set(stopped.map(({ header }) => header.id));
  scoring.fails = false;
  await sampleRuns(
    queued(6).filter(({ id }) => idsOfStopped.has(id)),
    withFlaky,
    never,
  );
  expect(failedIn(stopped)).toBe(0);

  const ended = { ...withFlaky, keeping: memoryKeeping() };
  scoring.fails = true;
  await sampleRuns(queued(6), ended, never);
  const endedRuns = [...ended.keeping.kept.values()];
  const failed = failedIn(endedRuns);
  scoring.fails = false;
  await sampleRuns(queued(6), ended, never);
  expect(failedIn(endedRuns)).toBe(failed);
  await sampleRuns(queued(6), { ...ended, again: true }, never);
  expect([failed > 0, failedIn(endedRuns)]).toEqual([true, 0]);
});

it('ends the queue where the scorer fails again and again, and asks it again when it is back', async () => {
  const policy = fakePolicy(({ seed }) => `word ${String(seed % 7)}`);
  const parts = partsWith(policy);
  const refusing = fakeRewardModel(() => {
    throw new Error('It doesn’t take its key.');
  });
  const withIt = { ...parts, makeRewardModel: () => Promise.resolve(refusing) };
  await expect(sampleRuns(queued(50), withIt, never)).rejects.toThrow(
    'The scorer failed more than 8 times one after another: It doesn’t take its key.',
  );
  expect(policy.asked.length).toBeLessThan(25 * TEXTS);
  await sampleRuns(
    queued(2).filter(({ id }) => !parts.keeping.finished.includes(id)),
    parts,
    never,
  );
  const [first] = parts.keeping.kept.values();
  expect(first === undefined ? -1 : failedRewards(replay(first.header, first.events))).toBe(0);
});

it('ends with what keeping a run threw', async () => {
  const parts = partsWith(fakePolicy(() => 'a word'));
  const full = () => {
    throw new Error('The disk is full.');
  };
  const keeping = { ...parts.keeping, add: full };
  await expect(sampleRuns(queued(10), { ...parts, keeping }, never)).rejects.toThrow(
    'The disk is full.',
  );
});
