// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeArm, plantTree, type RewardModel, type SamplingTree } from '../../../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../../core/testing/fake-run.ts';
import { freeScorer } from '../../../rewards/index.ts';
import { scoreForWish } from './score-for-wish.ts';
import { useWish, wishFor } from './use-wish.ts';
import { WishPane } from './wish-pane.tsx';

afterEach(cleanup);

const SHORT = 'Walk.';
const LIST = '- It helps you sleep.\n- It clears the head.\n- It is free.';

/** Scored by the rubric for a preference that a short answer meets. */
async function run(scorer: RewardModel | null = null): Promise<SamplingTree> {
  const rewardModel = scorer ?? (await freeScorer({}));
  const plan = fakePlan([makeArm('prs', 4, [2, 2]), makeArm('rand', 2, [2])], {
    preference: 'At most three words.',
  });
  const header = { ...fakeHeader(plan), rewardModel: rewardModel.description };
  const policy = fakePolicy((_, call) => (call % 2 === 1 ? SHORT : LIST));
  return (await runToEnd(plantTree(header), policy, rewardModel)).tree;
}

const ignore = (): void => undefined;
const asked = { prompt: 'Why is the sky blue?', scorerValues: {} };

function OnScreen({ tree, preference }: { readonly tree: SamplingTree; preference: string }) {
  const { wish, problem } = useWish(tree, tree.arms, { ...asked, preference });
  if (wish === null) return <p>{problem ?? 'Its own'}</p>;
  return <WishPane {...{ wish, onBack: ignore, onSample: ignore }} canSample />;
}

describe('the preference to score a run for', () => {
  it('is another than its own, and none where another prompt is set up', async () => {
    const tree = await run();
    const wish = (prompt: string, preference: string) =>
      wishFor(tree, { ...asked, prompt, preference });
    expect(wish(asked.prompt, ' As a list. ')).toBe('As a list.');
    expect(wish(asked.prompt, 'At most three words. ')).toBe(null);
    expect(wish(asked.prompt, ' ')).toBe(null);
    expect(wish('Why is grass green?', 'As a list.')).toBe(null);
  });
});

describe('a run on screen', () => {
  it('is scored for the preference that is set up, and says who would win instead', async () => {
    const tree = await run();
    const { rerender } = render(<OnScreen tree={tree} preference="At most three words." />);
    expect(screen.getByText('Its own')).toBeDefined();
    rerender(<OnScreen tree={tree} preference="As a list with bullet points." />);
    expect(await screen.findByText(/Scored for another preference: “As a list/)).toBeDefined();
    expect(screen.getByText(/Texts were written for “At most three words”/)).toBeDefined();
    const [prs, rand] = screen.getAllByRole('listitem');
    expect(prs?.textContent).toMatch(
      /^PRS 2\/2: Draft 2 would win \([\d.]+\), not Draft 1 \(.+\)\. Its anchor would be Draft 2, not Draft 1\.$/,
    );
    expect(prs?.dataset.another).toBe('true');
    expect(rand?.textContent).toMatch(/Draft 1 would win .+, not Draft 2/);
    expect(document.body.textContent).toContain('Rand 2 reads no preference');
    expect(document.body.textContent).toContain('Scored by Rubric, as the run was.');
    rerender(<OnScreen tree={tree} preference="At most three words." />);
    expect(screen.getByText('Its own')).toBeDefined();
  });

  it('says that another scorer stands in for its own', async () => {
    const longest = fakeRewardModel(({ response }) => response.length);
    const tree = await run(longest);
    render(<OnScreen tree={tree} preference="As a list with bullet points." />);
    await screen.findByText(/Scored for another preference/);
    expect(document.body.textContent).toContain('Rewards of the two don’t compare.');
  });

  it('goes back, and is sampled with it, by a button each', async () => {
    const tree = await run();
    const never = new AbortController().signal;
    const scored = await scoreForWish(tree, 'As a list.', {}, never);
    const onBack = vi.fn();
    const onSample = vi.fn();
    const wish = { ...scored, before: tree.arms, after: scored.read(tree.arms) };
    render(<WishPane {...{ wish, onBack, onSample }} canSample />);
    fireEvent.click(screen.getByRole('button', { name: 'Back to the run’s own preference' }));
    expect(onBack).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole('button', { name: 'Sample with this preference' }));
    expect(onSample).toHaveBeenCalledOnce();
  });
});
