import { useState } from 'react';
import {
  formatCount,
  formatReward,
  RovingMark,
  useRovingMarks,
  type RovingGroup,
} from '../../ui/index.ts';
import { svg } from '../layout/svg-shapes.ts';
import { bandLayout, type BandChartPoint, type BandLayout } from './band-layout.ts';
import { BottomAxis, LeftAxis } from './chart-axes.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { ChartLine, LineLegend } from './chart-lines.tsx';
import type { ChartTable } from './save-chart/comma-separated.ts';
import { walkCurves } from './walk-curves.ts';
import chart from './chart.module.css';
import styles from './band-chart.module.css';

/** One curve with its band. */
export interface BandChartCurve {
  readonly id: string;
  /** "PRS 4/4". */
  readonly label: string;
  readonly points: readonly BandChartPoint[];
}

export interface BandChartProps {
  readonly curves: readonly BandChartCurve[];
  /** Of the chart, a sentence. */
  readonly label: string;
  /** What is read from left to right. */
  readonly xTitle: string;
  /** What is read upwards. */
  readonly yTitle: string;
  /** What the figures come from: model, scorer, runs and day. */
  readonly provenance: string;
}

const EDGE = { top: 24, bottom: 40, left: 46, right: 18 };
const HEIGHT = 260;

/** Means over prompts with their bands. Each point is a mark that says its figures, by pointer or by arrow keys. */
export function BandChart(props: BandChartProps) {
  const { curves, label, xTitle, provenance } = props;
  return (
    <ChartFrame title={label} provenance={provenance} table={() => tableOf(curves, xTitle)}>
      {(width) => <Drawing {...props} width={width} />}
    </ChartFrame>
  );
}

/** A row for each point. */
function tableOf(curves: readonly BandChartCurve[], xTitle: string): ChartTable {
  return {
    columns: ['line', xTitle, 'mean', 'low', 'high'],
    rows: curves.flatMap(({ label, points }) =>
      points.map(({ x, mean, interval }) => [
        ...[label, x, mean],
        ...[interval?.low ?? null, interval?.high ?? null],
      ]),
    ),
  };
}

interface DrawingProps extends BandChartProps {
  /** CSS pixels. */
  readonly width: number;
}

function Drawing({ curves, label, xTitle, yTitle, width }: DrawingProps) {
  const right = Math.max(EDGE.left + 1, width - EDGE.right);
  const bottom = HEIGHT - EDGE.bottom;
  const layout = bandLayout(
    curves.map(({ points }) => points),
    { left: EDGE.left, right, top: EDGE.top, bottom },
  );
  const [said, setSaid] = useState<string | null>(null);
  return (
    <>
      <LineLegend lines={curves} isFirstWide={false} />
      <svg
        className={chart.drawing}
        viewBox={svg`0 0 ${width} ${HEIGHT}`}
        width={width}
        height={HEIGHT}
        role="group"
        aria-label={label}
      >
        <LeftAxis ticks={layout.yTicks} format={formatReward} left={EDGE.left} right={right} />
        <BottomAxis ticks={layout.xTicks} format={formatCount} top={EDGE.top} bottom={bottom} />
        <Titles {...{ xTitle, yTitle, right }} />
        {curves.map(({ id }, index) => (
          <g key={id} aria-hidden="true">
            <path className={styles.band} d={layout.curves[index]?.band} />
            <ChartLine place={index} isFirstWide={false} d={layout.curves[index]?.line} />
          </g>
        ))}
        <Points {...{ curves, layout, bottom }} onSay={setSaid} />
      </svg>
      <output className={styles.readout}>
        {said ?? 'Point at a mark, or walk with the arrows.'}
      </output>
    </>
  );
}

interface TitlesProps extends Pick<BandChartProps, 'xTitle' | 'yTitle'> {
  readonly right: number;
}

function Titles({ xTitle, yTitle, right }: TitlesProps) {
  return (
    <>
      <text className={chart.title} x={4} y={10}>
        ↑ {yTitle}
      </text>
      <text className={`${chart.title ?? ''} ${chart.end ?? ''}`} x={right} y={HEIGHT - 6}>
        {xTitle} →
      </text>
    </>
  );
}

interface PointsProps extends Pick<BandChartProps, 'curves'> {
  readonly layout: BandLayout;
  /** Of the plot: where what isn't known is marked. */
  readonly bottom: number;
  readonly onSay: (name: string) => void;
}

function Points({ curves, layout, bottom, onSay }: PointsProps) {
  const rows = curves.map(({ id, points }) => points.map(({ x }) => `${id} ${String(x)}`));
  const { group, tabStopId } = useRovingMarks<string>({
    ids: rows.flat(),
    selectedId: null,
    walk: walkCurves(rows),
  });
  return curves.flatMap(({ points }, curve) =>
    points.map(({ name }, place) => {
      const id = rows[curve]?.[place] ?? '';
      const at = layout.curves[curve]?.marks[place] ?? { x: 0, y: null };
      return (
        <Point
          key={id}
          {...{ id, name, group, bottom }}
          {...at}
          isTabStop={id === tabStopId}
          onSay={() => {
            onSay(name);
          }}
        />
      );
    }),
  );
}

interface PointProps extends Pick<PointsProps, 'bottom'> {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  /** Null where it isn't known. */
  readonly y: number | null;
  readonly group: RovingGroup<string>;
  readonly isTabStop: boolean;
  readonly onSay: () => void;
}

function Point({ id, name, x, y, bottom, group, isTabStop, onSay }: PointProps) {
  return (
    <RovingMark className={styles.point} {...{ id, name, group, isTabStop }} onPress={onSay}>
      <circle className={styles.hit} cx={x} cy={y ?? bottom - 4} r={9} onPointerEnter={onSay} />
      {y === null ? (
        <path className={styles.missing} d={svg`M${x},${bottom - 8}V${bottom}`} />
      ) : (
        <circle className={styles.dot} cx={x} cy={y} r={2.5} />
      )}
    </RovingMark>
  );
}
