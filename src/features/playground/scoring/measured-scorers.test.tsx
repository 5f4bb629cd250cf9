// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { FIRST_ASKED_AGAIN, type MeasuredFigure } from '../../../rewards/index.ts';
import { MeasuredScorers } from './scoring-pane.tsx';

const set = { id: 'held-out', name: 'held out', conditionedOn: 'prompt', pairs: 100, sha256: '' };
const rubric: MeasuredFigure = {
  ...{ scorer: 'rubric', version: 1, settings: '', set: 'held-out', measuredAt: '2026-11-23' },
  ...{ n: 100, right: 86, ties: 2, failed: 0, accuracy: 0.87 },
  interval: { low: 0.7902, high: 0.9222 },
  ...{ noBetterThanChance: false, model: null, outcomes: '' },
};
const judge: MeasuredFigure = {
  ...rubric,
  ...{ scorer: FIRST_ASKED_AGAIN.id, failed: 4, accuracy: 0.3, model: 'Small model' },
  interval: { low: 0.22, high: 0.4 },
};
const random = { ...rubric, scorer: 'pick-at-random', accuracy: 0.5, noBetterThanChance: true };

afterEach(cleanup);

it('says of each scorer what its badges say: failures, chance and the model that it read with', () => {
  const table = { sets: [set], figures: [rubric, judge, random] };
  render(<MeasuredScorers table={table} />);
  const cellOf = (name: string) => {
    const row = screen.getByRole('rowheader', { name }).closest('tr');
    const [cell] = within(row ?? document.body).getAllByRole('cell');
    return { text: cell?.textContent, doubtful: cell?.dataset.doubtful };
  };
  expect(cellOf('Rubric')).toEqual({ text: '87 % (79 to 92; n 100)', doubtful: 'false' });
  expect(cellOf(FIRST_ASKED_AGAIN.name)).toEqual({
    text: '30 % (22 to 40; n 100), 4 of them not scored, worse than chance, read with Small model',
    doubtful: 'true',
  });
  expect(screen.getByText(/; n 100\), no better than chance$/)).toBeDefined();
  expect(screen.getAllByText('not measured').length).toBeGreaterThan(0);
});
