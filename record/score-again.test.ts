import { describe, expect, it } from 'vitest';
import {
  type Policy,
  replay,
  rewardOf,
  type RewardModel,
  type StoredRun,
  textOf,
} from '../src/core/index.ts';
import { fakePolicy, tickingClock } from '../src/core/testing/fake-run.ts';
import { embeddedBlendSet } from '../src/rewards/blend/make-embedded-blend.ts';
import { createAnswerFloors } from '../src/rewards/floors/answer-floors.ts';
import { type FloorsEdition, LATEST_FLOORS } from '../src/rewards/floors/floors-edition.ts';
import { readerOf } from '../src/rewards/preference-information/read-information.ts';
import { recordRun } from './record-run.ts';
import type { TodaysBlend } from './reward-today.ts';
import { scoreAgain } from './score-again.ts';

const WISH = {
  name: 'tea',
  prompt: 'How is green tea made?',
  preference: 'Be brief.',
  seed: 1,
} as const;
const { signal } = new AbortController();

/** Its answers take up a word of the prompt or none, and it finds each as likely after any chat. */
const policy = fakePolicy(({ seed }) => {
  const leaves = 'leaf '.repeat(1 + (seed % 7)).trim();
  return seed % 2 === 0
    ? `Tea leaves are picked, steamed and then dried: ${leaves}`
    : `Pick what grows up there, steam it and let it dry: ${leaves}`;
});

function record(edition: FloorsEdition): Promise<StoredRun> {
  return recordRun(WISH, { policy, rewardModel: embeddedBlendSet({}, edition, policy) });
}

function today(floors: RewardModel = createAnswerFloors(readerOf(policy))): TodaysBlend {
  const { description } = embeddedBlendSet({}, LATEST_FLOORS, policy);
  return { description, floors, clock: tickingClock() };
}

function rewardsOf({ header, events }: StoredRun): readonly (number | null)[] {
  return replay(header, events).arms.flatMap(({ nodes }) => nodes.map(rewardOf));
}

describe('scoreAgain', () => {
  it('gives the rewards that the run would have been recorded with today', async () => {
    const [before, recordedToday] = [await record(1), await record(LATEST_FLOORS)];
    const { run, read, obstacles } = await scoreAgain(before, today(), signal);
    expect(obstacles).toEqual([]);
    expect(read).toBeGreaterThan(0);
    expect(rewardsOf(before)).not.toEqual(rewardsOf(run));
    const [is, wanted] = [rewardsOf(run), rewardsOf(recordedToday)];
    expect(is.map((reward) => reward?.toFixed(6))).toEqual(wanted.map((each) => each?.toFixed(6)));
    expect(run.header.rewardModel).toEqual(recordedToday.header.rewardModel);
    expect(run.events.map(({ type }) => type)).toEqual(before.events.map(({ type }) => type));
  });

  it('reads nothing of the model where the floors are those of today', async () => {
    const run = await record(LATEST_FLOORS);
    const reading: Policy = { ...policy, scoreText: () => Promise.reject(new Error('It reads.')) };
    const again = await scoreAgain(run, today(createAnswerFloors(readerOf(reading))), signal);
    expect(again).toEqual({ run, read: 0, obstacles: [] });
  });

  it('leaves a run to be recorded anew whose preference information is another', async () => {
    const run = await record(1);
    const whole = embeddedBlendSet({ readsWhole: true }, LATEST_FLOORS, policy);
    const { description } = whole;
    const again = await scoreAgain(run, { ...today(), description }, signal);
    expect([again.run, again.obstacles.length]).toEqual([run, 1]);
  });

  it('leaves a run to be recorded anew that keeps a second reward of the blend before', async () => {
    const { header, events } = await record(1);
    const both = events.map((event) =>
      event.type === 'reward-given' ? { ...event, otherReward: event.reward } : event,
    );
    const again = await scoreAgain({ header, events: both }, today(), signal);
    expect(again.run.events).toEqual(both);
    expect(again.obstacles.join()).toContain('second reward');
  });

  it('says what would be sampled otherwise where another response comes to be the anchor', async () => {
    const run = await record(1);
    const arm = replay(run.header, run.events).arms.find(
      ({ anchors }) => typeof anchors[1] === 'string',
    );
    const anchor = arm?.nodes.find(({ id }) => id === arm.anchors[1]);
    const text = anchor === undefined ? '' : textOf(anchor);
    const usual = createAnswerFloors(readerOf(policy));
    const against: RewardModel = {
      ...usual,
      score: async (request, stop) => {
        const reward = await usual.score(request, stop);
        const more = request.response === text ? -100 : 0;
        const breakdown = reward.breakdown.map((part) => ({ ...part, value: part.value + more }));
        return { ...reward, breakdown };
      },
    };
    const { obstacles } = await scoreAgain(run, today(against), signal);
    expect(obstacles.join()).toContain(`not ${String(anchor?.id)}`);
  });
});
