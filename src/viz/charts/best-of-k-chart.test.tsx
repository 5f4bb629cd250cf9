// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { bestOfK, overOptimisation } from '../../core/index.ts';
import { BestOfKChart } from './best-of-k-chart.tsx';

afterEach(cleanup);

function draw(selecting: readonly number[], evaluating: readonly number[]): HTMLElement {
  cleanup();
  const points = bestOfK(selecting, evaluating);
  const { container } = render(
    <BestOfKChart
      points={points}
      selectingName="Rubric"
      evaluatingName="Judge"
      turn={overOptimisation(points)}
      description="It turns down."
    />,
  );
  return container;
}

const drawTurning = () => draw([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 0]);
const tabStops = (container: HTMLElement) => container.querySelectorAll('[tabindex="0"]');

describe('BestOfKChart', () => {
  it('says what is drawn and gives every k its figures, with one tab stop', () => {
    const container = drawTurning();
    const name = 'Best of k by Rubric, read by Judge. It turns down.';
    const chart = within(screen.getByRole('group', { name }));
    expect(chart.getByLabelText('Best of 1: Rubric 3.50, Judge 2.50')).toBeDefined();
    expect(chart.getByLabelText('Best of 6: Rubric 6.00, Judge 0.00')).toBeDefined();
    expect(tabStops(container)).toHaveLength(1);
  });

  it('marks the peak in words, in the drawing and in the table', () => {
    drawTurning();
    expect(screen.getByText(/peak at k = 2/)).toBeDefined();
    expect(screen.getByLabelText('Best of 2: Rubric 4.67, Judge 2.67, peak')).toBeDefined();
    fireEvent.click(screen.getByText('Curves as a table'));
    const row = screen.getByText('2 (peak)').closest('tr');
    expect([...(row?.cells ?? [])].map(({ textContent }) => textContent)).toEqual([
      '2 (peak)',
      '4.67',
      '2.67',
    ]);
  });

  it('tells the figures of the k that is chosen', () => {
    const container = drawTurning();
    const readout = container.querySelector('output');
    expect(readout?.textContent).toBe('Choose a k to read its figures.');
    fireEvent.click(screen.getByLabelText('Best of 6: Rubric 6.00, Judge 0.00'));
    expect(readout?.textContent).toBe('Best of 6: Rubric 6.00, Judge 0.00');
  });

  it('marks none where the evaluating curve does not turn', () => {
    expect(draw([1, 2, 3], [1, 2, 3]).innerHTML).not.toContain('peak');
  });

  it('draws one response and none', () => {
    draw([1], [2]);
    expect(screen.getByLabelText('Best of 1: Rubric 1.00, Judge 2.00')).toBeDefined();
    for (const pool of [[1], []]) expect(draw(pool, pool).innerHTML).not.toContain('NaN');
  });
});
