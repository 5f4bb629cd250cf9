// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { HeatMap, type HeatCell } from './heat-map.tsx';
import { heatMapLayout } from './heat-map-layout.ts';

afterEach(cleanup);

const cell = (row: number, column: number, value: number | null): HeatCell => ({
  ...{ row, column, value },
  name: `${String(column)} of ${String(row)}: ${String(value)}`,
});

const CELLS = [
  ...[cell(1, 0, 1), cell(1, 1, 2)],
  ...[cell(2, 0, 4), cell(2, 1, null), cell(2, 2, 3)],
];

function renderMap(cells: readonly HeatCell[], zero: string | null = null): void {
  const titles = { label: 'Map', xTitle: 'N0', yTitle: 'N', valueTitle: 'reward' };
  render(
    <HeatMap
      columns={[0, 1, 2]}
      rows={[1, 2]}
      {...{ cells, zero, ...titles }}
      format={String}
      provenance="8 prompts"
      table={() => ({ columns: [], rows: [] })}
    />,
  );
}

const said = () => screen.getByRole('status').textContent;
const mark = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}(;|$)`) });

it('is walked through cell by cell, rows upwards, and says the one that has the focus', () => {
  renderMap(CELLS);
  const highest = mark('0 of 2: 4');
  fireEvent.keyDown(highest, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(mark('1 of 2: null'));
  expect(said()).toBe('1 of 2: null');
  fireEvent.keyDown(mark('1 of 2: null'), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(mark('1 of 1: 2'));
  fireEvent.keyDown(mark('1 of 1: 2'), { key: 'ArrowLeft' });
  fireEvent.keyDown(mark('0 of 1: 1'), { key: 'ArrowUp' });
  expect(said()).toBe('0 of 2: 4; the best of its row');
});

it('colours what is known alone, crosses the rest, and frames the best of each row', () => {
  renderMap(CELLS);
  const fillOf = (name: string) => mark(name).querySelector('rect')?.getAttribute('fill') ?? null;
  expect(fillOf('1 of 2: null')).toBeNull();
  expect(mark('1 of 2: null').querySelector('path')).not.toBeNull();
  const fills = ['0 of 1: 1', '1 of 1: 2', '2 of 2: 3', '0 of 2: 4'].map(fillOf);
  expect(new Set(fills).size).toBe(4);
  const framed = CELLS.filter(({ name }) => mark(name).querySelector('[data-mark=best]') !== null);
  expect(framed.map(({ name }) => name)).toEqual(['1 of 1: 2', '0 of 2: 4']);
  expect(mark('0 of 2: 4').getAttribute('aria-label')).toBe('0 of 2: 4; the best of its row');
  expect(screen.getByText('not sampled for all')).toBeTruthy();
});

it('marks 0 on the scale of colours where it says something and lies there', () => {
  renderMap([cell(1, 0, -1), cell(1, 1, 3)], 'as good as before');
  expect(screen.getByText('line: 0, as good as before')).toBeTruthy();
  cleanup();
  renderMap([cell(1, 0, 2), cell(1, 1, 3)], 'as good as before');
  expect(screen.queryByText(/^line: 0/)).toBeNull();
  cleanup();
  renderMap([cell(1, 0, -1), cell(1, 1, 3)]);
  expect(screen.queryByText(/^line: 0/)).toBeNull();
});

it('has no colours where nothing is known', () => {
  renderMap([cell(1, 0, null)]);
  expect(screen.queryByText(/^reward:/)).toBeNull();
  expect(mark('0 of 1: null')).toBeTruthy();
});

it('places equal cells, columns to the right and rows upwards, with figures that have room', () => {
  const values = Array.from({ length: 33 }, (_, place) => place);
  const layout = heatMapLayout(values, values.slice(1), { left: 40, top: 20, right: 370 });
  expect(layout.width).toBeCloseTo(10);
  expect(layout.place(1, 1).x - layout.place(0, 1).x).toBeCloseTo(layout.width);
  expect(layout.place(0, 1).y - layout.place(0, 2).y).toBeCloseTo(layout.height);
  expect(layout.place(0, 32).y).toBeCloseTo(20);
  const gaps = layout.columnTicks.slice(1).map(({ at }, place) => {
    return at - (layout.columnTicks[place]?.at ?? 0);
  });
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(24);
  expect(layout.columnTicks.at(-1)?.value).toBe(32);
});
