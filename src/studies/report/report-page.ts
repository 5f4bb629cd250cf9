import { drawChart } from './draw-chart.ts';
import { figure, whole } from './figures-in-words.ts';
import { Markup, markup } from './markup.ts';
import type { ReportBlock, ReportCell, ReportSection, ReportTable } from './report-parts.ts';
import { REPORT_STYLE } from './report-style.ts';

/**
 * A report as one HTML file that asks for nothing: no script, no address, and a policy that forbids both. Whatever texts of models and
 * people stand in it are escaped.
 */
export function reportPage(title: string, sections: readonly ReportSection[]): string {
  const style = new Markup(REPORT_STYLE);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1 dir="auto">${title}</h1>
${sections.map((section) => sectionOf(section, 2))}
</body>
</html>
`.text;
}

const LOWEST_HEADING = 4;

function sectionOf({ title, blocks, sections, isFolded }: ReportSection, level: number): Markup {
  const inside = markup`${blocks.map(blockOf)}${sections.map((each) => sectionOf(each, level + 1))}`;
  const heading = headingOf(title, Math.min(level, LOWEST_HEADING));
  return isFolded === true
    ? markup`<section><details><summary>${heading}</summary>
${inside}</details></section>
`
    : markup`<section>
${heading}
${inside}</section>
`;
}

function headingOf(title: string, level: number): Markup {
  if (level === 2) return markup`<h2 dir="auto">${title}</h2>`;
  return level === 3 ? markup`<h3 dir="auto">${title}</h3>` : markup`<h4 dir="auto">${title}</h4>`;
}

function blockOf(block: ReportBlock): Markup {
  switch (block.kind) {
    case 'sentences':
      return markup`${block.sentences.map((sentence) => markup`<p dir="auto">${sentence}</p>\n`)}`;
    case 'list':
      return markup`<ul>${block.sentences.map((sentence) => markup`<li dir="auto">${sentence}</li>`)}</ul>\n`;
    case 'chart':
      return markup`${drawChart(block.chart)}\n`;
    case 'table': {
      const table = tableOf(block.table);
      const count = whole(block.table.rows.length);
      return block.isFolded
        ? markup`<details><summary>${block.table.title}: a table of ${count} rows</summary>${table}</details>\n`
        : table;
    }
  }
}

function tableOf({ title, columns, rows }: ReportTable): Markup {
  const heads = columns.map((column) => markup`<th scope="col">${column}</th>`);
  // Of one column all figures are written alike.
  const areCounts = columns.map((_, place) => rows.every((row) => isCount(row[place] ?? null)));
  const body = rows.map(
    (row) =>
      markup`<tr>${row.map((cell, place) => cellOf(cell, areCounts[place] === true))}</tr>\n`,
  );
  return markup`<div class="table"><table><caption>${title}</caption><thead><tr>${heads}</tr></thead><tbody>
${body}</tbody></table></div>
`;
}

function isCount(cell: ReportCell): boolean {
  return typeof cell !== 'number' || Number.isInteger(cell);
}

function cellOf(cell: ReportCell, isCounted: boolean): Markup {
  if (cell === null) return markup`<td class="number">–</td>`;
  if (typeof cell === 'string') return markup`<td><bdi>${cell}</bdi></td>`;
  return markup`<td class="number">${isCounted ? whole(cell) : figure(cell)}</td>`;
}
