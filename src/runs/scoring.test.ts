import { describe, expect, it } from 'vitest';
import { failedRewards, OWN_SCORING, type PairwiseJudge, type RewardModel } from '../core/index.ts';
import { fakePolicy, fakeRewardModel } from '../core/testing/fake-run.ts';
import type { RunController } from './run-controller.ts';
import { SOURCE, type Stored, fakeStore, loaded, setUp, request } from './testing/set-up.ts';

describe('another scorer for the run on screen', () => {
  const backwards = fakeRewardModel(({ response }) => -response.length);
  const again = { source: SOURCE, conditionedOn: 'prompt', bothWays: false, again: null } as const;

  it('is kept beside the run’s own, and needs no model where it reads texts alone', async () => {
    const runs = new Map<string, Stored>();
    let loads = 0;
    const { controller } = setUp({
      store: fakeStore(runs),
      load: () => {
        loads += 1;
        return Promise.resolve(loaded());
      },
    });
    await controller.start(request);
    await controller.score({ ...again, scorer: () => backwards });
    const { tree, scoring, scoringProblem, state } = controller.view.getSnapshot();
    expect({ loads, scoring, scoringProblem, state }).toEqual({
      loads: 1,
      scoring: null,
      scoringProblem: null,
      state: 'finished',
    });
    expect(tree?.scorings[0]?.outcomes).toHaveLength(8);
    const kept = [...(runs.get('run-1')?.events ?? [])].map(({ type }) => type);
    expect(kept.filter((type) => type === 'scoring-given')).toHaveLength(8);
  });

  it('says why it could not, and loses nothing', async () => {
    const { controller } = setUp();
    await controller.start(request);
    const before = controller.view.getSnapshot().tree;
    const scorerFails = (): never => {
      throw new Error('There is no such scorer.');
    };
    await controller.score({ ...again, scorer: scorerFails });
    const { tree, scoringProblem, scoring } = controller.view.getSnapshot();
    expect({ scoringProblem, scoring }).toEqual({
      scoringProblem: 'There is no such scorer.',
      scoring: null,
    });
    expect(tree).toBe(before);
  });

  it('can be stopped, keeps what it has, and goes on', async () => {
    const { controller } = setUp();
    await controller.start(request);
    let calls = 0;
    const stopping = fakeRewardModel(() => {
      calls += 1;
      if (calls === 3) controller.stop();
      return calls;
    });
    await controller.score({ ...again, scorer: () => stopping });
    const [half] = controller.view.getSnapshot().tree?.scorings ?? [];
    expect(half?.outcomes).toHaveLength(2);
    await controller.score({ ...again, scorer: () => stopping, again: half?.id ?? null });
    const scorings = controller.view.getSnapshot().tree?.scorings ?? [];
    expect(scorings.map(({ outcomes }) => outcomes.length)).toEqual([8]);
    await controller.score({
      ...again,
      scorer: () => ({ ...backwards, description: { ...backwards.description, version: 2 } }),
      again: half?.id ?? null,
    });
    expect(controller.view.getSnapshot().scoringProblem).toContain('score it anew');
    const description = { ...backwards.description, settings: { policyName: 'Other' } };
    await controller.score({
      ...again,
      scorer: () => ({ ...backwards, description }),
      again: half?.id ?? null,
    });
    expect(controller.view.getSnapshot().scoringProblem).toContain('now it is “Other”');
  });

  it('goes on asking both ways where it did so at first, whatever it is told then', async () => {
    const { controller } = setUp();
    await controller.start(request);
    const stopping = fakeRewardModel(() => {
      controller.stop();
      return 1;
    });
    await controller.score({ ...again, bothWays: true, scorer: () => stopping });
    const [half] = controller.view.getSnapshot().tree?.scorings ?? [];
    expect(half).toMatchObject({ bothWays: true, outcomes: [] });
    await controller.score({ ...again, scorer: () => backwards, again: half?.id ?? null });
    const outcomes = controller.view.getSnapshot().tree?.scorings[0]?.outcomes ?? [];
    const other = outcomes.map(
      ({ scoring }) => scoring.status === 'scored' && scoring.otherReward !== null,
    );
    expect(other).toEqual(new Array(8).fill(true));
  });

  it('stores what its pairs gave when another run takes the screen', async () => {
    const runs = new Map<string, Stored>();
    const store = fakeStore(runs);
    await setUp({ store, prefix: 'other' }).controller.start(request);
    const policy = loaded(fakePolicy((_, call) => `answer ${String(call)}`));
    const { controller } = setUp({ store, policy });
    await controller.start(request);
    let calls = 0;
    let opened: Promise<void> | null = null;
    const judge: PairwiseJudge = {
      description: backwards.description,
      compare: async () => {
        calls += 1;
        if (calls === 2) opened = controller.open('other-1');
        await opened;
        return { outcome: 'first', consistent: true, measured: '' };
      },
    };
    await controller.score({ ...again, scorer: () => judge });
    expect(controller.view.getSnapshot().tree?.run.id).toBe('other-1');
    expect(controller.view.getSnapshot().tree?.scorings).toEqual([]);
    const kept = (runs.get('run-1')?.events ?? []).filter(({ type }) => type === 'scoring-given');
    expect(kept.length).toBeGreaterThan(0);
    expect(runs.get('other-1')?.events.at(-1)?.type).toBe('run-finished');
  });

  it('may be people: a vote is kept with the run', async () => {
    const runs = new Map<string, Stored>();
    const { controller } = setUp({ store: fakeStore(runs) });
    await controller.start(request);
    const first = { armId: 'prs', nodeId: 'draft-1' };
    const second = { armId: 'rand', nodeId: 'draft-2' };
    await controller.vote({ first, second, outcome: 'tie', voter: '' });
    expect(controller.view.getSnapshot().tree?.votes).toHaveLength(1);
    expect(runs.get('run-1')?.events.at(-1)?.type).toBe('vote-cast');
  });

  describe('that is the run’s own, asked again', () => {
    const own = { ...again, conditionedOn: 'prompt-and-preference', again: OWN_SCORING } as const;
    const shaky = (failures: number): RewardModel => {
      let left = failures;
      return fakeRewardModel(({ response }) => {
        left -= 1;
        if (left >= 0) throw new Error('Timed out.');
        return response.length;
      });
    };
    const failedIn = (controller: RunController): number =>
      failedRewards(controller.view.getSnapshot().tree ?? neverShown());

    it('leaves the run alone while another tab samples it', async () => {
      const runs = new Map<string, Stored>();
      await setUp({ store: fakeStore(runs) }).controller.start({
        ...request,
        scorer: () => shaky(1),
      });
      const before = [...(runs.get('run-1')?.events ?? [])];
      const { controller } = setUp({ store: fakeStore(runs), taken: true });
      await controller.open('run-1');
      await controller.score({ ...own, scorer: () => shaky(0) });
      expect(controller.view.getSnapshot()).toMatchObject({
        scoring: null,
        scoringProblem: 'This run is being sampled in another tab.',
      });
      expect(runs.get('run-1')?.events).toEqual(before);
    });

    it('reads the run as another tab has left it', async () => {
      const runs = new Map<string, Stored>();
      const store = fakeStore(runs);
      await setUp({ store }).controller.start({ ...request, scorer: () => shaky(2) });
      const [here, elsewhere] = [setUp({ store }).controller, setUp({ store }).controller];
      await here.open('run-1');
      await elsewhere.open('run-1');
      expect(failedIn(here)).toBe(2);
      await elsewhere.score({ ...own, scorer: () => shaky(0) });
      const kept = runs.get('run-1')?.events.length;
      await here.score({ ...own, scorer: () => shaky(0) });
      expect(failedIn(here)).toBe(0);
      expect(runs.get('run-1')?.events).toHaveLength(kept ?? 0);
    });
  });
});

function neverShown(): never {
  throw new Error('No run is shown.');
}
