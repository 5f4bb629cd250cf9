// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatCount, formatReward } from '../../ui/index.ts';
import { ScatterChart, type ScatterChartProps } from './scatter-chart.tsx';

afterEach(cleanup);

const POINTS: ScatterChartProps['points'] = [
  { id: 'a', label: 'Draft 1', x: 1200, y: 0.5, mark: 'first-winner', series: 'PRS 2/2' },
  { id: 'b', label: 'Draft <b>2</b>', x: 300, y: 1.84, mark: 'second-winner', series: 'PRS 2/2' },
  { id: 'c', label: 'Draft 3', x: 40, y: -0.25, mark: null, series: 'Rand 4' },
];

function draw(said: Partial<ScatterChartProps> = {}): HTMLElement {
  cleanup();
  const { container } = render(
    <ScatterChart
      points={POINTS}
      x={{ title: 'Length', format: formatCount }}
      y={{ title: 'Rubric', format: formatReward }}
      label="Rubric against length"
      onOpen={() => undefined}
      {...said}
    />,
  );
  return container;
}

const tabStops = (container: HTMLElement) => [...container.querySelectorAll('[tabindex="0"]')];
const FIRST = 'Draft 1, PRS 2/2, Length 1,200, Rubric 0.50, best by Length';

describe('ScatterChart', () => {
  it('names every point in words, with one tab stop on the leftmost or the selected', () => {
    const container = draw();
    expect(screen.getByLabelText(FIRST)).toBeDefined();
    const leftmost = screen.getByLabelText('Draft 3, Rand 4, Length 40, Rubric −0.25');
    expect(tabStops(container)).toEqual([leftmost]);
    const again = draw({ selectedId: 'a' });
    expect(tabStops(again)).toEqual([screen.getByLabelText(FIRST)]);
    expect(screen.getByLabelText(FIRST).getAttribute('aria-current')).toBe('true');
  });

  it('opens the response that is pressed, in the drawing and in the table', () => {
    const onOpen = vi.fn();
    draw({ onOpen });
    fireEvent.click(screen.getByLabelText(FIRST));
    fireEvent.click(screen.getByText('Points as a table'));
    fireEvent.click(screen.getByText('Draft 3', { selector: 'table button' }));
    expect(onOpen.mock.calls).toEqual([['a'], ['c']]);
  });

  it('explains only the shapes and stars that are there', () => {
    const shown = draw().querySelector('ul')?.textContent;
    for (const text of ['PRS 2/2', 'Rand 4', 'best by Length', 'best by Rubric'])
      expect(shown).toContain(text);
    expect(shown).not.toContain('best by both');
    const plain = POINTS.map((point) => ({ ...point, mark: null, series: 'Rand 4' }));
    expect(draw({ points: plain }).querySelector('ul')).toBeNull();
  });

  it('draws the line where it is given one', () => {
    const lines = (container: HTMLElement): number => container.querySelectorAll('line').length;
    const without = lines(draw());
    expect(lines(draw({ line: { slope: 0, intercept: 1 } }))).toBe(without + 1);
  });

  it('says the same in a table, as text whatever is in it', () => {
    draw();
    expect(screen.queryByRole('table', { hidden: true })).toBeNull();
    fireEvent.click(screen.getByText('Points as a table'));
    const table = within(screen.getByRole('table'));
    const rows = table.getAllByRole('row');
    expect(rows).toHaveLength(4);
    expect(table.getByText('Draft <b>2</b>', { selector: 'button' })).toBeDefined();
    const [, first] = rows.map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(first?.slice(0, 4)).toEqual(['Draft 1', 'PRS 2/2', '1,200', '0.50']);
  });

  it('says that there is nothing yet', () => {
    draw({ points: [] });
    expect(screen.getByLabelText('Rubric against length. Nothing to show yet.')).toBeDefined();
  });
});
