import { describe, expect, it } from 'vitest';
import { StorageError, type RunStore } from '../core/index.ts';
import {
  fakeStore,
  onceAsked,
  loaded,
  request,
  scorer,
  setUp,
  SOURCE,
  type Stored,
} from './testing/set-up.ts';

const FULL = new StorageError('full', 'No room.');

/** A store that refuses what is added while `error` is set. */
function moody(runs: Map<string, Stored>) {
  const store = fakeStore(runs);
  const mood: { error: Error | null } = { error: null };
  const append: RunStore['append'] = (id, events) => {
    if (mood.error !== null) return Promise.reject(mood.error);
    if (!runs.has(id)) return Promise.reject(new StorageError('missing', 'It was deleted.'));
    return store.append(id, events);
  };
  return { store: { ...store, append }, mood };
}

describe('a run that the storage refuses for a while', () => {
  it('is stored whole when there is room again, and says so', async () => {
    const runs = new Map<string, Stored>();
    const { store, mood } = moody(runs);
    const policy = loaded();
    const { controller } = setUp({ policy, store });
    onceAsked(controller, policy, () => {
      mood.error = FULL;
    });
    const problems = new Set<string | null>();
    controller.view.subscribe(() => {
      problems.add(controller.view.getSnapshot().storageProblem);
      if (policy.asked.length >= 5) mood.error = null;
    });
    await controller.start(request);
    expect([...problems]).toEqual([null, 'No room.']);
    expect(controller.view.getSnapshot()).toMatchObject({
      storageProblem: null,
      keeping: { waiting: 0, waitingTexts: 0 },
    });
    expect(runs.get('run-1')?.events).toEqual(controller.runOnScreen()?.events);
    expect(runs.get('run-1')?.events.at(-1)?.type).toBe('run-finished');
  });

  it('goes on from what is on screen, and can be handed over at any time', async () => {
    const runs = new Map<string, Stored>();
    const { store, mood } = moody(runs);
    const policy = loaded();
    const { controller } = setUp({ policy, store });
    onceAsked(controller, policy, () => {
      mood.error = FULL;
    });
    const stopping = controller.view.subscribe(() => {
      if (policy.asked.length === 4) controller.stop();
    });
    await controller.start(request);
    stopping();
    const { keeping, state } = controller.view.getSnapshot();
    expect(state).toBe('stopped');
    expect(keeping?.waitingTexts).toBeGreaterThan(0);
    const before = controller.runOnScreen();
    expect(before?.events.length).toBeGreaterThan(runs.get('run-1')?.events.length ?? 0);
    await controller.resume(SOURCE, scorer);
    expect(controller.view.getSnapshot().state).toBe('finished');
    expect(controller.runOnScreen()?.events.slice(0, before?.events.length)).toEqual(
      before?.events,
    );
    mood.error = null;
    await controller.keepAgain();
    expect(runs.get('run-1')?.events).toEqual(controller.runOnScreen()?.events);
  });

  it('is kept again where it was deleted in another tab, only if a person wishes', async () => {
    const runs = new Map<string, Stored>();
    const { store } = moody(runs);
    const policy = loaded();
    const { controller } = setUp({ policy, store });
    onceAsked(controller, policy, () => {
      runs.delete('run-1');
    });
    await controller.start(request);
    const { state, keeping, storageProblem } = controller.view.getSnapshot();
    expect({ state, storageProblem }).toEqual({
      state: 'finished',
      storageProblem: 'It was deleted.',
    });
    expect(keeping?.deleted).toBe(true);
    expect(runs.size).toBe(0);
    await controller.keepAgain();
    expect(runs.get('run-1')?.events).toEqual(controller.runOnScreen()?.events);
    expect(controller.view.getSnapshot().storageProblem).toBeNull();
  });
});

describe('a run that another tab samples', () => {
  it('is shown as that and can’t be continued, and is read anew when the other lets go', async () => {
    const runs = new Map<string, Stored>();
    await setUp({ store: fakeStore(runs) }).controller.start(request);
    const events = runs.get('run-1')?.events ?? [];
    const rest = events.splice(8);
    let letGo: () => void = () => undefined;
    const freed = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { controller } = setUp({ store: fakeStore(runs), taken: true, freed });
    await controller.open('run-1');
    expect(controller.view.getSnapshot().state).toBe('elsewhere');
    events.push(...rest);
    letGo();
    await expect.poll(() => controller.view.getSnapshot().state).toBe('finished');
  });
});

describe('a clock that jumps', () => {
  it('leaves no time behind that goes back or is none', async () => {
    const runs = new Map<string, Stored>();
    const times = [5000, Number.NaN, 3000, 9000, -1, Number.NaN];
    let looks = 0;
    const clock = { now: () => times[(looks += 1) % times.length] ?? 0 };
    const { controller } = setUp({ store: fakeStore(runs), clock });
    await controller.start(request);
    const at = (runs.get('run-1')?.events ?? []).flatMap((event) =>
      'at' in event ? [event.at] : [],
    );
    expect(at.every((moment, place) => moment >= (at[place - 1] ?? 0))).toBe(true);
  });
});
