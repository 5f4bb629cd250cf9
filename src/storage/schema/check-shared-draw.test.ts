import { expect, it } from 'vitest';
import {
  type Arm,
  type DurableEvent,
  isDurable,
  nextOfEverySplit,
  sampleFurtherArms,
  type StoredRun,
} from '../../core/index.ts';
import {
  fakePolicy,
  fakeRewardModel,
  plantOne,
  tickingClock,
} from '../../core/testing/fake-run.ts';
import { exampleRun } from '../testing/example-runs.ts';
import { checkLog } from './check-event-log.ts';

type Start = Extract<
  DurableEvent,
  { type: 'draft-started' | 'feedback-started' | 'refinement-started' }
>;

/** A run, and the place of the first event of a draft that PRand took over from PRS. */
async function sharedDraft(): Promise<{ run: StoredRun; place: number; start: Start }> {
  const run = await exampleRun();
  const place = run.events.findIndex((event) => 'drawnFor' in event);
  const start = run.events[place];
  if (start?.type !== 'draft-started') throw new Error('A draft was to be shared.');
  return { run, place, start };
}

function problemWith(run: StoredRun, place: number, event: DurableEvent): unknown {
  return checkLog({ ...run, events: run.events.with(place, event) }).problem?.field;
}

it('lets a text stand that another arm drew', async () => {
  const { run } = await sharedDraft();
  expect(checkLog(run).problem).toBeNull();
});

it('refuses one that no arm drew, or that was drawn at another time', async () => {
  const { run, place, start } = await sharedDraft();
  const nowhere = { armId: 'prand', nodeId: 'draft-99' };
  expect(problemWith(run, place, { ...start, drawnFor: nowhere })).toEqual(
    `events[${String(place)}].drawnFor`,
  );
  expect(problemWith(run, place, { ...start, at: start.at + 1 })).toEqual(
    `events[${String(place)}].at`,
  );
  expect(problemWith(run, place, { ...start, messages: [] })).toEqual(
    `events[${String(place)}].messages`,
  );
});

it('refuses another text than was drawn', async () => {
  const { run, place } = await sharedDraft();
  const finish = run.events[place + 1];
  if (finish?.type !== 'draft-finished') throw new Error('The draft was to be finished.');
  const tokens = [{ text: 'other', logProbability: null }];
  const said = { text: 'other', tokens, finishReason: 'stop', remarks: [] } as const;
  const other = { ...finish, ...said };
  expect(problemWith(run, place + 1, other)).toEqual(`events[${String(place + 1)}].text`);
});

it('lets a run have further arms, of ids of their own and with splits of a budget', async () => {
  const { run } = await sharedDraft();
  const added = (...arms: Arm[]): unknown =>
    checkLog({ ...run, events: [...run.events, { type: 'arms-added', arms, at: 1e15 }] }).problem
      ?.field;
  const at = `events[${String(run.events.length)}].arms`;
  const more: Arm = { id: 'prs-3-1', kind: 'prs', split: [3, 1] };
  expect(added(more)).toBeUndefined();
  expect(added({ ...more, id: 'prs' })).toBe(`${at}[0].id`);
  expect(added(more, more)).toBe(`${at}[1].id`);
  expect(added({ ...more, split: [0, 0] })).toBe(`${at}[0].split`);
  expect(added({ ...more, kind: 'rand' })).toBe(`${at}[0].split`);
  const many = Array.from({ length: 64 }, (_, index) => ({ ...more, id: `prs-${String(index)}` }));
  expect(added(...many)).toBe(at);
});

it('lets a run be sampled at every split, one after another', async () => {
  const planted = plantOne('prs', [2, 2]);
  const policy = fakePolicy(({ seed }) => String(seed % 997));
  const rewardModel = fakeRewardModel(({ response }) => Number(response));
  const events: DurableEvent[] = [];
  const told = sampleFurtherArms(
    planted,
    (tree) => (tree.state.status === 'planned' ? [] : nextOfEverySplit(tree, 'prs', 4)),
    { policy, rewardModel, clock: tickingClock() },
    new AbortController().signal,
  );
  for await (const event of told) if (isDurable(event)) events.push(event);
  expect(events.filter(({ type }) => type === 'arms-added').length).toBeGreaterThan(1);
  expect(checkLog({ header: planted.run, events })).toEqual({ problem: null, ending: [] });
});
