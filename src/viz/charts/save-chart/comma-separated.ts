/** Figures behind a chart: a row for each point. */
export interface ChartTable {
  readonly columns: readonly string[];
  /** As many cells as there are columns; null where it isn't known. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A text that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Of a figure: rewards are shown with two. */
const DECIMALS = 4;

/** The table as CSV (RFC 4180): a heading, lines that end in CR LF, an empty cell where a figure isn't known. */
export function commaSeparated({ columns, rows }: ChartTable): string {
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(Number(value.toFixed(DECIMALS)));
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
