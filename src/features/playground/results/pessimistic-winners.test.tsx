// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { literalArm } from '../../../viz/testing/literal-arms.ts';
import { PessimisticChoice } from './pessimistic-winners.tsx';

afterEach(cleanup);

const REWARDS = { 'draft-1': 0, 'draft-2': 2, 'draft-3': 4 };
const ARM = literalArm({ kind: 'prand', split: [3], rewards: REWARDS, winnerId: 'draft-3' });

const rowsOf = (table: string): readonly (readonly (string | null)[])[] =>
  within(screen.getByRole('group', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent));

it('says what each arm would end with, at a β in deviations of the rewards', () => {
  render(<PessimisticChoice arms={[ARM]} seed={1} />);
  // β = 2, so λ = (4 + 2 − 6) / 2 = 0 over the two best.
  expect(screen.getByText(/^β = 1 × 2\.00/)).toBeTruthy();
  expect(rowsOf('Chances of the responses')).toEqual([
    ['PRand 3', 'Draft 3', '4.00', '66.7 %'],
    ['PRand 3', 'Draft 2', '2.00', '33.3 %'],
  ]);
  expect(rowsOf('Pessimistic choice by arm')[0]?.slice(2)).toEqual(['3.33', '4.00', '2.00']);
});

it('is best-of-N for β = 0, and shares the chances more evenly for a larger one', () => {
  render(<PessimisticChoice arms={[ARM]} seed={1} />);
  fireEvent.click(screen.getByRole('button', { name: '0' }));
  expect(rowsOf('Chances of the responses')).toEqual([['PRand 3', 'Draft 3', '4.00', '100.0 %']]);
  fireEvent.click(screen.getByRole('button', { name: '4 deviations' }));
  expect(rowsOf('Chances of the responses').map((cells) => cells[3])).toEqual([
    '41.7 %',
    '33.3 %',
    '25.0 %',
  ]);
});

it('says so where there is nothing to choose from', () => {
  render(<PessimisticChoice arms={[literalArm({ kind: 'rand', split: [2] })]} seed={1} />);
  expect(screen.getByText('It takes two rewards to choose from.')).toBeTruthy();
});
