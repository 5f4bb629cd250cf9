// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { makeArm } from '../core/index.ts';
import { fakePlan, fakePolicy, fakeRewardModel } from '../core/testing/fake-run.ts';
import { loaded, request } from '../runs/testing/set-up.ts';
// What a run fetches late: loaded before the tests begin, since one that ends meanwhile would break it for those that follow.
import '../features/playground/node/node-inspector.tsx';
import '../features/playground/results/order-layout.tsx';
import '../features/playground/results/play-splits.tsx';
import '../features/playground/results/winners-and-accounts.tsx';
import '../features/playground/scoring/scoring-pane.tsx';
import '../features/playground/verdict/verdict-pane.tsx';
import { App } from './app.tsx';
import { fakeDependencies } from './testing/fake-dependencies.ts';

afterEach(cleanup);

const small = { ...request, plan: fakePlan([makeArm('rand', 2, [2])]) };
const WORDS = 'one two three four five six seven eight nine ten';

/** The page at its first address, and how often it has drawn itself: at each drawing it takes its dependencies once. */
function open() {
  const dependencies = fakeDependencies(loaded(fakePolicy(() => WORDS)));
  let drawings = 0;
  const { newSeed } = dependencies;
  Object.defineProperty(dependencies, 'newSeed', {
    get: () => {
      drawings += 1;
      return newSeed;
    },
  });
  const { hook } = memoryLocation({ path: '/' });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Router hook={hook}>
        <App dependencies={dependencies} />
      </Router>
    </QueryClientProvider>,
  );
  return { controller: dependencies.controller, drawings: () => drawings };
}

/** The whole page is drawn, which takes its time where other work goes on. */
describe('App', { timeout: 20_000 }, () => {
  it('does not draw itself again while words arrive', async () => {
    const { controller, drawings } = open();
    await screen.findByText('Run');
    const told: number[] = [];
    controller.view.subscribe(() => {
      told.push(drawings());
    });
    await act(() => controller.start(small));
    expect(document.querySelector('main')?.dataset.runState).toBe('finished');
    // Two texts of ten words each; the page draws itself as the run begins and ends.
    expect(told.length).toBeGreaterThan(20);
    expect(drawings()).toBeLessThan(12);
  });

  it('draws itself again when a run begins or ends, and not for a reward', async () => {
    const { controller, drawings } = open();
    await screen.findByText('Run');
    await act(() => controller.start(small));
    const before = drawings();
    const again = { conditionedOn: 'prompt', bothWays: false, again: null } as const;
    const scorer = () => fakeRewardModel(({ response }) => response.length);
    await act(() => controller.score({ ...again, source: null, scorer }));
    expect(controller.view.getSnapshot().tree?.scorings[0]?.outcomes).toHaveLength(2);
    expect(drawings()).toBe(before);
    act(() => {
      controller.close();
    });
    expect(drawings()).toBeGreaterThan(before);
  });
});

describe('the link that skips', () => {
  it('comes first and leads past the header, to Run where a run can be started', () => {
    open();
    const skip = screen.getByRole('button', { name: 'Skip to Run' });
    expect(document.querySelector('button, a, input, textarea, select')).toBe(skip);
    fireEvent.click(skip);
    const run = screen.getByRole<HTMLButtonElement>('button', { name: 'Run' });
    expect(document.activeElement).toBe(run.disabled ? screen.getByRole('main') : run);
  });
});
