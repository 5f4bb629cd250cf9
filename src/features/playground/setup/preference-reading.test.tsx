// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import type { SettingValues } from '../../../rewards/index.ts';
import { PreferenceReading } from './preference-reading.tsx';

const PREFERENCE = 'At most 30 words, with emoji, like a pirate.';

let kept: SettingValues = {};

function Held({ preference = PREFERENCE }: { readonly preference?: string }) {
  const [values, setValues] = useState<SettingValues>({});
  return (
    <PreferenceReading
      {...{ preference, values }}
      onChange={(changed) => {
        kept = changed;
        setValues(changed);
      }}
    />
  );
}

function correct(): void {
  fireEvent.click(screen.getByRole('button', { name: 'Correct what is measured' }));
}

/** The chips' words, without their controls. */
function chips(): readonly string[] {
  return screen
    .getAllByRole('listitem')
    .map(
      (chip) => `${chip.dataset.state ?? ''}: ${chip.querySelector('span, q')?.textContent ?? ''}`,
    );
}

afterEach(() => {
  cleanup();
  kept = {};
});

it('shows what was understood, and what is not measured', () => {
  render(<Held />);
  expect(chips()).toEqual(['read: at most 30 words', 'read: emoji', 'unmeasured: like a pirate']);
});

it('leaves out, puts back, adds and takes away', () => {
  render(<Held />);
  correct();
  fireEvent.click(screen.getByRole('button', { name: 'Leave out emoji' }));
  expect(chips()[1]).toBe('left-out: emoji');
  expect(kept).toMatchObject({ reading: { preference: PREFERENCE, without: ['emoji'] } });
  fireEvent.click(screen.getByRole('button', { name: 'Put back emoji' }));
  expect(chips()[1]).toBe('read: emoji');
  const add = screen.getByRole('combobox', { name: 'Measure something else too' });
  fireEvent.change(add, { target: { value: '-humour' } });
  expect(kept).toMatchObject({ reading: { added: [{ check: 'humour', wanted: false }] } });
  expect(chips()[2]).toMatch(/^added: without /);
  fireEvent.click(screen.getByRole('button', { name: /^Leave out without / }));
  expect(chips()).toHaveLength(3);
  expect(document.activeElement).toBe(add);
});

it('weighs what it shows', () => {
  render(<Held />);
  correct();
  fireEvent.change(screen.getByRole('combobox', { name: 'Weight of emoji' }), {
    target: { value: '2' },
  });
  expect(kept).toEqual({ weights: { emoji: 2 } });
});

it('reads another preference as it stands', () => {
  const { rerender } = render(<Held />);
  correct();
  fireEvent.click(screen.getByRole('button', { name: 'Leave out emoji' }));
  rerender(<Held preference="With emoji." />);
  expect(chips()).toEqual(['read: emoji']);
});
