import {
  DEFAULT_SAMPLING,
  type DurableEvent,
  isDurable,
  makeArm,
  plantTree,
  type StoredRun,
} from '../../src/core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../src/core/testing/fake-run.ts';

/** A run that is as large in one way as is wished. */
export interface GrowingRun {
  readonly kind: string;
  /** What there are so many of. */
  readonly unit: 'events' | 'characters';
  readonly make: (size: number) => Promise<StoredRun>;
}

const RESPONSES = {
  first: { armId: 'prs', nodeId: 'draft-1' },
  second: { armId: 'prs', nodeId: 'draft-2' },
};
/** Nothing is cut off. */
const SAMPLING = { ...DEFAULT_SAMPLING, maxTokens: 1_000_000 };
const HEADER = fakeHeader(
  fakePlan([makeArm('prs', 4, [2, 2])], { sampling: SAMPLING, feedbackMaxTokens: 1_000_000 }),
);
const SCORER = fakeRewardModel(() => 0).description;

/** A run whose every text is the one given, as far as texts may be equal. */
async function runOf(text: string): Promise<StoredRun> {
  const policy = fakePolicy((_, call) => `${text}${String(call)}`);
  const { events } = await runToEnd(
    plantTree(HEADER),
    policy,
    fakeRewardModel(() => 1),
  );
  return { header: HEADER, events: events.filter(isDurable) };
}

/** A small run with many events at its end. */
function withEvents(kind: string, make: (place: number) => readonly DurableEvent[]): GrowingRun {
  return {
    kind,
    unit: 'events',
    make: async (size) => {
      const run = await runOf('Text ');
      const added: DurableEvent[] = [];
      for (let place = 0; added.length < size; place += 1) added.push(...make(place));
      return { ...run, events: [...run.events, ...added] };
    },
  };
}

/** A run with a long text in every place. */
function withText(kind: string, part: string): GrowingRun {
  return {
    kind,
    unit: 'characters',
    make: (size) => runOf(part.repeat(Math.ceil(size / part.length))),
  };
}

const at = 1_000_000;
const REWARD = { value: 0, breakdown: [], conditionedOn: 'prompt' } as const;

/** Everything that a log may have many of, and the texts that a careless regular expression is slow with. */
export const GROWING_RUNS: readonly GrowingRun[] = [
  withEvents('votes', () => [
    { type: 'vote-cast', vote: { ...RESPONSES, outcome: 'tie', voter: 'Ada' }, at },
  ]),
  withEvents('scorings', (place) => [
    {
      type: 'scoring-started',
      scoring: { id: `s${String(place)}`, rewardModel: SCORER, conditionedOn: 'prompt' },
      at,
    },
    {
      type: 'scoring-given',
      scoringId: `s${String(place)}`,
      ...RESPONSES.first,
      reward: REWARD,
      otherReward: null,
    },
  ]),
  withEvents('rewards given again', (place) =>
    place === 0
      ? [
          {
            type: 'scoring-started',
            scoring: { id: 's', rewardModel: SCORER, conditionedOn: 'prompt' },
            at,
          },
        ]
      : [
          {
            type: 'scoring-given',
            scoringId: 's',
            ...RESPONSES.first,
            reward: REWARD,
            otherReward: null,
          },
        ],
  ),
  {
    kind: 'stops',
    unit: 'events',
    make: async (size) => {
      const run = await runOf('Text ');
      const begun = run.events.slice(0, 3);
      const [started, armStarted, draftStarted] = begun;
      if (started === undefined || armStarted === undefined || draftStarted === undefined)
        return run;
      const round = [
        { type: 'run-stopped', at } as const,
        started,
        armStarted,
        { ...draftStarted, at },
      ];
      const rounds = Array.from({ length: Math.ceil(size / round.length) }, () => round);
      return { ...run, events: [...begun, ...rounds.flat()] };
    },
  },
  withText('words', 'walking every day is good. '),
  withText('line breaks', '\n'),
  withText('spaces', ' '),
  withText('letters', 'a'),
  withText('digits', '1'),
  withText('stars', '*'),
  withText('backticks', '`'),
  withText('quotes', '"\''),
  withText('brackets', '(['),
  withText('dashes', '- '),
  withText('headings', '#'),
  withText('questions', '? '),
  withText('commas', ', and '),
  withText('combining marks', 'e\u0301'),
];
