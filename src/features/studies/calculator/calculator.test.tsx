// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { LITERAL_SPENT, literalFacts } from '../../../studies/findings/testing/literal-facts.ts';
import type { RunFacts } from '../../../studies/index.ts';
import { Calculator } from './calculator.tsx';

afterEach(cleanup);

const run = (refinements: RunFacts['refinements']): RunFacts => ({
  ...literalFacts({ arms: { 'Rand 1': [1] } }),
  refinements,
});

const field = (name: string) => screen.getByRole('spinbutton', { name });
const figureOf = (name: string) => Number(field(name).getAttribute('aria-valuenow'));

function type(name: string, text: string): void {
  fireEvent.change(field(name), { target: { value: text } });
  fireEvent.blur(field(name));
}

it('says the best split, and that it is a model, and changes with the figures', () => {
  render(<Calculator runs={[]} />);
  expect(screen.getByText(/^In this world PRand 16 has 1\.77\./).textContent).toMatch(
    /At equal N PRS \d+\/\d+ is best, with [\d.]+ \(\+[\d.]+\).*A model, not a measurement\.$/,
  );
  type('Gain of refining', '-9');
  type('Spread of refinements', '0');
  expect(screen.getByText(/^In this world/).textContent).toContain(
    'At equal N no split beats drafts alone; at equal tokens no split beats drafts alone',
  );
  type('N', '2');
  expect(screen.getByRole('button', { name: 'PRS 1/1 at equal N: 0.00' })).toBeTruthy();
  expect(
    screen.getByRole('button', { name: 'PRS 1/0 at equal tokens: no room for a refinement' }),
  ).toBeTruthy();
});

it('takes its figures from runs when asked, and says from which', () => {
  render(
    <Calculator
      runs={[
        run([
          {
            label: 'PRS 2/2',
            hasOneAnchor: true,
            drafts: [0, 2],
            gains: [1, 4],
            spent: LITERAL_SPENT,
          },
        ]),
      ]}
    />,
  );
  expect(figureOf('σ of drafts')).toBe(1);
  fireEvent.click(screen.getByRole('button', { name: 'Fit from these runs' }));
  expect(figureOf('σ of drafts')).toBe(1.41);
  expect(figureOf('Gain of refining')).toBe(2.5);
  expect(figureOf('Spread of refinements')).toBe(2.12);
  expect(
    screen.getByText(/^Taken from PRS 2\/2 of 1 run, 2 drafts and 2 refinements/).textContent,
  ).toMatch(/: 20 for a draft, 50 for a refinement, 30 for a run’s feedback\.$/);
  expect(screen.getByText(/^Taken from/).textContent).toContain('the measured ones hold');
  expect(figureOf('Cost of a refinement')).toBe(2.5);
  expect(figureOf('Cost of the feedback')).toBe(1.5);
  type('N', '8');
  expect(screen.queryByText(/^Taken from/)).toBeNull();
});

it('says so where runs have nothing to take, and keeps what was set', () => {
  render(<Calculator runs={[run([])]} />);
  type('Gain of refining', '0.7');
  fireEvent.click(screen.getByRole('button', { name: 'Fit from these runs' }));
  expect(screen.getByText(/^None of these runs/)).toBeTruthy();
  expect(figureOf('Gain of refining')).toBe(0.7);
  type('Gain of refining', '0.8');
  expect(screen.queryByText(/^None of these runs/)).toBeNull();
});
