import { expect, it } from 'vitest';
import {
  type DurableEvent,
  type GenerationRequest,
  messageOf,
  type Policy,
  PolicyError,
  StorageError,
} from './core/index.ts';
import { fakePolicy } from './core/testing/fake-run.ts';
import { loaded, OTHER, SOURCE } from './runs/testing/set-up.ts';
import { IDLE } from './runs/run-view.ts';
import {
  begun,
  browser,
  openPage,
  rewardModel,
  RUNS,
  study,
  TEXTS,
  viewOf,
} from './testing/study-page.ts';

/** The same as a page has it that can be killed: nothing that it asks for then is done or answered. */
function mortal({ held, locks, runs, studies }: ReturnType<typeof browser>) {
  let isDead = false;
  const alive =
    <Asked extends unknown[], Value>(ask: (...asked: Asked) => Promise<Value>) =>
    (...asked: Asked) =>
      isDead ? new Promise<never>(() => undefined) : ask(...asked);
  const dying = {
    held,
    locks: { ...locks, hold: alive(locks.hold.bind(locks)) },
    studies: { ...studies, put: alive(studies.put.bind(studies)) },
    runs: {
      create: alive(runs.create.bind(runs)),
      append: alive(runs.append.bind(runs)),
      load: alive(runs.load.bind(runs)),
      list: runs.list.bind(runs),
    },
  };
  return { dying, kill: () => (isDead = true), isDead: () => isDead };
}

/** Texts and winners of every run, each as often as it was told, without when it came. */
async function resultsIn({ runs }: ReturnType<typeof browser>): Promise<readonly string[]> {
  const results: string[] = [];
  for (const id of RUNS) {
    const events: readonly DurableEvent[] = (await runs.load(id))?.events ?? [];
    for (const event of events) {
      if ('text' in event) results.push(`${id} ${event.armId} ${event.nodeId} ${event.text}`);
      if (event.type === 'winner-chosen') results.push(`${id} ${JSON.stringify(event)}`);
    }
  }
  return results.toSorted();
}

it('samples every run once, and keeps what made them and what it took', async () => {
  const page = openPage(await begun());
  await page.goOn();
  expect(page.states).toEqual(['loading', 'sampling', 'finished']);
  expect(page.policy.asked).toHaveLength(4 * TEXTS);
  const { runs } = await page.runs.list();
  expect(runs.map(({ id, state }) => [id, state.status]).toSorted()).toEqual(
    RUNS.map((id) => [id, 'finished']).toSorted(),
  );
  expect(viewOf(page).progress).toMatchObject({ runsDone: 4, textsDone: 28, texts: 28, failed: 0 });
  const kept = await page.studies.load('study');
  expect(kept?.madeBy?.policy).toEqual({ id: 'fake', name: 'Fake' });
  expect(kept?.spent).toMatchObject({ texts: 28, tokens: 56 });
  expect(kept?.spent.seconds).toBeGreaterThan(28);
  expect(page.held.size).toBe(0);
});

it('goes on after any number of closed pages, with every text once', async () => {
  const whole = await begun();
  await openPage(whole).goOn();
  const shared = await begun();
  const asked: GenerationRequest[] = [];
  let pages = 0;
  for (let isDone = false; !isDone && pages < 50; pages += 1) {
    const page = openPage(shared);
    // After its third text; a page that is closed tells nothing more.
    const unsubscribe = page.controller.view.subscribe(() => {
      if (page.policy.asked.length >= 4) page.controller.stop();
    });
    await page.goOn();
    unsubscribe();
    asked.push(...page.policy.asked);
    isDone = viewOf(page).state === 'finished';
  }
  expect(pages).toBeGreaterThan(6);
  expect(await resultsIn(shared)).toEqual(await resultsIn(whole));
  // One is under way when it stops.
  expect(asked.length).toBeLessThanOrEqual(4 * TEXTS + pages);
  expect((await shared.studies.load('study'))?.spent.texts).toBe(4 * TEXTS);
});

it('goes on where a page was killed, which told nobody', async () => {
  const whole = await begun();
  await openPage(whole).goOn();
  const shared = await begun();
  const { dying, kill, isDead } = mortal(shared);
  let kept = 0;
  const append: typeof dying.runs.append = (...asked) => {
    if ((kept += 1) > 20) kill();
    return dying.runs.append(...asked);
  };
  void openPage({ ...dying, runs: { ...dying.runs, append } }).goOn();
  while (!isDead()) await Promise.resolve();
  shared.held.clear();
  const page = openPage(shared);
  await page.goOn();
  expect(viewOf(page)).toMatchObject({ state: 'finished', problem: null });
  expect(await resultsIn(shared)).toEqual(await resultsIn(whole));
});

it('is sampled by one tab at a time', async () => {
  const shared = await begun();
  const [one, other] = [openPage(shared), openPage(shared)];
  const first = one.goOn();
  await other.goOn();
  expect(viewOf(other)).toMatchObject({
    state: 'failed',
    problem: 'This study is being sampled in another tab: go on there, or stop it first.',
  });
  await expect(other.controller.remove('study')).rejects.toThrow('in another tab');
  await first;
  expect(viewOf(one).state).toBe('finished');
  expect(other.policy.asked).toEqual([]);
});

it('leaves a run alone that another tab samples', async () => {
  const shared = await begun();
  shared.held.add(RUNS[1] ?? '');
  const page = openPage(shared);
  await page.goOn();
  expect(viewOf(page).problem).toBe(
    'The run “2. When?, seed 1” is being sampled in another tab: stop it there, then go on.',
  );
  expect(await shared.runs.load(RUNS[1] ?? '')).toBeNull();
});

it('waits while the playground has the model, and goes on by itself', async () => {
  const whole = await begun();
  await openPage(whole).goOn();
  const page = openPage(await begun());
  let isTaken = false;
  page.controller.view.subscribe(() => {
    const { state } = viewOf(page);
    if (state === 'sampling' && page.policy.asked.length > 9 && !isTaken) {
      isTaken = true;
      page.screen.setAtOnce({ ...IDLE, state: 'loading' });
    } else if (state === 'waiting' && isTaken) {
      // The playground runs with another model meanwhile.
      void page.models.ensure(OTHER, new AbortController().signal).then(() => {
        page.screen.setAtOnce({ ...IDLE, state: 'finished' });
      });
    }
  });
  await page.goOn();
  expect(page.states).toEqual([
    ...['loading', 'sampling', 'waiting'],
    ...['loading', 'sampling', 'finished'],
  ]);
  expect(page.sources).toEqual([SOURCE, OTHER, SOURCE]);
  expect(await resultsIn(page)).toEqual(await resultsIn(whole));
  expect((await page.studies.load('study'))?.spent.texts).toBe(4 * TEXTS);
});

it('can be stopped while it waits', async () => {
  const page = openPage(await begun());
  page.screen.setAtOnce({ ...IDLE, state: 'running' });
  const going = page.goOn();
  while (viewOf(page).state !== 'waiting') await Promise.resolve();
  page.controller.stop();
  await going;
  expect(viewOf(page)).toMatchObject({ state: 'stopped', problem: null });
  expect(page.policy.asked).toEqual([]);
});

it('is gone on with by its own model and scorer alone', async () => {
  const shared = await begun();
  await shared.studies.put({
    ...study,
    madeBy: { policy: { id: 'bigger', name: 'Bigger' }, rewardModel: rewardModel.description },
  });
  const page = openPage(shared);
  await page.goOn();
  expect(viewOf(page).problem).toBe(
    'This study is written by Bigger: choose that model to go on with it.',
  );
  await shared.studies.put({
    ...study,
    madeBy: {
      policy: page.policy.description,
      rewardModel: { ...rewardModel.description, version: 0 },
    },
  });
  await page.goOn();
  expect(viewOf(page).problem).toContain('This was scored by Fake, version 0');
  expect(page.policy.asked).toEqual([]);
});

it('stops with a sentence where the storage is full or the model is gone, and goes on later', async () => {
  const shared = await begun();
  const append = shared.runs.append.bind(shared.runs);
  let kept = 0;
  shared.runs.append = (id, events) =>
    (kept += 1) > 15
      ? Promise.reject(new StorageError('full', 'There is no room.'))
      : append(id, events);
  const page = openPage(shared);
  await page.goOn();
  expect(viewOf(page)).toMatchObject({ state: 'failed', problem: 'There is no room.' });
  shared.runs.append = append;
  const gone: Policy = fakePolicy(() => new PolicyError('engine-lost', 'It is gone.'));
  const without = openPage(shared, loaded({ ...page.policy, generate: gone.generate.bind(gone) }));
  await without.goOn();
  expect(viewOf(without).problem).toContain('It is gone.');
  await page.goOn();
  expect(viewOf(page).state).toBe('finished');
  const whole = await begun();
  await openPage(whole).goOn();
  expect(await resultsIn(shared)).toEqual(await resultsIn(whole));
});

it('asks no model where all runs are there, and samples anew what was deleted', async () => {
  const shared = await begun();
  await openPage(shared).goOn();
  const again = openPage(shared);
  await again.goOn();
  expect([again.states, again.sources]).toEqual([['loading', 'finished'], []]);
  await shared.runs.remove(RUNS[2] ?? '');
  await again.goOn();
  expect(again.policy.asked).toHaveLength(TEXTS);
});

it('is forgotten where a person wishes so, and its runs stay', async () => {
  const page = openPage(await begun());
  await page.goOn();
  await page.controller.remove('study');
  expect((await page.studies.list()).studies).toEqual([]);
  expect((await page.runs.list()).runs).toHaveLength(4);
  await page.goOn();
  expect(messageOf(viewOf(page).problem)).toBe('This study was deleted: set it up again.');
});
