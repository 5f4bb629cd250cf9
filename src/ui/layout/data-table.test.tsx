// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { DataTable } from './data-table.tsx';

afterEach(cleanup);

const row = (
  <tbody>
    <tr>
      <th scope="row">Rand 8</th>
      <td>1.00</td>
    </tr>
  </tbody>
);

describe('DataTable', () => {
  it('stands in a named group that the keyboard reaches, so that it can be scrolled', () => {
    const { container } = render(<DataTable label="Costs">{row}</DataTable>);
    const frame = screen.getByRole('group', { name: 'Costs' });
    expect(container.firstElementChild).toBe(frame);
    expect(frame.tabIndex).toBe(0);
    const table = within(frame).getByRole('table');
    expect(within(table).getByRole('rowheader').textContent).toBe('Rand 8');
  });

  it('is a landmark only where that is asked for', () => {
    render(
      <DataTable label="Costs" role="region">
        {row}
      </DataTable>,
    );
    expect(screen.getByRole('region', { name: 'Costs' })).toBeTruthy();
    expect(screen.queryByRole('group')).toBeNull();
  });
});
