import { describe, expect, it } from 'vitest';
import {
  failedNodes,
  isDurable,
  makeArm,
  ModelLoadError,
  type ModelCatalog,
} from '../core/index.ts';
import { ModelSession } from './model-session.ts';
import { progressOf } from './progress-and-time-left.ts';
import {
  SOURCE,
  OTHER,
  rewardModel,
  atOnce,
  type Stored,
  fakeStore,
  onceAsked,
  loaded,
  fakeCatalog,
  setUp,
  scorer,
  request,
} from './testing/set-up.ts';

describe('a run', () => {
  it('loads its model, runs every arm and stores what finished', async () => {
    const runs = new Map<string, Stored>();
    const { controller, states } = setUp({ store: fakeStore(runs) });
    await controller.start(request);
    expect(states).toEqual(['loading', 'running', 'finished']);
    const { tree } = controller.view.getSnapshot();
    expect(tree?.arms.map(({ winnerId }) => winnerId)).toEqual(['draft-1', 'draft-1']);
    expect(runs.get('run-1')?.events.every(isDurable)).toBe(true);
    expect(runs.get('run-1')?.events.at(-1)?.type).toBe('run-finished');
  });

  it('that is stopped keeps what is finished and can go on', async () => {
    const policy = loaded();
    const { controller, states } = setUp({ policy });
    controller.view.subscribe(() => {
      if (policy.asked.length === 3) controller.stop();
    });
    await controller.start(request);
    expect(states).toEqual(['loading', 'running', 'stopped']);
    const { tree } = controller.view.getSnapshot();
    expect(tree && progressOf(tree.arms).done).toBe(2);
    policy.asked.length = 10;
    await controller.resume(SOURCE, scorer);
    expect(controller.view.getSnapshot().state).toBe('finished');
    expect(policy.asked).toHaveLength(10 + 9 - 2);
  });

  it('that has ended tries again what failed, with the seeds it had', async () => {
    const runs = new Map<string, Stored>();
    const policy = loaded();
    let breaks = true;
    const failing: typeof policy.generate = (asked, signal) => {
      if (breaks && policy.asked.length === 1) {
        breaks = false;
        throw new Error('No memory.');
      }
      return policy.generate(asked, signal);
    };
    const { controller } = setUp({
      store: fakeStore(runs),
      load: () => Promise.resolve({ ...policy, generate: failing }),
    });
    await controller.start(request);
    const { tree } = controller.view.getSnapshot();
    const failed = tree === null ? [] : failedNodes(tree);
    expect(failed).toEqual([{ armId: 'prs', nodeId: 'draft-2' }]);
    const before = policy.asked.length;
    await controller.resume(SOURCE, scorer, failed);
    const view = controller.view.getSnapshot();
    expect(view.state).toBe('finished');
    expect(view.tree && failedNodes(view.tree)).toEqual([]);
    expect(policy.asked).toHaveLength(before + 1);
    expect(runs.get('run-1')?.events.at(-1)?.type).toBe('run-finished');
  });

  it('that has ended gets further arms, which take over what was drawn alike', async () => {
    const runs = new Map<string, Stored>();
    const policy = loaded();
    const { controller, states } = setUp({ store: fakeStore(runs), policy });
    await controller.start(request);
    const [prs] = request.plan.arms;
    const before = policy.asked.length;
    const budget = request.plan.budget;
    const arms = [makeArm('prs', budget, prs?.split ?? []), makeArm('prand', budget, [])];
    await controller.extend(SOURCE, scorer, () => arms);
    expect(states).toEqual(['loading', 'running', 'finished', 'loading', 'running', 'finished']);
    // PRS of that split is there already; PRand has the drafts that PRS drew.
    const { tree } = controller.view.getSnapshot();
    expect(tree?.arms.map(({ arm }) => arm.id)).toEqual(['prs', 'rand', `prand-${String(budget)}`]);
    expect(policy.asked.length - before).toBe(budget - (prs?.split[0] ?? 0));
    expect(tree?.arms.at(-1)?.status).toBe('finished');
    const kept = setUp({ store: fakeStore(runs) });
    await kept.controller.open('run-1');
    expect(kept.controller.view.getSnapshot().tree).toEqual(tree);
  });

  it('is shown as recorded and stopped when it is opened after its page was closed', async () => {
    const runs = new Map<string, Stored>();
    await setUp({ store: fakeStore(runs) }).controller.start(request);
    const events = runs.get('run-1')?.events ?? [];
    events.splice(events.findIndex(({ type }) => type === 'feedback-started'));
    const { controller } = setUp({ store: fakeStore(runs) });
    await controller.open('run-1');
    const view = controller.view.getSnapshot();
    expect(view).toMatchObject({ state: 'stopped', live: false });
    expect(view.tree && progressOf(view.tree.arms).done).toBe(2);
  });

  it('leaves the screen to the run that is opened, and stores its end all the same', async () => {
    const runs = new Map<string, Stored>();
    const store = fakeStore(runs);
    await setUp({ store }).controller.start(request);
    const policy = loaded();
    const { controller } = setUp({ policy, store, prefix: 'other' });
    onceAsked(controller, policy, () => void controller.open('run-1'));
    await controller.start(request);
    const view = controller.view.getSnapshot();
    expect(view).toMatchObject({ state: 'finished', live: false });
    expect(view.tree?.run.id).toBe('run-1');
    expect(runs.get('other-1')?.events.at(-1)?.type).toBe('run-stopped');
  });

  it('is left alone by the wish to open one that is not there', async () => {
    const policy = loaded();
    const { controller } = setUp({ policy });
    onceAsked(controller, policy, () => void controller.open('nowhere'));
    await controller.start(request);
    expect(controller.view.getSnapshot().state).toBe('finished');
  });

  it('shows the last of two runs that were to be opened', async () => {
    const runs = new Map<string, Stored>();
    const store = fakeStore(runs);
    await setUp({ store }).controller.start(request);
    await setUp({ store, prefix: 'other' }).controller.start(request);
    const { controller } = setUp({ store });
    await Promise.all([controller.open('run-1'), controller.open('other-1')]);
    expect(controller.view.getSnapshot().tree?.run.id).toBe('other-1');
  });

  it('is not continued while another tab samples it', async () => {
    const runs = new Map<string, Stored>();
    await setUp({ store: fakeStore(runs) }).controller.start(request);
    runs.get('run-1')?.events.splice(8);
    const { controller } = setUp({ store: fakeStore(runs), taken: true });
    await controller.open('run-1');
    await controller.resume(SOURCE, scorer);
    expect(controller.view.getSnapshot().problem).toBe('This run is being sampled in another tab.');
    expect(runs.get('run-1')?.events).toHaveLength(8);
  });

  it('is not continued by another scorer', async () => {
    const runs = new Map<string, Stored>();
    await setUp({ store: fakeStore(runs) }).controller.start(request);
    runs.get('run-1')?.events.splice(8);
    const { controller } = setUp({ store: fakeStore(runs) });
    await controller.open('run-1');
    const description = { ...rewardModel.description, version: 2 };
    await controller.resume(SOURCE, () => ({ ...rewardModel, description }));
    expect(controller.view.getSnapshot().problem).toContain('was scored by Fake, version 1');
  });

  it('on screen gets the name that it is given, and goes when it is deleted', async () => {
    const { controller } = setUp();
    await controller.start(request);
    controller.renamed('run-1', 'Blue');
    expect(controller.view.getSnapshot().tree?.run.name).toBe('Blue');
    controller.removed('another');
    expect(controller.view.getSnapshot().state).toBe('finished');
    controller.removed('run-1');
    expect(controller.view.getSnapshot()).toMatchObject({ state: 'idle', tree: null });
  });

  it('says so when its storage fails, and goes on', async () => {
    const { controller } = setUp({ store: fakeStore(new Map(), true) });
    await controller.start(request);
    expect(controller.view.getSnapshot()).toMatchObject({
      state: 'finished',
      storageProblem: 'The disk is full.',
    });
  });

  it('says why its model could not be loaded', async () => {
    const load = (): Promise<never> =>
      Promise.reject(new ModelLoadError('connection-lost', 'The connection was cut. Try again.'));
    const { controller } = setUp({ load });
    await controller.start(request);
    expect(controller.view.getSnapshot()).toMatchObject({
      state: 'failed',
      problem: 'The connection was cut. Try again.',
    });
  });

  it('is not continued by another model, and keeps what it has', async () => {
    const first = loaded();
    const second = loaded();
    const description = { ...second.description, id: 'other', name: 'Other' };
    const policies = [first, { ...second, description }];
    const { controller } = setUp({ load: () => Promise.resolve(policies.shift() ?? second) });
    const unsubscribe = controller.view.subscribe(() => {
      if (first.asked.length === 3) controller.stop();
    });
    await controller.start(request);
    unsubscribe();
    await controller.resume(OTHER, scorer);
    const view = controller.view.getSnapshot();
    expect(view.problem).toBe('This run was written by Fake: choose that model to go on with it.');
    expect(view.tree && progressOf(view.tree.arms).done).toBe(2);
  });
});

describe('the model in memory', () => {
  const never = new AbortController().signal;

  it('is loaded once for all who wait for it', async () => {
    let loads = 0;
    const models = new ModelSession(
      fakeCatalog(() => {
        loads += 1;
        return Promise.resolve(loaded());
      }),
      atOnce,
    );
    const [one, other] = await Promise.all([
      models.ensure(SOURCE, never),
      models.ensure(SOURCE, never),
    ]);
    expect(one).toBe(other);
    expect(await models.ensure(SOURCE, never)).toBe(one);
    expect(loads).toBe(1);
  });

  it('is given back before another is loaded', async () => {
    const order: string[] = [];
    const load: ModelCatalog['load'] = (source) => {
      order.push(`load ${source.kind === 'embedded' ? source.engine : ''}`);
      const unload = (): Promise<void> => {
        order.push('unload');
        return Promise.resolve();
      };
      return Promise.resolve({ ...loaded(), unload });
    };
    const models = new ModelSession(fakeCatalog(load), atOnce);
    await models.ensure(SOURCE, never);
    await models.ensure(OTHER, never);
    expect(order).toEqual(['load llama-cpp', 'unload', 'load webllm']);
  });

  it('is none after its loading was stopped', async () => {
    const load: ModelCatalog['load'] = (_, __, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new DOMException('Stopped.', 'AbortError'));
        });
      });
    const models = new ModelSession(fakeCatalog(load), atOnce);
    const waiting = models.ensure(SOURCE, never);
    expect(models.state.getSnapshot().status).toBe('loading');
    models.cancelLoading();
    await expect(waiting).rejects.toThrow('Stopped.');
    expect(models.state.getSnapshot().status).toBe('none');
  });
});
