import { type RovingGroup, RovingMark, useRovingMarks } from '../../ui/index.ts';
import {
  type PlacedPoint,
  type PlotFrame,
  type ScatterLayout,
  scatterLayout,
  type ScatterLine,
  walkScatter,
  seriesShape,
} from './scatter-layout.ts';
import { svg, starFilledTo } from '../layout/svg-shapes.ts';
import { BottomAxis, LeftAxis } from './chart-axes.tsx';
import chart from './chart.module.css';
import styles from './scatter-chart.module.css';

export interface ScatterDrawingProps {
  readonly points: readonly ScatterPoint[];
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  readonly line: ScatterLine | null;
  /** CSS pixels. */
  readonly width: number;
  readonly selectedId: string | null;
  readonly label: string;
  readonly nameOf: (point: ScatterPoint) => string;
  readonly onOpen: (id: string) => void;
}

const EDGE = { top: 28, right: 16, bottom: 38, left: 46 };

/** The scatter itself: one tab stop, arrow keys along both axes. */
export function ScatterDrawing(props: ScatterDrawingProps) {
  const { points, x, y, width, selectedId } = props;
  const height = Math.round(Math.min(360, Math.max(220, width * 0.7)));
  const frame = frameOf(width, height);
  const { places, xTicks, yTicks, line } = scatterLayout(points, frame, props.line);
  const series = seriesOf(points);
  const { group, tabStopId } = useRovingMarks<string>({
    ids: places.map(({ point }) => point.id),
    selectedId,
    walk: (from, key) => {
      const place = places.find(({ point }) => point.id === from);
      return (place && walkScatter(places, place, key)?.point.id) ?? null;
    },
  });
  return (
    <svg
      className={chart.drawing}
      viewBox={svg`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={props.label}
    >
      <Surroundings {...{ x, y, frame, height, xTicks, yTicks, line }} />
      <g>
        {places.map((place) => (
          <ScatterPointButton
            key={place.point.id}
            {...{ place, group }}
            name={props.nameOf(place.point)}
            series={series.indexOf(place.point.series)}
            isSelected={place.point.id === selectedId}
            isTabStop={place.point.id === tabStopId}
            onOpen={props.onOpen}
          />
        ))}
      </g>
    </svg>
  );
}

function frameOf(width: number, height: number): PlotFrame {
  return {
    left: EDGE.left,
    right: Math.max(EDGE.left + 1, width - EDGE.right),
    top: EDGE.top,
    bottom: height - EDGE.bottom,
  };
}

interface SurroundingsProps extends Pick<
  ScatterLayout<ScatterPoint>,
  'xTicks' | 'yTicks' | 'line'
> {
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  readonly frame: PlotFrame;
  readonly height: number;
}

/** Axes with their titles, and the line that points are held against. */
function Surroundings({ x, y, frame, height, xTicks, yTicks, line }: SurroundingsProps) {
  return (
    <>
      <LeftAxis ticks={yTicks} format={y.format} left={frame.left} right={frame.right} />
      <BottomAxis ticks={xTicks} format={x.format} top={frame.top} bottom={frame.bottom} />
      <text className={chart.title} x={4} y={14}>
        ↑ {y.title}
      </text>
      <text className={`${chart.title ?? ''} ${chart.end ?? ''}`} x={frame.right} y={height - 5}>
        {x.title} →
      </text>
      {line !== null && (
        <line
          className={styles.line}
          x1={line.from.x}
          y1={line.from.y}
          x2={line.to.x}
          y2={line.to.y}
        />
      )}
    </>
  );
}

interface ScatterPointButtonProps {
  readonly place: PlacedPoint<ScatterPoint>;
  readonly name: string;
  readonly series: number;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly group: RovingGroup<string>;
  readonly onOpen: (id: string) => void;
}

function ScatterPointButton(props: ScatterPointButtonProps) {
  const { place, name, isSelected, isTabStop, group } = props;
  const { id, mark } = place.point;
  return (
    <RovingMark
      className={styles.point}
      transform={svg`translate(${place.x},${place.y})`}
      aria-current={isSelected ? 'true' : undefined}
      onPress={props.onOpen}
      {...{ id, group, isTabStop, name }}
    >
      <ScatterMarkShape mark={mark} series={props.series} />
      <circle className={styles.hit} r={mark === null ? 9 : MARK_RADIUS + 2} />
    </RovingMark>
  );
}

export interface ScatterMarkShapeProps {
  readonly mark: ScatterMark | null;
  /** Index of the series, whose shape it is; null draws the star alone. */
  readonly series: number | null;
}

/** Radius that every mark stays within, in CSS pixels. */
export const MARK_RADIUS = 13;

/** A point's own shape, on a star where it wins: filled for the first scorer, hollow for the second, filled in a ring for both. */
export function ScatterMarkShape({ mark, series }: ScatterMarkShapeProps) {
  const isFirst = mark === 'first-winner' || mark === 'both';
  return (
    <>
      {mark === 'both' && <circle className={styles.ring} r={MARK_RADIUS - 1} />}
      {mark !== null && (
        <path
          className={isFirst ? styles.firstStar : styles.secondStar}
          d={starFilledTo(1, mark === 'both' ? 10.5 : 12).outline}
        />
      )}
      {series !== null && (
        <path
          className={isFirst ? styles.onStar : styles.shape}
          d={seriesShape(series, mark === null ? 4.5 : 2.8)}
        />
      )}
    </>
  );
}

/** One response read by two scorers, or by a scorer and a measure. */
export interface ScatterPoint {
  /** Unique in the chart. */
  readonly id: string;
  /** Its name for people, such as “Draft 3”. */
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** Null where neither axis has it as its best. */
  readonly mark: ScatterMark | null;
  /** What it belongs to, such as an arm's name: told by shape. */
  readonly series: string;
}

/** Whose best a response is: the first scorer's (x), the second's (y) or both's. */
export type ScatterMark = 'first-winner' | 'second-winner' | 'both';

/** An axis as its caller names it. */
export interface ScatterAxis {
  /** With its unit, where it has one: “Length in words”. */
  readonly title: string;
  readonly format: (value: number) => string;
}

/** The series of points in the order in which they first come. */
export function seriesOf(points: readonly ScatterPoint[]): readonly string[] {
  return [...new Set(points.map(({ series }) => series))];
}
