import { type RefObject, useState } from 'react';
import { Button, Problem, saveBlob, saveFile } from '../../../ui/index.ts';
import { type ChartTable, commaSeparated } from './comma-separated.ts';
import { drawAsPng } from './draw-as-png.ts';
import { standingDrawing } from './standing-drawing.ts';
import styles from './save-chart.module.css';

export interface SaveChartProps {
  /** What holds the drawing, and its legend where it has one. */
  readonly chart: RefObject<HTMLElement | null>;
  /** Stands above the drawing and, shortened, is the file's name. */
  readonly title: string;
  /** What its figures come from: stands below the drawing where it is saved. */
  readonly provenance: string;
  readonly table: () => ChartTable;
}

/** Saves a chart: its figures as CSV, its drawing as SVG or PNG. */
export function SaveChart({ chart, title, provenance, table }: SaveChartProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const name = fileNameOf(title);
  const drawing = () =>
    chart.current === null ? null : standingDrawing(chart.current, { title, provenance });
  const saveFigures = () => {
    saveFile({ fileName: `${name}.csv`, text: commaSeparated(table()), type: 'text/csv' });
  };
  const saveDrawing = () => {
    const drawn = drawing();
    if (drawn !== null)
      saveFile({ fileName: `${name}.svg`, text: drawn.text, type: 'image/svg+xml' });
  };
  const savePixels = async () => {
    const drawn = drawing();
    if (drawn === null) return;
    setProblem(null);
    try {
      saveBlob(`${name}.png`, await drawAsPng(drawn));
    } catch {
      setProblem('This browser can’t make a PNG of the chart. Save it as SVG.');
    }
  };
  return (
    <div className={styles.save} role="group" aria-label={`Save “${title}”`}>
      <Button look="small" onClick={saveFigures} title="The figures behind it, to four decimals">
        CSV
      </Button>
      <Button look="small" onClick={saveDrawing} title="The drawing, to be scaled and edited">
        SVG
      </Button>
      <Button look="small" onClick={() => void savePixels()} title="The drawing, for a slide">
        PNG
      </Button>
      {problem !== null && <Problem>{problem}</Problem>}
    </div>
  );
}

const MOST_LETTERS = 60;

/** "Winners at N = 8" is "winners-at-n-8". */
function fileNameOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, MOST_LETTERS);
}
