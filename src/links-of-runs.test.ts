import { describe, expect, it } from 'vitest';
import { failedNodes, makeArm, type NextArms, replay, type StoredRun } from './core/index.ts';
import { fakePlan, fakePolicy, fakeRewardModel } from './core/testing/fake-run.ts';
import { loaded, onceAsked, request, scorer, setUp, SOURCE } from './runs/testing/set-up.ts';
import { packRun, unpackRun } from './storage/run-file/pack-run.ts';

const ANSWERS = ['It scatters.', 'Short waves scatter more than long ones.', 'Light, and air.'];
const plan = fakePlan([makeArm('prs', 4, [2, 2]), makeArm('rand', 4, [4])]);
const asked = { ...request, plan };

/** What the link of the run on screen holds, beside the run without its tokens. */
async function linked(run: StoredRun | null) {
  if (run === null) throw new Error('There is no run on screen.');
  const packed = await packRun(run);
  const unpacked = await unpackRun(packed ?? '');
  if (!unpacked.ok) throw new Error(unpacked.message);
  const events = run.events.map((event) => ('tokens' in event ? { ...event, tokens: [] } : event));
  return { unpacked: unpacked.run, sent: { header: run.header, events } };
}

async function expectRoundTrip(run: StoredRun | null): Promise<void> {
  const { unpacked, sent } = await linked(run);
  expect(unpacked).toEqual(sent);
  expect(replay(unpacked.header, unpacked.events)).toEqual(replay(sent.header, sent.events));
}

const policyOf = () => loaded(fakePolicy((_, call) => ANSWERS[call % ANSWERS.length] ?? ''));

describe('the link of a run', () => {
  it('that was stopped, and then gone on with', async () => {
    const policy = policyOf();
    const { controller } = setUp({ policy });
    onceAsked(controller, policy, () => {
      controller.stop();
    });
    await controller.start(asked);
    expect(controller.view.getSnapshot().state).toBe('stopped');
    await expectRoundTrip(controller.runOnScreen());
    await controller.resume(SOURCE, scorer);
    expect(controller.view.getSnapshot().state).toBe('finished');
    await expectRoundTrip(controller.runOnScreen());
  });

  it('that got further arms, one after the other', async () => {
    const { controller } = setUp({ policy: policyOf() });
    await controller.start(asked);
    for (const split of [[3, 1], [1, 3], [8]]) {
      const arm = makeArm(
        'prs',
        split.reduce((sum, part) => sum + part, 0),
        split,
      );
      const next: NextArms = ({ arms }) =>
        arms.some((each) => each.arm.id === `prs-${split.join('-')}`)
          ? []
          : [{ ...arm, id: `prs-${split.join('-')}` }];
      await controller.extend(SOURCE, scorer, next);
      expect(controller.view.getSnapshot().problem).toBeNull();
      await expectRoundTrip(controller.runOnScreen());
    }
  });

  it('whose failed texts were tried again, which another scorer read, and people voted on', async () => {
    let fails = true;
    const answer = (_: unknown, call: number) =>
      fails && call % 3 === 0 ? new Error('No memory.') : (ANSWERS[call % ANSWERS.length] ?? '');
    const { controller } = setUp({ policy: loaded(fakePolicy(answer)) });
    await controller.start(asked);
    const { tree } = controller.view.getSnapshot();
    if (tree === null) throw new Error('There is no run on screen.');
    const failed = failedNodes(tree);
    expect(failed.length).toBeGreaterThan(0);
    await expectRoundTrip(controller.runOnScreen());
    fails = false;
    await controller.resume(SOURCE, scorer, failed);
    await expectRoundTrip(controller.runOnScreen());
    await controller.score({
      ...{ conditionedOn: 'prompt', bothWays: true, again: null, source: null },
      scorer: () => Promise.resolve(fakeRewardModel(({ response }) => -response.length)),
    });
    const [first, second] = ['draft-1', 'draft-2'].map((nodeId) => ({ armId: 'rand', nodeId }));
    if (first === undefined || second === undefined) throw new Error('Two are named.');
    await controller.vote({ first, second, outcome: 'first', voter: 'Ada' });
    await expectRoundTrip(controller.runOnScreen());
    controller.renamed('run-1', 'Another name');
    const { unpacked } = await linked(controller.runOnScreen());
    expect(unpacked.header.name).toBe('Another name');
  });
});
