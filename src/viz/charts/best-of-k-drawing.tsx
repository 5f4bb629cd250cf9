import type { BestOfKPoint, OverOptimisation } from '../../core/index.ts';
import {
  formatReward,
  RovingMark,
  useRovingMarks,
  walkRow,
  type RovingGroup,
} from '../../ui/index.ts';
import { bestOfKLayout, type BestOfKLayout, type CurvePanel } from './best-of-k-layout.ts';
import { svg } from '../layout/svg-shapes.ts';
import { BottomAxis, LeftAxis } from './chart-axes.tsx';
import chart from './chart.module.css';
import styles from './best-of-k-chart.module.css';

export interface BestOfKDrawingProps {
  readonly points: readonly BestOfKPoint[];
  readonly titles: Readonly<Record<(typeof PANELS)[number], string>>;
  readonly turn: OverOptimisation | null;
  /** CSS pixels. */
  readonly width: number;
  readonly label: string;
  readonly nameOf: (point: BestOfKPoint) => string;
  /** The k whose figures are read out; null for none. */
  readonly shownK: number | null;
  readonly onShow: (k: number) => void;
}

const EDGE = { top: 24, right: 18, bottom: 36, left: 46 };
const PANEL = { panelHeight: 96, gap: 48 };
/** Above a panel, between it and its title: room for the peak's words. */
const TITLE_RISE = { selecting: 9, evaluating: 26 };
const BOTTOM = EDGE.top + 2 * PANEL.panelHeight + PANEL.gap;
const HEIGHT = BOTTOM + EDGE.bottom;

const PANELS = ['selecting', 'evaluating'] as const;

/** The curves themselves: a column for each k, one tab stop, arrow keys from k to k. */
export function BestOfKDrawing(props: BestOfKDrawingProps) {
  const { points, width, turn } = props;
  const right = Math.max(EDGE.left + 1, width - EDGE.right);
  const layout = bestOfKLayout(points, turn, { ...EDGE, ...PANEL, right });
  return (
    <svg
      className={chart.drawing}
      viewBox={svg`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      role="group"
      aria-label={props.label}
    >
      <BottomAxis ticks={layout.kTicks} format={String} top={EDGE.top} bottom={BOTTOM} />
      {PANELS.map((name) => (
        <Panel
          key={name}
          title={props.titles[name]}
          panel={layout[name]}
          rise={TITLE_RISE[name]}
          right={right}
        />
      ))}
      <text className={`${chart.title ?? ''} ${chart.end ?? ''}`} x={right} y={HEIGHT - 5}>
        k, responses to pick from →
      </text>
      <Columns {...props} layout={layout} />
      <Turn layout={layout} turn={turn} right={right} />
    </svg>
  );
}

interface PanelProps {
  readonly title: string;
  readonly panel: CurvePanel;
  /** Of the title above the panel, in CSS pixels. */
  readonly rise: number;
  readonly right: number;
}

function Panel({ title, panel, rise, right }: PanelProps) {
  return (
    <g>
      <LeftAxis ticks={panel.ticks} format={formatReward} left={EDGE.left} right={right} />
      <text className={chart.title} x={4} y={panel.top - rise}>
        ↑ {title}
      </text>
      <path className={styles.curve} d={panel.path} />
    </g>
  );
}

interface TurnProps {
  readonly layout: BestOfKLayout;
  readonly turn: OverOptimisation | null;
  readonly right: number;
}

/** From the peak level to the end, and down to where the curve ends: the fall itself, and its k through both panels. */
function Turn({ layout, turn, right }: TurnProps) {
  if (layout.turn === null || turn === null) return null;
  const { x, y, endY } = layout.turn;
  const isLeft = x < (EDGE.left + right) / 2;
  return (
    <g aria-hidden="true">
      {[layout.selecting, layout.evaluating].map(({ top, bottom }) => (
        <path key={top} className={styles.turn} d={svg`M${x},${top}V${bottom}`} />
      ))}
      <path className={styles.turn} d={svg`M${x},${y}H${right}V${endY}`} />
      <circle className={styles.peak} cx={x} cy={y} r={4.5} />
      <text
        className={styles.peakName}
        x={x + (isLeft ? 8 : -8)}
        y={y - 8}
        textAnchor={isLeft ? 'start' : 'end'}
      >
        peak at k = {turn.k}
      </text>
    </g>
  );
}

interface ColumnsProps extends Pick<
  BestOfKDrawingProps,
  'points' | 'nameOf' | 'shownK' | 'onShow'
> {
  readonly layout: BestOfKLayout;
}

function Columns({ points, nameOf, shownK, onShow, layout }: ColumnsProps) {
  const ks = points.map(({ k }) => k);
  const marks = { ids: ks, selectedId: shownK, walk: walkRow(ks) };
  const { group, tabStopId } = useRovingMarks<number>(marks);
  return points.map((point, index) => (
    <KColumn
      key={point.k}
      {...{ point, index, layout, group, onShow }}
      name={nameOf(point)}
      isShown={point.k === shownK}
      isTabStop={point.k === tabStopId}
    />
  ));
}

interface KColumnProps {
  readonly point: BestOfKPoint;
  readonly name: string;
  readonly index: number;
  readonly layout: BestOfKLayout;
  readonly isShown: boolean;
  readonly isTabStop: boolean;
  readonly group: RovingGroup<number>;
  readonly onShow: (k: number) => void;
}

function KColumn({ point, name, index, layout, isShown, ...props }: KColumnProps) {
  const x = layout.xs[index] ?? 0;
  const radius = Math.max(1.5, Math.min(3, layout.step * 0.3));
  return (
    <RovingMark
      className={styles.column}
      id={point.k}
      name={name}
      group={props.group}
      isTabStop={props.isTabStop}
      aria-pressed={isShown}
      onPress={props.onShow}
    >
      <rect
        className={styles.hit}
        x={x - layout.step / 2}
        y={EDGE.top}
        width={layout.step}
        height={BOTTOM - EDGE.top}
      />
      <circle className={styles.dot} cx={x} cy={layout.selecting.heights[index]} r={radius} />
      <circle className={styles.dot} cx={x} cy={layout.evaluating.heights[index]} r={radius} />
    </RovingMark>
  );
}
