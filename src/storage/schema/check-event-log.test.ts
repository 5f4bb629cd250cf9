import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DurableEvent, replay } from '../../core/index.ts';
import { exportRun, parseRunFile } from '../run-file/import-and-export-run.ts';
import { contradictionsIn } from '../testing/contradictions.ts';
import { earlierRunFile } from '../testing/earlier-runs.ts';
import { exampleRun, judgedRun } from '../testing/example-runs.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Event = Readonly<Record<string, Json>>;
interface RunFile {
  readonly events: readonly Event[];
}

const runs: readonly string[] = [
  earlierRunFile('finished-of-version-2'),
  earlierRunFile('stopped-of-version-2'),
  exportRun(await judgedRun(), 0),
  exportRun(await exampleRun({ split: [0, 3], stopAfter: 20 }), 0),
];

/** One change of a log: which event, what is done to it, and with which other. */
interface Change {
  readonly kind: 'drop' | 'repeat' | 'move' | 'swap' | 'borrow' | 'number' | 'text';
  readonly place: number;
  readonly other: number;
  readonly field: number;
}

const changes: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('drop', 'repeat', 'move', 'swap', 'borrow', 'number', 'text'),
  place: fc.nat(),
  other: fc.nat(),
  field: fc.nat(),
});

function changed(
  events: readonly Event[],
  { kind, place, other, field }: Change,
): readonly Event[] {
  const one = place % events.length;
  const two = other % events.length;
  const [first, second] = [events[one], events[two]];
  if (first === undefined || second === undefined) return events;
  switch (kind) {
    case 'drop':
      return events.toSpliced(one, 1);
    case 'repeat':
      return events.toSpliced(two, 0, first);
    case 'move':
      return events.toSpliced(one, 1).toSpliced(two, 0, first);
    case 'swap':
      return events.with(one, second).with(two, first);
    default:
      return events.with(one, withField(first, second, kind, field));
  }
}

function withField(event: Event, lender: Event, kind: string, place: number): Event {
  const keys = Object.keys(event);
  const key = keys[place % keys.length] ?? '';
  const value = event[key];
  if (kind === 'borrow') return key in lender ? { ...event, [key]: lender[key] ?? null } : event;
  if (kind === 'number' && typeof value === 'number') return { ...event, [key]: place % 3 };
  if (kind === 'text' && typeof value === 'string') return { ...event, [key]: value.slice(1) };
  return event;
}

describe('a log', () => {
  it('that is read folds to a tree without a contradiction, whatever was done to its file', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...runs),
        fc.array(changes, { minLength: 1, maxLength: 2 }),
        (file, todo) => {
          const document = JSON.parse(file) as RunFile;
          const events = todo.reduce(changed, document.events);
          const parsed = parseRunFile(JSON.stringify({ ...document, events }));
          if (!parsed.ok) return;
          read += 1;
          expect(contradictionsIn(replay(parsed.run.header, parsed.run.events))).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(20);
  }, 60_000);

  it('gets its winner where the page was closed after the scorer was asked again', async () => {
    const { header, events } = await exampleRun({ kinds: ['rand'], split: [4] });
    const winners = events.flatMap((event) =>
      event.type === 'winner-chosen' ? [event.nodeId] : [],
    );
    const place = events.findIndex(
      (event) => event.type === 'reward-given' && !winners.includes(event.nodeId),
    );
    const given = events[place];
    if (given?.type !== 'reward-given') throw new Error('Nothing was scored.');
    const { armId, nodeId } = given;
    const failed = { type: 'reward-failed', armId, nodeId, message: 'Busy.' } as const;
    const breakdown = [{ id: 'a', label: 'A', value: 9, measured: '' }];
    const reward = { value: 9, breakdown, conditionedOn: 'prompt' } as const;
    const cut = [...events.with(place, failed), { ...given, reward }];
    const parsed = parseRunFile(exportRun({ header, events: cut }, 0));
    const winner = { type: 'winner-chosen', armId, nodeId } as const;
    expect(parsed.ok && parsed.run.events).toEqual([...cut, winner]);
  });

  it('is read where it was cut off anywhere, as when the page was closed', async () => {
    const { header, events } = await judgedRun();
    for (let length = 0; length <= events.length; length += 1) {
      const parsed = parseRunFile(exportRun({ header, events: events.slice(0, length) }, 0));
      expect(parsed.ok ? '' : parsed.message).toBe('');
    }
  });
});

const at = 1_000_000;
const ofDraft = { armId: 'prs', nodeId: 'draft-1' } as const;
const failure = { kind: 'engine-lost', message: 'Gone.' } as const;

/** Where the first event of a type about PRS stands. */
const placeIn = (events: readonly DurableEvent[], type: DurableEvent['type']): number =>
  events.findIndex((event) => event.type === type && 'armId' in event && event.armId === 'prs');

const without = (type: DurableEvent['type']) => (events: readonly DurableEvent[]) =>
  events.toSpliced(placeIn(events, type), 1);
const withLast = (event: DurableEvent) => (events: readonly DurableEvent[]) => [...events, event];
const withChange =
  (type: DurableEvent['type'], change: object) => (events: readonly DurableEvent[]) => {
    const place = placeIn(events, type);
    const event = events[place];
    return event === undefined ? events : events.with(place, { ...event, ...change });
  };

describe('an event that contradicts what stands is refused with its number and field', () => {
  it.each<[string, (events: readonly DurableEvent[]) => readonly DurableEvent[], string]>([
    [
      'an arm of a run that was never begun',
      (events) => events.slice(1),
      'told while the run is under way but is "arm-started" when it is planned',
    ],
    [
      'a feedback without an anchor',
      without('anchor-chosen'),
      'nodeId" should be a node whose layer',
    ],
    ['a refinement before its feedback', without('feedback-finished'), 'a node whose feedback'],
    ['a finish without a start', without('draft-started'), 'a node that was started before'],
    [
      'a finish before its start',
      withChange('draft-finished', { at: 0.5 }),
      'at" should be no earlier',
    ],
    [
      'a stop before what it stops',
      (events) => [...events.slice(0, 3), { type: 'run-stopped', at: 1 }],
      'no earlier',
    ],
    [
      'an arm that ends before it began',
      withChange('arm-finished', { at: 0.5 }),
      'no earlier than',
    ],
    [
      'another text than its tokens',
      withChange('draft-finished', { text: 'a\udc00b' }),
      'what its tokens spell',
    ],
    [
      'a remark that is not true',
      withChange('draft-finished', { remarks: ['empty'] }),
      'without "empty"',
    ],
    [
      'an untold remark',
      withChange('draft-finished', { finishReason: 'length' }),
      'with "cut-off"',
    ],
    [
      'a failure of what is finished',
      withLast({ type: 'draft-failed', ...ofDraft, failure, at }),
      'which is finished',
    ],
    [
      'a start of what is finished',
      (events) => [...events, ...events.filter(({ type }) => type === 'draft-started')],
      'a node that is not finished',
    ],
    [
      'a failed reward over one that stands',
      withLast({ type: 'reward-failed', ...ofDraft, message: '' }),
      'a reward of 0.1 stands',
    ],
    [
      'another reward over one that stands',
      withLast({
        type: 'reward-given',
        ...ofDraft,
        reward: { value: 0, breakdown: [], conditionedOn: 'prompt' },
        otherReward: null,
      }),
      'the reward that stands',
    ],
    [
      'an anchor that is not the best',
      withChange('anchor-chosen', { nodeId: 'draft-2' }),
      'the best response of an earlier layer, "draft-1",',
    ],
    [
      'an anchor held against another where feedback reads the anchor alone',
      withChange('anchor-chosen', { rejectedId: 'draft-2' }),
      'rejectedId" should be absent',
    ],
    [
      'no winner where one wins',
      withChange('winner-chosen', { nodeId: null }),
      'the response with the highest reward',
    ],
    [
      'an arm that ends without a winner',
      without('winner-chosen'),
      "after the arm's winner was chosen",
    ],
    ['a run that ends before its arm', without('arm-finished'), 'after the end of the arm "prs"'],
    [
      'a stop of what is finished',
      withLast({ type: 'run-stopped', at }),
      'about a run that is not finished',
    ],
    [
      'a vote on one response alone',
      withLast({
        type: 'vote-cast',
        vote: { first: ofDraft, second: ofDraft, outcome: 'tie', voter: '' },
        at,
      }),
      'another response than the first',
    ],
    [
      'no way to refine where there is one',
      withChange('refinement-started', {
        type: 'refinement-failed',
        failure: { ...failure, kind: 'no-anchor' },
      }),
      'failure.kind" should be another',
    ],
  ])('%s', async (_, change, message) => {
    const { header, events } = await exampleRun({
      kinds: ['prs'],
      texts: ['One text.', 'Another.'],
    });
    const parsed = parseRunFile(exportRun({ header, events: change(events) }, 0));
    expect(parsed.ok ? 'It was read.' : parsed.message).toContain(message);
    expect(parsed.ok ? '' : parsed.message).toMatch(/^The file's field "events\[\d+\]\./);
  });

  it('an anchor held against a response that is not the worst', async () => {
    const { header, events } = await exampleRun({
      kinds: ['tpo'],
      texts: ['One text.', 'Another.'],
    });
    const read = (rejectedId: string) => {
      const changed = events.map((event) =>
        event.type === 'anchor-chosen' ? { ...event, rejectedId } : event,
      );
      const parsed = parseRunFile(exportRun({ header, events: changed }, 0));
      return parsed.ok ? 'It was read.' : parsed.message;
    };
    expect(read('draft-2')).toBe('It was read.');
    const message = 'rejectedId" should be the worst so far, "draft-2",';
    expect(read('draft-1')).toContain(message);
    expect(read('refinement-1-1')).toContain(message);
    expect(read('nobody')).toContain(message);
  });
});

describe('an adaptive arm', () => {
  const RUN = { kinds: ['ab-mcts'] as const, split: [6], texts: ['a', 'bb', 'ccc'] };
  /** A file with the choice of its first anchor changed. */
  async function withChoice(
    change: (chosen: Extract<DurableEvent, { type: 'anchor-chosen' }>) => DurableEvent,
  ): Promise<string> {
    const run = await exampleRun(RUN);
    const events = run.events.map((event) =>
      event.type === 'anchor-chosen' && event.layer === 1 ? change(event) : event,
    );
    const parsed = parseRunFile(exportRun({ ...run, events }, 0));
    return parsed.ok ? '' : parsed.message;
  }

  it('opens as it was sampled, and may have refined any response that is scored', async () => {
    const run = await exampleRun(RUN);
    const parsed = parseRunFile(exportRun(run, 0));
    if (!parsed.ok) throw new Error(parsed.message);
    const { arms } = replay(parsed.run.header, parsed.run.events);
    expect(arms).toEqual(replay(run.header, run.events).arms);
    expect(arms[0]?.nodes.some(({ kind }) => kind === 'refinement')).toBe(true);
  });

  it('is refused where it refines what has no reward, or a layer out of turn', async () => {
    expect(await withChoice((chosen) => ({ ...chosen, nodeId: 'draft-6' }))).toMatch(
      /draft-6|scored response/,
    );
    expect(await withChoice((chosen) => ({ ...chosen, layer: 2 }))).toContain(
      'the next layer within the budget',
    );
  });
});
