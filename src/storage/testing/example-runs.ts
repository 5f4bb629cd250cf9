import {
  ARM_KINDS,
  type ArmKind,
  type DurableEvent,
  isDurable,
  makeArm,
  plantTree,
  type RunHeader,
  type StoredRun,
} from '../../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../core/testing/fake-run.ts';

/** What differs between one example run and another. */
export interface Example {
  readonly header: Partial<RunHeader>;
  readonly kinds: readonly ArmKind[];
  readonly split: readonly number[];
  readonly texts: readonly string[];
  readonly rewards: readonly number[];
  readonly stopAfter: number;
}

const EXAMPLE: Example = {
  header: {},
  kinds: ARM_KINDS,
  split: [2, 2],
  texts: ['Light scatters.', 'Short waves scatter most.', ''],
  rewards: [0.1, -1.5, 2.25],
  stopAfter: Number.POSITIVE_INFINITY,
};

/** A run that the real sampler made, from a policy and a reward model that go through lists. */
export async function exampleRun(changes: Partial<Example> = {}): Promise<StoredRun> {
  const { header, kinds, split, texts, rewards, stopAfter } = { ...EXAMPLE, ...changes };
  const budget = split.reduce((sum, part) => sum + part, 0);
  const plan = fakePlan(kinds.map((kind) => makeArm(kind, budget, split)));
  const run = { ...fakeHeader(plan), ...header };
  const policy = fakePolicy((_, call) => texts[call % texts.length] ?? '', 2);
  let scored = 0;
  const rewardModel = fakeRewardModel(() => rewards[scored++ % rewards.length] ?? 0);
  const { events } = await runToEnd(plantTree(run), policy, rewardModel, stopAfter);
  return { header: run, events: events.filter(isDurable) };
}

/** An example run that another scorer read afterwards, once without success, with one vote. */
export async function judgedRun(): Promise<StoredRun> {
  const run = await exampleRun();
  const rewardModel = fakeRewardModel(({ response }) => response.length);
  const reward = { value: 2, breakdown: [], conditionedOn: 'prompt' } as const;
  const summed = { ...reward, breakdown: [{ id: 'a', label: 'A', value: 2, measured: '' }] };
  const [first, second] = [
    { armId: 'rand', nodeId: 'draft-1' },
    { armId: 'prs', nodeId: 'draft-2' },
  ] as const;
  const scoring = {
    id: 's1',
    rewardModel: rewardModel.description,
    conditionedOn: 'prompt',
  } as const;
  const events: readonly DurableEvent[] = [
    ...run.events,
    { type: 'scoring-started', scoring, at: 9000 },
    { type: 'scoring-given', scoringId: 's1', ...first, reward: summed, otherReward: null },
    { type: 'scoring-failed', scoringId: 's1', ...second, message: 'No digits.' },
    { type: 'vote-cast', vote: { first, second, outcome: 'tie', voter: 'Ada' }, at: 9001 },
  ];
  return { ...run, events };
}

/** A copy with one event changed. */
export function withEvent(run: StoredRun, position: number, event: DurableEvent): StoredRun {
  return { ...run, events: run.events.with(position, event) };
}
