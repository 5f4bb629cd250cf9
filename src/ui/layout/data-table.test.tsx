import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DataTable } from './data-table.tsx';

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
    const markup = renderToStaticMarkup(<DataTable label="Costs">{row}</DataTable>);
    expect(markup).toMatch(/^<div [^>]*role="group" aria-label="Costs" tabindex="0"/);
    expect(markup).toMatch(/<table[^>]*><tbody><tr><th scope="row">Rand 8<\/th>/);
  });

  it('is a landmark only where that is asked for', () => {
    const region = (
      <DataTable label="Costs" role="region">
        {row}
      </DataTable>
    );
    expect(renderToStaticMarkup(region)).toContain('role="region"');
  });
});
