// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { BandChart } from './band-chart.tsx';
import { bandLayout, type BandChartPoint } from './band-layout.ts';
import { IntervalChart } from './interval-chart.tsx';
import { walkCurves } from './walk-curves.ts';

afterEach(cleanup);

const point = (x: number, mean: number | null): BandChartPoint => ({
  ...{ x, mean, name: `${String(mean)} at ${String(x)}` },
  interval: mean === null ? null : { low: mean - 1, high: mean + 1 },
});

const FRAME = { left: 40, right: 340, top: 20, bottom: 220 };

it('says a point’s figures where it is pressed, and walks between points and curves', () => {
  const curves = [
    { id: 'prs', label: 'PRS 1/1', points: [point(1, 2), point(2, 3)] },
    { id: 'rand', label: 'Rand 2', points: [point(1, 0)] },
  ];
  const titles = { label: 'Reward', xTitle: 'responses', yTitle: 'reward' };
  render(<BandChart curves={curves} {...titles} provenance="8 prompts" />);
  const first = screen.getByRole('button', { name: '2 at 1' });
  fireEvent.keyDown(first, { key: 'ArrowRight' });
  const second = screen.getByRole('button', { name: '3 at 2' });
  expect(document.activeElement).toBe(second);
  fireEvent.keyDown(second, { key: 'Enter' });
  expect(screen.getByRole('status').textContent).toBe('3 at 2');
  fireEvent.keyDown(second, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '0 at 1' }));
});

it('leads nowhere beyond the ends', () => {
  const walk = walkCurves([['a', 'b'], ['c']]);
  expect(['ArrowLeft', 'ArrowUp', 'x'].map((key) => walk('a', key))).toEqual([null, null, null]);
  expect([walk('b', 'ArrowRight'), walk('c', 'ArrowUp'), walk('z', 'ArrowUp')]).toEqual([
    null,
    'a',
    null,
  ]);
});

it('draws nothing across what isn’t known', () => {
  const { curves, yTicks } = bandLayout([[point(0, 1), point(1, null), point(2, 3)]], FRAME);
  expect(curves[0]?.marks.map(({ y }) => y === null)).toEqual([false, true, false]);
  expect(curves[0]?.line.match(/M/g)).toHaveLength(2);
  expect(curves[0]?.band.match(/M/g)).toHaveLength(2);
  expect(yTicks.length).toBeGreaterThan(1);
  expect(bandLayout([[point(0, null)]], FRAME).yTicks).toEqual([]);
});

it('marks whole numbers alone from left to right', () => {
  const { xTicks } = bandLayout([[point(1, 1), point(3, 2)]], FRAME);
  expect(xTicks.map(({ value }) => value)).toEqual([1, 2, 3]);
});

it('says all of its rows in its name', () => {
  const rows = [
    { id: 'prs', label: 'PRS', figures: '1.00 (0.00 to 2.00)', ...point(0, 1), mean: 1 },
    { id: 'rand', label: 'Rand', figures: '0.00', mean: 0, interval: null },
  ];
  const words = { label: 'Means', title: 'reward', provenance: '8 prompts' };
  render(<IntervalChart rows={rows} {...words} reference={0} format={String} />);
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    'Means. PRS: 1.00 (0.00 to 2.00). Rand: 0.00',
  );
});
