// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { makeArm, plantTree, type RunPlan, type SamplingTree } from '../../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../core/testing/fake-run.ts';
import { besideArms, pairsOf, winnersSentence } from './beside-arms.ts';
import { BesidePane } from './beside-pane.tsx';

afterEach(cleanup);

const TEXTS = [
  'Walk.',
  'Walk every day, since it helps you sleep.',
  '- It is free.\n- It is easy.',
];

async function run(changes: Partial<RunPlan>, first = 0): Promise<SamplingTree> {
  const arms = [makeArm('prs', 4, [2, 2]), makeArm('rand', 2, [2])];
  const policy = fakePolicy((_, call) => TEXTS[(call + first) % TEXTS.length] ?? '');
  const longest = fakeRewardModel(({ response }) => response.length);
  const planted = plantTree(fakeHeader(fakePlan(arms, changes)));
  return (await runToEnd(planted, policy, longest)).tree;
}

describe('the arms of two runs', () => {
  it('stand strategy by strategy, each with a name and an id of its own', async () => {
    const other = await run({ arms: [makeArm('rand', 2, [2]), makeArm('prand', 2, [2])] });
    const arms = besideArms(await run({}), other);
    expect(arms.map(({ label }) => label)).toEqual([
      'PRS 2/2, A',
      'Rand 2, A',
      'Rand 2, B',
      'PRand 2, B',
    ]);
    expect(new Set(arms.map(({ arm }) => arm.arm.id)).size).toBe(4);
    const pairs = pairsOf(arms);
    expect(pairs.map(({ one, other: second }) => [one?.side, second?.side])).toEqual([
      ['A', undefined],
      ['A', 'B'],
      [undefined, 'B'],
    ]);
    const sentences = (isOnePreference: boolean) =>
      pairs.map((pair) => winnersSentence(pair, isOnePreference));
    expect(sentences(true)).toEqual([null, expect.stringMatching(/: level\.$/), null]);
    expect(sentences(false)).toEqual([null, expect.not.stringContaining('level'), null]);
  });
});

describe('two runs beside each other', () => {
  it('have one axis, what differs, both winners’ texts and what they took', async () => {
    const [one, other] = [await run({}), await run({ preference: 'Be thorough.' }, 1)];
    render(<BesidePane {...{ one, other }} />);
    const table = screen.getByRole('group', { name: 'Table of differences' });
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    expect(table.textContent).toContain('Be thorough.');
    expect(document.body.textContent).toContain('Each run is scored for its own preference');
    expect(screen.getAllByRole('img', { name: /^Axis: reward/ })).toHaveLength(1);
    for (const name of ['PRS 2/2, A', 'PRS 2/2, B', 'Rand 2, A', 'Rand 2, B']) {
      expect(screen.getByRole('group', { name: `Sampling tree of ${name}` })).toBeDefined();
      expect(screen.getByRole('article', { name }).textContent).toContain('winner');
    }
    const costs = screen.getByRole('group', { name: 'Table of rewards and cost' });
    expect(within(costs).getAllByRole('row')).toHaveLength(5);
  });

  it('show the response that is chosen in place of its arm’s winner', async () => {
    const tree = await run({});
    render(<BesidePane one={tree} other={tree} />);
    expect(screen.getByText('Nothing that was set up differs.')).toBeDefined();
    const section = screen.getByRole('region', { name: 'PRS 2/2, B' });
    fireEvent.click(within(section).getByText('Rewards as a table'));
    fireEvent.click(within(section).getByRole('button', { name: 'Draft 1' }));
    const text = screen.getByRole('article', { name: 'PRS 2/2, B' });
    expect(text.textContent).toContain('Draft 1');
    expect(text.textContent).toContain('Walk every day');
    expect(screen.getByRole('article', { name: 'PRS 2/2, A' }).textContent).toContain('winner');
  });

  it('have two axes where another scorer scored, and one where the rubric reads both', async () => {
    const one = await run({});
    const rewardModel = { ...one.run.rewardModel, id: 'other', name: 'Other' };
    const other = { ...one, run: { ...one.run, rewardModel } };
    render(<BesidePane {...{ one, other }} />);
    expect(screen.getAllByRole('img', { name: /^Axis: reward/ })).toHaveLength(2);
    expect(document.body.textContent).toContain('rewards of different scorers don’t compare');
    fireEvent.change(screen.getByLabelText('Rewards'), { target: { value: 'A' } });
    expect(await screen.findAllByText(/A’s winner, .+ level/)).toHaveLength(2);
    expect(screen.getAllByRole('img', { name: /^Axis: reward/ })).toHaveLength(1);
  });
});
