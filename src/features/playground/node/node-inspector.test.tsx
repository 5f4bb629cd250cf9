// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { type ArmTree, tellAgain } from '../../../core/index.ts';
import { fakePolicy, fakeRewardModel, plantOne, runToEnd } from '../../../core/testing/fake-run.ts';
import { NodeInspector } from './node-inspector.tsx';

afterEach(cleanup);

/** Shows the one draft of a run whose model wrote this. */
async function show(written: string) {
  const { tree } = await runToEnd(
    plantOne('rand', [1]),
    fakePolicy(() => written),
    fakeRewardModel(() => 1),
  );
  const [arm] = tree.arms;
  const [node] = arm?.nodes ?? [];
  if (arm === undefined || node === undefined) throw new Error('The arm has no draft.');
  render(<NodeInspector {...{ arm, node }} run={tree.run} scorer={null} onTryAgain={null} />);
}

it('folds what the model thought before its answer', async () => {
  await show('<think> short or long? </think> Short.');
  const thoughts = screen.getByText('short or long?');
  const folded = thoughts.closest('details');
  expect(folded?.open).toBe(false);
  expect(folded?.querySelector('summary')?.textContent).toContain('Thoughts');
  expect(folded?.contains(screen.getByText('Short.'))).toBe(false);
});

it('says of a text that was cut off in its thoughts that there is no answer', async () => {
  await show(`<think> ${'hm '.repeat(300)}`.trim());
  expect(screen.getByText(/still thinking when its tokens were used up/)).not.toBe(null);
  expect(screen.getByText('empty')).not.toBe(null);
});

it('says which two responses a feedback compares', async () => {
  const { tree } = await runToEnd(
    plantOne('tpo', [2, 1]),
    fakePolicy((_, call) => ['a', 'bbb', 'Keep the b.', 'bbbb'][call - 1] ?? ''),
    fakeRewardModel(({ response }) => response.length),
  );
  const [arm] = tree.arms;
  const [rejected, , feedback] = arm?.nodes ?? [];
  if (arm === undefined || rejected === undefined || feedback === undefined) {
    throw new Error('The arm has no feedback.');
  }
  const shared = { arm, run: tree.run, scorer: null, onTryAgain: null };
  const { rerender } = render(<NodeInspector {...shared} node={feedback} />);
  const said = 'Compares Draft 2, the best so far, with Draft 1, the worst so far.';
  expect(screen.getByText(said)).not.toBe(null);
  rerender(<NodeInspector {...shared} node={rejected} />);
  expect(screen.queryByText(said)).toBe(null);
  expect(screen.getByText('rejected')).not.toBe(null);
});

it('has nothing to fold where the model did not think', async () => {
  await show('Short.');
  expect(screen.queryByText('Thoughts')).toBe(null);
});

it('doesn’t say of what is told again that it is being written now', async () => {
  const { tree } = await runToEnd(
    plantOne('rand', [1]),
    fakePolicy(() => 'Short.'),
    fakeRewardModel(() => 1),
  );
  const [arm] = tellAgain(tree.arms).flat().filter(isWriting);
  const node = arm?.nodes.find(({ progress }) => progress.status === 'writing');
  if (arm === undefined || node === undefined) throw new Error('Nothing is being written.');
  const shared = { arm, node, run: tree.run, scorer: null, onTryAgain: null };
  const { rerender } = render(<NodeInspector {...shared} isTold />);
  expect(screen.queryByText('Being written …')).toBe(null);
  expect(screen.getByText(/^Told again: at this step it was being written/)).not.toBe(null);
  rerender(<NodeInspector {...shared} />);
  expect(screen.getByText('Being written …')).not.toBe(null);
});

function isWriting({ nodes }: ArmTree): boolean {
  return nodes.some(({ progress }) => progress.status === 'writing');
}
