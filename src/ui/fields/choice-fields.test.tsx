// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { CheckboxesField } from './choice-fields.tsx';

afterEach(cleanup);

it('tells what is chosen: what was chosen last stands last, and what is taken away is gone', () => {
  const told: unknown[] = [];
  render(
    <CheckboxesField
      legend="Days"
      className={undefined}
      choices={[
        { value: 'monday', label: 'Monday' },
        { value: 'friday', label: 'Friday', hint: 'The last one', isShort: true },
      ]}
      chosen={['friday']}
      onChange={(chosen) => told.push(chosen)}
    />,
  );
  expect(screen.getByRole('group', { name: 'Days' })).not.toBeNull();
  const [monday, friday] = screen.getAllByRole<HTMLInputElement>('checkbox');
  if (monday === undefined || friday === undefined) throw new Error('Two boxes were expected.');
  expect([monday.checked, friday.checked]).toEqual([false, true]);
  fireEvent.click(monday);
  fireEvent.click(friday);
  expect(told).toEqual([['friday', 'monday'], []]);
});
