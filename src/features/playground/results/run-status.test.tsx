// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { fakePolicy, fakeRewardModel, plantOne, runToEnd } from '../../../core/testing/fake-run.ts';
import type { RunView } from '../../../runs/index.ts';
import { RunStatus, type RunStatusProps } from './run-status.tsx';

const byLength = fakeRewardModel(({ response }) => response.length);

/** A finished run of three drafts, of which these calls failed. */
async function finished(...failing: readonly number[]): Promise<RunView> {
  const policy = fakePolicy((_, call) =>
    failing.includes(call) ? new Error('The graphics memory is full.') : 'words',
  );
  const { tree } = await runToEnd(plantOne('rand', [3]), policy, byLength);
  const quiet = { problem: null, storageProblem: null, scoring: null, scoringProblem: null };
  return { state: 'finished', tree, live: true, ...quiet };
}

function show(view: RunView, tryAgain: RunStatusProps['actions']['tryAgain'] = vi.fn()) {
  const ignore = vi.fn();
  const others = { resume: ignore, reuse: ignore, startAnew: ignore };
  const keeping = { exportRun: ignore, keepAgain: ignore, lookAgain: ignore };
  const actions = { ...others, ...keeping, notice: null, tryAgain };
  render(<RunStatus view={view} model={{ status: 'none' }} actions={actions} />);
}

afterEach(cleanup);

it('a run with failed texts says how many and why, and offers to try them again', async () => {
  const tryAgain = vi.fn();
  show(await finished(1, 2), tryAgain);
  expect(screen.getByRole('status').textContent).toBe(
    'Finished: 1 of 3 texts, 2 failed: The graphics memory is full.',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Try the 2 failed again' }));
  expect(tryAgain).toHaveBeenCalledWith([
    { armId: 'rand', nodeId: 'draft-1' },
    { armId: 'rand', nodeId: 'draft-2' },
  ]);
});

it('a stopped run says that trying again goes on with it too', async () => {
  const { tree, ...rest } = await finished(1);
  if (tree === null) throw new Error('It has a tree.');
  const arms = tree.arms.map((arm) => ({ ...arm, status: 'running' as const }));
  show({ ...rest, state: 'stopped', tree: { ...tree, arms } });
  expect(screen.getByRole('button', { name: /failed/ }).textContent).toBe(
    'Try the failed one again and continue',
  );
});

it('a run with more arms than it was planned with says what is counted', async () => {
  const { tree, ...rest } = await finished();
  if (tree === null) throw new Error('It has a tree.');
  show({ ...rest, tree: { ...tree, arms: [...tree.arms, ...tree.arms] } });
  expect(screen.getByRole('status').textContent).toMatch(/^Finished: 3 of 3 texts\. Counted are/);
});

it('a whole run offers nothing of the kind, nor one that is being sampled', async () => {
  show(await finished());
  show({ ...(await finished(1)), state: 'running' });
  expect(screen.queryByRole('button', { name: /failed/ })).toBe(null);
});
