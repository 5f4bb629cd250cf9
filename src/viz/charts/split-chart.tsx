import { useRef } from 'react';
import {
  formatReward,
  RovingMark,
  useRovingMarks,
  walkRow,
  type RovingGroup,
} from '../../ui/index.ts';
import { svg } from '../layout/svg-shapes.ts';
import { useElementSize } from '../use-element-size.ts';
import { BottomAxis, LeftAxis } from './chart-axes.tsx';
import { splitLayout, type SplitFrame, type SplitLayout } from './split-layout.ts';
import chart from './chart.module.css';
import styles from './split-chart.module.css';

/** One split, in the order of N0 from 0. */
export interface SplitPoint {
  readonly drafts: number;
  /** Of its winner; null while it isn't sampled. */
  readonly reward: number | null;
  /** The split and what is known of it: "PRS 3/5: 1.84, Refinement 2". */
  readonly name: string;
}

export interface SplitChartProps {
  readonly points: readonly SplitPoint[];
  /** Rewards of arms that have no split. */
  readonly references: readonly { readonly label: string; readonly reward: number }[];
  /** The N0 that is shown now; null where none of these splits is. */
  readonly shown: number | null;
  /** Of the chart, a sentence. */
  readonly label: string;
  /** A split was pressed. */
  readonly onPlay: (drafts: number) => void;
}

/** Of the plot to the chart's left and right: what stands above it can be set by the same. CSS pixels. */
export const PLOT_EDGE = { left: 52, right: 14 } as const;

const TOP = 20;
const BOTTOM = 66;
const HEIGHT = 86;
const UNKNOWN_WIDTH = 400;

/** The winner's reward of every split sampled so far, each a column that can be pressed to see that split. */
export function SplitChart(props: SplitChartProps) {
  const { points, references, shown, label } = props;
  const ref = useRef<HTMLDivElement | null>(null);
  const width = useElementSize(ref)?.width ?? UNKNOWN_WIDTH;
  const right = Math.max(PLOT_EDGE.left + 1, width - PLOT_EDGE.right);
  const frame: SplitFrame = { left: PLOT_EDGE.left, right, top: TOP, bottom: BOTTOM };
  const layout = splitLayout(
    points.map(({ reward }) => reward),
    references.map(({ reward }) => reward),
    frame,
  );
  return (
    <div ref={ref} className={chart.chart}>
      <svg
        className={chart.drawing}
        viewBox={svg`0 0 ${width} ${HEIGHT}`}
        width={width}
        height={HEIGHT}
        role="group"
        aria-label={label}
      >
        <Axes {...{ layout, frame }} />
        <path className={styles.line} d={layout.path} />
        <References {...{ references, layout, frame }} />
        <Columns {...{ points, shown, layout }} onPlay={props.onPlay} />
      </svg>
    </div>
  );
}

interface AxesProps {
  readonly layout: SplitLayout;
  readonly frame: SplitFrame;
}

function Axes({ layout: { rewardTicks, draftTicks }, frame: { left, right } }: AxesProps) {
  return (
    <>
      <LeftAxis ticks={rewardTicks} format={formatReward} left={left} right={right} />
      <BottomAxis ticks={draftTicks} format={String} top={TOP} bottom={BOTTOM} />
      <text className={chart.title} x={4} y={10}>
        ↑ winner’s reward
      </text>
      <text className={`${chart.title ?? ''} ${chart.end ?? ''}`} x={left - 12} y={BOTTOM + 18}>
        N0
      </text>
    </>
  );
}

type ReferencesProps = AxesProps & Pick<SplitChartProps, 'references'>;

/** Dashed lines, and above the plot, where no curve passes, whose they are. */
function References({ references, layout, frame: { left, right } }: ReferencesProps) {
  const names = references.map(({ label, reward }) => `${label}: ${formatReward(reward)}`);
  return (
    <>
      {references.map(({ label }, index) => (
        <path
          key={label}
          className={styles.reference}
          d={svg`M${left},${layout.references[index] ?? 0}H${right}`}
        />
      ))}
      {names.length > 0 && (
        <text className={`${chart.title ?? ''} ${chart.end ?? ''}`} x={right} y={10}>
          dashed: {names.join(', ')}
        </text>
      )}
    </>
  );
}

interface ColumnsProps extends Pick<SplitChartProps, 'points' | 'shown' | 'onPlay'> {
  readonly layout: SplitLayout;
}

function Columns({ points, shown, layout, onPlay }: ColumnsProps) {
  const ids = points.map(({ drafts }) => drafts);
  const marks = { ids, selectedId: shown, walk: walkRow(ids) };
  const { group, tabStopId } = useRovingMarks<number>(marks);
  return points.map((point) => (
    <Column
      key={point.drafts}
      {...{ point, layout, group, onPlay }}
      isShown={point.drafts === shown}
      isTabStop={point.drafts === tabStopId}
    />
  ));
}

interface ColumnProps {
  readonly point: SplitPoint;
  readonly layout: SplitLayout;
  readonly isShown: boolean;
  readonly isTabStop: boolean;
  readonly group: RovingGroup<number>;
  readonly onPlay: (drafts: number) => void;
}

function Column({ point, layout, isShown, isTabStop, group, onPlay }: ColumnProps) {
  const x = layout.xs[point.drafts] ?? 0;
  const y = layout.ys[point.drafts] ?? null;
  const width = Math.max(2, Math.min(layout.step, 2 * PLOT_EDGE.right));
  const radius = Math.max(2, Math.min(4, layout.step * 0.3));
  return (
    <RovingMark
      className={styles.column}
      id={point.drafts}
      name={point.name}
      group={group}
      isTabStop={isTabStop}
      aria-pressed={isShown}
      onPress={onPlay}
    >
      <rect className={styles.hit} x={x - width / 2} y={TOP} width={width} height={BOTTOM - TOP} />
      {y === null ? (
        <path className={styles.missing} d={svg`M${x},${BOTTOM - 5}V${BOTTOM}`} />
      ) : (
        <circle className={styles.dot} cx={x} cy={y} r={isShown ? radius + 2 : radius} />
      )}
    </RovingMark>
  );
}
