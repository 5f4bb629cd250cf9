import { expect, test } from 'vitest';
import type { LoadProgress } from '../core/index.ts';
import { RewardModelSession, type HeldRewardModel, type LoadRewardModel } from './index.ts';
import { atOnce, rewardModel } from './testing/set-up.ts';

interface Choice {
  readonly name: string;
}

const ONE: Choice = { name: 'one' };
const OTHER: Choice = { name: 'other' };
const never = new AbortController().signal;
const HALFWAY: LoadProgress = {
  stage: 'download',
  loadedBytes: 1,
  totalBytes: 2,
  fraction: 0.5,
  message: 'Halfway',
};

/** What becomes of a load that has got halfway. */
type Ending = (signal: AbortSignal) => Promise<void>;

const loads: Ending = () => Promise.resolve();
const fails: Ending = () => Promise.reject(new Error('The disk is full. Free some space.'));
const waitsForAbort: Ending = (signal) =>
  new Promise((_, reject) => {
    const stop = (): void => {
      reject(new Error('aborted'));
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });

/** A session whose loads end as told, one after another, and a diary of what was loaded and given back. */
function setUp(...endings: readonly Ending[]) {
  const diary: string[] = [];
  const left = [...endings];
  const load: LoadRewardModel<Choice> = async ({ name }, onProgress, signal) => {
    diary.push(`load ${name}`);
    const end = left.shift() ?? loads;
    onProgress(HALFWAY);
    await end(signal).catch((error: unknown) => {
      diary.push(`end ${name}`);
      throw error;
    });
    const unload = (): Promise<void> => Promise.resolve(void diary.push(`unload ${name}`));
    return { ...rewardModel, unload };
  };
  const session = new RewardModelSession(load, atOnce);
  const status = (): string => session.state.getSnapshot().status;
  return { diary, session, status };
}

/** Acts once, when a load has got halfway. */
function halfway(session: RewardModelSession<Choice>, act: () => void): void {
  const unsubscribe = session.state.subscribe(() => {
    const state = session.state.getSnapshot();
    if (state.status !== 'loading' || state.progress !== HALFWAY) return;
    unsubscribe();
    act();
  });
}

test('a choice is loaded once for all who wait for it, telling how far it is', async () => {
  const { diary, session } = setUp();
  const seen: string[] = [];
  session.state.subscribe(() => {
    const state = session.state.getSnapshot();
    seen.push(state.status === 'loading' ? state.progress.message : state.status);
  });
  const [one, same] = await Promise.all([session.ensure(ONE, never), session.ensure(ONE, never)]);
  expect(one).toBe(same);
  expect(await session.ensure(ONE, never)).toBe(one);
  expect(await session.inMemory()).toBe(one);
  expect(diary).toEqual(['load one']);
  expect(seen).toEqual(['Getting ready', 'Halfway', 'ready']);
});

test('the former’s memory is given back before another is loaded', async () => {
  const { diary, session } = setUp();
  await session.ensure(ONE, never);
  await session.ensure(OTHER, never);
  expect(diary).toEqual(['load one', 'unload one', 'load other']);
  expect(session.state.getSnapshot()).toMatchObject({ status: 'ready', choice: OTHER });
});

test('a load that another replaces ends first, and says nothing more', async () => {
  const { diary, session } = setUp(waitsForAbort);
  const others: Promise<HeldRewardModel>[] = [];
  halfway(session, () => void others.push(session.ensure(OTHER, never)));
  await expect(session.ensure(ONE, never)).rejects.toThrow('aborted');
  await Promise.all(others);
  expect(diary).toEqual(['load one', 'end one', 'load other']);
  expect(session.state.getSnapshot()).toMatchObject({ status: 'ready', choice: OTHER });
});

test('a model that is there just as its load is stopped is given back', async () => {
  const { diary, session, status } = setUp();
  halfway(session, () => {
    session.cancelLoading();
  });
  await expect(session.ensure(ONE, never)).rejects.toThrow(/abort/i);
  expect(diary).toEqual(['load one', 'unload one']);
  expect(status()).toBe('none');
});

test('whoever asked can stop the load, and one who comes too late loads nothing', async () => {
  const { diary, session, status } = setUp(waitsForAbort);
  const abort = new AbortController();
  halfway(session, () => {
    abort.abort();
  });
  await expect(session.ensure(ONE, abort.signal)).rejects.toThrow('aborted');
  expect(status()).toBe('none');
  await expect(session.ensure(OTHER, abort.signal)).rejects.toThrow(/abort/i);
  expect(diary).toEqual(['load one', 'end one']);
});

test('a load that fails says why, and can be tried again', async () => {
  const { diary, session, status } = setUp(fails, loads);
  await expect(session.ensure(ONE, never)).rejects.toThrow('The disk is full');
  expect(session.state.getSnapshot()).toEqual({
    status: 'failed',
    choice: ONE,
    message: 'The disk is full. Free some space.',
  });
  await session.ensure(ONE, never);
  expect(status()).toBe('ready');
  expect(diary).toEqual(['load one', 'end one', 'load one']);
});

test('its memory can be given back; a scorer that asks then is told what to do', async () => {
  const { diary, session, status } = setUp();
  await session.ensure(ONE, never);
  await session.unload();
  expect(status()).toBe('none');
  expect(diary).toEqual(['load one', 'unload one']);
  await expect(session.inMemory()).rejects.toThrow('No reward model is loaded: choose');
  await session.unload();
  await session.ensure(ONE, never);
  expect(diary).toEqual(['load one', 'unload one', 'load one']);
});

test('giving back while it loads stops the load', async () => {
  const { session, status } = setUp(waitsForAbort);
  const told: unknown[] = [];
  halfway(session, () => {
    void session.inMemory().catch((error: unknown) => told.push(error));
    void session.unload();
  });
  await expect(session.ensure(ONE, never)).rejects.toThrow('aborted');
  expect(status()).toBe('none');
  expect(String(told[0])).toContain('still being loaded');
});

test('of two that wait for a load one may leave, and the other gets it', async () => {
  let finish: () => void = () => undefined;
  const { diary, session } = setUp(() => new Promise((resolve) => (finish = resolve)));
  const abort = new AbortController();
  const one = session.ensure(ONE, abort.signal);
  const other = session.ensure(ONE, never);
  abort.abort(new Error('left'));
  await expect(one).rejects.toThrow('left');
  finish();
  expect(await other).toBe(await session.inMemory());
  expect(diary).toEqual(['load one']);
});

test('the load is stopped when the last of those that wait for it leaves', async () => {
  const { diary, session, status } = setUp(waitsForAbort);
  const aborts = [new AbortController(), new AbortController()];
  const waiting = aborts.map(({ signal }) => session.ensure(ONE, signal));
  for (const abort of aborts) abort.abort();
  const ends = await Promise.allSettled(waiting);
  expect(ends.map(({ status: end }) => end)).toEqual(['rejected', 'rejected']);
  expect(status()).toBe('none');
  expect(diary).toEqual(['load one', 'end one']);
});
