import { type RovingGroup, RovingMark, useRovingMarks } from '../../ui/index.ts';
import {
  type PlacedPoint,
  type PlotFrame,
  type ScatterLayout,
  scatterLayout,
  type ScatterLine,
  walkScatter,
} from '../layout/scatter-layout.ts';
import { svg } from '../layout/svg-path.ts';
import { BottomAxis, LeftAxis } from './chart-axes.tsx';
import {
  MARK_RADIUS,
  type ScatterAxis,
  ScatterMarkShape,
  type ScatterPoint,
  seriesOf,
} from './scatter-mark.tsx';
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
