import { useRef } from 'react';
import { Folded } from '../../ui/index.ts';
import type { ScatterLine } from './scatter-layout.ts';
import { useElementSize } from '../use-element-size.ts';
import {
  ScatterDrawing,
  MARK_RADIUS,
  type ScatterAxis,
  type ScatterMark,
  ScatterMarkShape,
  type ScatterPoint,
  seriesOf,
} from './scatter-drawing.tsx';
import chart from './chart.module.css';
import styles from './scatter-chart.module.css';

export interface ScatterChartProps {
  /** Scored by both; a response without one of the values is the caller's to name beside the chart. */
  readonly points: readonly ScatterPoint[];
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  /** Drawn dashed where it crosses the plot; null for none. */
  readonly line?: ScatterLine | null;
  /** What is drawn and what it shows, for those who hear it: “Rubric against judge, rank correlation 0.41”. */
  readonly label: string;
  /** What a star says; “best by …” with the axes' titles where not said. */
  readonly markNames?: Readonly<Record<ScatterMark, string>>;
  readonly selectedId?: string | null;
  readonly onOpen: (id: string) => void;
}

/** Responses by two measures; the best of each is a star, series differ by shape, and the same stands below as a table. */
export function ScatterChart(props: ScatterChartProps) {
  const { points, x, y, label, onOpen } = props;
  const ref = useRef<HTMLDivElement | null>(null);
  const size = useElementSize(ref);
  const markNames = props.markNames ?? {
    'first-winner': `best by ${x.title}`,
    'second-winner': `best by ${y.title}`,
    both: 'best by both',
  };
  const described = { points, x, y, markNames, onOpen };
  return (
    <div className={chart.chart}>
      <div ref={ref}>
        <ScatterDrawing
          {...described}
          line={props.line ?? null}
          width={size?.width ?? 400}
          selectedId={props.selectedId ?? null}
          label={points.length === 0 ? `${label}. Nothing to show yet.` : label}
          nameOf={(point) => describe(point, props, markNames)}
        />
      </div>
      <ScatterLegend points={points} markNames={markNames} />
      <Folded summary="Points as a table" className={chart.details}>
        <ScatterTable {...described} />
      </Folded>
    </div>
  );
}

type MarkNames = Readonly<Record<ScatterMark, string>>;

function describe(
  point: ScatterPoint,
  { points, x, y }: ScatterChartProps,
  names: MarkNames,
): string {
  return [
    point.label,
    ...(seriesOf(points).length > 1 ? [point.series] : []),
    `${x.title} ${x.format(point.x)}`,
    `${y.title} ${y.format(point.y)}`,
    ...(point.mark === null ? [] : [names[point.mark]]),
  ].join(', ');
}

interface ScatterLegendProps {
  readonly points: readonly ScatterPoint[];
  readonly markNames: MarkNames;
}

/** Only what is on the page: the series where there are several, and the stars that some point has. */
function ScatterLegend({ points, markNames }: ScatterLegendProps) {
  const series = seriesOf(points);
  const marks = (['first-winner', 'second-winner', 'both'] as const).filter((mark) =>
    points.some((point) => point.mark === mark),
  );
  const entries = [
    ...(series.length > 1 ? series.map((text, index) => ({ text, mark: null, index })) : []),
    ...marks.map((mark) => ({ text: markNames[mark], mark, index: null })),
  ];
  if (entries.length === 0) return null;
  const box = 2 * MARK_RADIUS;
  return (
    <ul className={styles.legend}>
      {entries.map(({ text, mark, index }) => (
        <li key={`${mark ?? 'series'} ${text}`}>
          <svg
            width={18}
            height={18}
            viewBox={`0 0 ${String(box)} ${String(box)}`}
            aria-hidden="true"
          >
            <g transform={`translate(${String(MARK_RADIUS)},${String(MARK_RADIUS)})`}>
              <ScatterMarkShape mark={mark} series={index} />
            </g>
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}

export interface ScatterTableProps {
  readonly points: readonly ScatterPoint[];
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  readonly markNames: Readonly<Record<ScatterMark, string>>;
  readonly onOpen: (id: string) => void;
}

/** A scatter's points in the order given; columns that would say nothing are left out. */
function ScatterTable({ points, x, y, markNames, onOpen }: ScatterTableProps) {
  const hasSeries = seriesOf(points).length > 1;
  const hasMarks = points.some(({ mark }) => mark !== null);
  return (
    <div className={chart.scroll}>
      <table className={chart.table}>
        <thead>
          <tr>
            <th scope="col">Response</th>
            {hasSeries && <th scope="col">Arm</th>}
            <th scope="col">{x.title}</th>
            <th scope="col">{y.title}</th>
            {hasMarks && <th scope="col">Winner</th>}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.id}>
              <PointHead point={point} onOpen={onOpen} />
              {hasSeries && <td className={chart.words}>{point.series}</td>}
              <td>{x.format(point.x)}</td>
              <td>{y.format(point.y)}</td>
              {hasMarks && (
                <td className={chart.words}>{point.mark === null ? '' : markNames[point.mark]}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PointHead({
  point,
  onOpen,
}: {
  readonly point: ScatterPoint;
  readonly onOpen: (id: string) => void;
}) {
  return (
    <th scope="row">
      <button
        type="button"
        onClick={() => {
          onOpen(point.id);
        }}
      >
        {point.label}
      </button>
    </th>
  );
}
