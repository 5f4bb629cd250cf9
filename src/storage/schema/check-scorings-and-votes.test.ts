import { describe, expect, it } from 'vitest';
import { LARGEST_REWARD, type Reward } from '../../core/index.ts';
import { exportRun, parseRunFile } from '../run-file/import-and-export-run.ts';
import { judgedRun, withEvent } from '../testing/example-runs.ts';
import { writableEvent } from './check-writable.ts';

/** The event that many places before the end, changed. */
async function messageWith(fromEnd: number, change: object): Promise<string> {
  const run = await judgedRun();
  const position = run.events.length - fromEnd;
  const event = run.events[position];
  if (event === undefined) throw new Error('no such event');
  const parsed = parseRunFile(exportRun(withEvent(run, position, { ...event, ...change }), 0));
  return parsed.ok ? 'read' : parsed.message;
}

describe('scorings and votes in a file', () => {
  it('come back as they were written', async () => {
    const run = await judgedRun();
    expect(parseRunFile(exportRun(run, 0))).toEqual({ ok: true, run });
  });

  it('are refused where they are about nothing that was finished', async () => {
    expect(await messageWith(3, { nodeId: 'draft-9' })).toContain(
      'should be a response that was finished before but is the text "draft-9"',
    );
    expect(await messageWith(3, { armId: 'none' })).toContain("the id of one of the plan's arms");
    expect(await messageWith(3, { armId: 'prs', nodeId: 'feedback-1' })).toContain('a response');
    expect(await messageWith(2, { scoringId: 's2' })).toContain('a scoring begun before');
  });

  it('are refused beyond the largest reward, by whoever writes or reads them', async () => {
    const run = await judgedRun();
    const given = run.events.at(-3);
    if (given?.type !== 'scoring-given') throw new Error('no scoring');
    const rewarded = (value: number): Reward => {
      const part = { id: 'all', label: 'All', value, measured: '' };
      return { value, breakdown: [part], conditionedOn: given.reward.conditionedOn };
    };
    for (const value of [1e308, -1e308, LARGEST_REWARD + 1]) {
      const reward = rewarded(value);
      expect(await messageWith(3, { reward })).toMatch(/should be at (most|least) -?1,000,000,000/);
      expect(() => writableEvent({ ...given, reward })).toThrow(/could not be read back/);
    }
    for (const value of [LARGEST_REWARD, -LARGEST_REWARD]) {
      const event = { ...given, reward: rewarded(value) };
      expect(writableEvent(event)).toEqual(event);
      expect(await messageWith(3, event)).toBe('read');
    }
  });

  it('are refused where parts do not sum, or two scorings share an id', async () => {
    const reward = { value: 3, breakdown: [], conditionedOn: 'prompt' };
    expect(await messageWith(3, { reward })).toContain('the sum of its breakdown, 0,');
    const run = await judgedRun();
    const started = run.events.find(({ type }) => type === 'scoring-started');
    if (started === undefined) throw new Error('no scoring');
    const twice = { ...run, events: [...run.events, started] };
    const parsed = parseRunFile(exportRun(twice, 0));
    expect(parsed.ok ? '' : parsed.message).toContain('an id that no other scoring has');
  });

  it('keep what was asked the other way, and why that failed', async () => {
    const run = await judgedRun();
    const events = run.events.map((event) => {
      if (event.type === 'scoring-started') {
        return { ...event, scoring: { ...event.scoring, bothWays: true } };
      }
      const isReward = event.type === 'scoring-given' || event.type === 'reward-given';
      return isReward ? { ...event, otherProblem: 'No digits.' } : event;
    });
    const changed = { ...run, events };
    expect(parseRunFile(exportRun(changed, 0))).toEqual({ ok: true, run: changed });
  });

  it.each(['own', 'votes', 'at-once:rubric'])(
    'are refused under the id %s, which the page gives itself',
    async (id) => {
      const rewardModel = { id: 'fake', name: 'Fake', version: 1, summary: '', settings: {} };
      const scoring = { id, rewardModel, conditionedOn: 'prompt' };
      expect(await messageWith(4, { scoring })).toContain(
        `should be an id that the page doesn’t give itself but is the text "${id}"`,
      );
    },
  );

  it('are refused where a vote is no vote', async () => {
    const address = { armId: 'rand', nodeId: 'draft-1' };
    const vote = { first: address, second: { ...address, nodeId: 'x' }, outcome: 'tie', voter: '' };
    expect(await messageWith(1, { vote })).toContain('vote.second.nodeId');
    expect(await messageWith(1, { vote: { ...vote, outcome: 'both' } })).toContain('vote.outcome');
  });
});
