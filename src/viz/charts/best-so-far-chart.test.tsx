// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { CostUnit } from '../../core/index.ts';
import { type BestSoFarArm, BestSoFarChart } from './best-so-far-chart.tsx';
import { armFollowed, bestSoFarLayout } from './best-so-far-layout.ts';

afterEach(cleanup);

const ARMS: readonly BestSoFarArm[] = [
  {
    ...{ armId: 'prs', label: 'PRS 1/1', spent: 40, nameOf: (id: string) => `the ${id}` },
    better: [
      { nodeId: 'draft-1', reward: 1, spent: 10 },
      { nodeId: 'refinement-1', reward: 2.5, spent: 40 },
    ],
  },
  {
    ...{ armId: 'rand', label: 'Rand 2', spent: 20, nameOf: (id: string) => `the ${id}` },
    better: [{ nodeId: 'draft-2', reward: 0.5, spent: 20 }],
  },
];

it('opens the response behind each step, which says what it took', () => {
  const opened: unknown[] = [];
  render(<BestSoFarChart arms={ARMS} unit="tokens" onSelect={(node) => opened.push(node)} />);
  expect(screen.getByRole('group', { name: /against tokens/ })).toBeTruthy();
  fireEvent.click(
    screen.getByRole('button', { name: 'PRS 1/1: 2.50 by the refinement-1, after 40 tokens' }),
  );
  expect(opened).toEqual([{ armId: 'prs', nodeId: 'refinement-1' }]);
});

it('has whole numbers of responses on its axis, and parts of seconds', () => {
  const four = [{ better: [{ nodeId: 'draft-1', reward: 1, spent: 1 }], spent: 4 }];
  const wide = { ...FRAME, right: 1000 };
  const ticks = (unit: CostUnit) =>
    bestSoFarLayout(four, wide, unit).costTicks.map(({ value }) => value);
  expect(ticks('responses')).toEqual([0, 1, 2, 3, 4]);
  expect(ticks('seconds')).toContain(0.2);
});

it('says seconds where it is read against time', () => {
  render(<BestSoFarChart arms={ARMS} unit="seconds" onSelect={() => undefined} />);
  expect(screen.getByRole('button', { name: /Rand 2: .* after 20 s$/ })).toBeTruthy();
});

const FRAME = { left: 40, right: 300, top: 20, bottom: 180 };
const curve = fc
  .array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.nat(100)), { minLength: 1, maxLength: 4 })
  .map((points) => {
    const rewards = [...new Set(points.map(([reward]) => reward))].toSorted((a, b) => a - b);
    const costs = points.map(([, spent]) => spent).toSorted((a, b) => a - b);
    const better = rewards.map((reward, place) => ({
      ...{ nodeId: String(place), reward },
      spent: costs[place] ?? 0,
    }));
    return { better, spent: 100 };
  });

it('keeps every step in the plot', () => {
  fc.assert(
    fc.property(fc.array(curve, { minLength: 1, maxLength: 6 }), (arms) => {
      const { curves } = bestSoFarLayout(arms, FRAME, 'responses');
      for (const { x, y } of curves.flatMap(({ steps }) => steps)) {
        expect(x).toBeGreaterThanOrEqual(FRAME.left);
        expect(x).toBeLessThanOrEqual(FRAME.right);
        expect(y).toBeGreaterThanOrEqual(FRAME.top);
        expect(y).toBeLessThanOrEqual(FRAME.bottom);
      }
    }),
  );
});

it('names every arm beside a piece of its line', () => {
  render(<BestSoFarChart arms={ARMS} unit="tokens" onSelect={() => undefined} />);
  const lines = within(screen.getByRole('list', { name: 'Lines' })).getAllByRole('listitem');
  const dashes = (line: HTMLElement) =>
    line.querySelector('[data-dashes]')?.getAttribute('data-dashes');
  expect(lines.map((line) => [line.textContent, dashes(line)])).toEqual([
    ['PRS 1/1', '0'],
    ['Rand 2', '1'],
  ]);
});

it('draws what an arm has in common with one before it once', () => {
  const alone = stepsTo([0, 11]);
  const first = stepsTo([0, 10], [1, 20], [3, 40]);
  const other = stepsTo([0, 10], [1, 20], [2, 30]);
  const third = stepsTo([0, 10], [1, 20], [2, 30], [4, 45]);
  const arms = [alone, first, other, third];
  const followed = arms.map((_, place) => armFollowed(arms, place));
  expect(followed).toEqual([null, null, first, other]);
  const { curves } = bestSoFarLayout(arms, FRAME, 'responses');
  const starts = curves.map(({ path }) => Number(/^M([\d.]+)/.exec(path)?.[1]));
  const at = (curve: number, step: number) => curves[curve]?.steps[step]?.x;
  // The third leaves the level of the second where it rises; the fourth that of the third likewise.
  expect(starts.map((start) => Math.round(start))).toEqual(
    [at(0, 0), at(1, 0), at(2, 2), at(3, 3)].map((x) => Math.round(x ?? NaN)),
  );
  expect(curves[2]?.steps).toHaveLength(3);
});

it('draws an arm from where the one that it follows rises', () => {
  const first = stepsTo([0, 10], [3, 20]);
  const other = stepsTo([0, 10], [2, 30]);
  const [rises, follows] = bestSoFarLayout([first, other], FRAME, 'responses').curves;
  expect(follows?.path).toMatch(new RegExp(`^M${String(rises?.steps[1]?.x)},`, 'u'));
});

it('marks where an arm ends that has no line of its own', () => {
  const first = stepsTo([1, 10], [3, 50]);
  const within = { ...stepsTo([1, 10]), spent: 30 };
  const beyond = { ...stepsTo([1, 10]), spent: 70 };
  const { curves } = bestSoFarLayout([first, within, beyond], FRAME, 'responses');
  expect(curves.map(({ end }) => end !== null)).toEqual([false, true, false]);
  const named = [first, within].map((arm, place) => ({
    ...{ ...arm, armId: String(place), label: `Arm ${String(place)}` },
    nameOf: (id: string) => id,
  }));
  render(<BestSoFarChart arms={named} unit="tokens" onSelect={() => undefined} />);
  expect(screen.getByText(/ends here/).textContent).toBe('Arm 1 ends here, 1.00');
});

function stepsTo(...steps: readonly (readonly [reward: number, spent: number])[]) {
  return {
    better: steps.map(([reward, spent]) => ({ nodeId: String(reward), reward, spent })),
    spent: 50,
  };
}
