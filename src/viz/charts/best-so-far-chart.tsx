import { useRef } from 'react';
import type { BestSoFar, CostUnit, NodeId } from '../../core/index.ts';
import {
  formatCount,
  formatReward,
  formatSeconds,
  RovingMark,
  useRovingMarks,
  walkRow,
  type RovingGroup,
} from '../../ui/index.ts';
import { svg } from '../layout/svg-shapes.ts';
import { useElementSize } from '../use-element-size.ts';
import { bestSoFarLayout, type BestSoFarCurve } from './best-so-far-layout.ts';
import { BottomAxis, LeftAxis } from './chart-axes.tsx';
import { ChartLine, LineLegend } from './chart-lines.tsx';
import chart from './chart.module.css';
import styles from './best-so-far-chart.module.css';

/** One arm with what it reached. */
export interface BestSoFarArm extends BestSoFar {
  readonly armId: string;
  /** "PRS 4/4". */
  readonly label: string;
  /** What a response of it is called: "Refinement 2". */
  readonly nameOf: (nodeId: NodeId) => string;
}

export interface BestSoFarChartProps {
  readonly arms: readonly BestSoFarArm[];
  readonly unit: CostUnit;
  readonly onSelect: (node: { readonly armId: string; readonly nodeId: NodeId }) => void;
}

const EDGE = { top: 24, bottom: 40, left: 46, right: 18 };
const HEIGHT = 220;
const UNKNOWN_WIDTH = 400;

const UNIT_NAMES: Readonly<Record<CostUnit, string>> = {
  responses: 'responses',
  tokens: 'tokens read anew or written',
  seconds: 'seconds of writing',
};

/** The best reward so far of every arm against what it has spent; each step is a response that can be opened. */
export function BestSoFarChart({ arms, unit, onSelect }: BestSoFarChartProps) {
  const ref = useRef<HTMLDivElement | null>(null);
  const width = useElementSize(ref)?.width ?? UNKNOWN_WIDTH;
  const right = Math.max(EDGE.left + 1, width - EDGE.right);
  const bottom = HEIGHT - EDGE.bottom;
  const layout = bestSoFarLayout(arms, { left: EDGE.left, right, top: EDGE.top, bottom }, unit);
  return (
    <div ref={ref} className={chart.chart}>
      <LineLegend lines={arms.map(({ armId, label }) => ({ id: armId, label }))} isFirstWide />
      <svg
        className={chart.drawing}
        viewBox={svg`0 0 ${width} ${HEIGHT}`}
        width={width}
        height={HEIGHT}
        role="group"
        aria-label={`Best reward so far against ${UNIT_NAMES[unit]}`}
      >
        <LeftAxis ticks={layout.rewardTicks} format={formatReward} left={EDGE.left} right={right} />
        <BottomAxis ticks={layout.costTicks} format={formatCount} top={EDGE.top} bottom={bottom} />
        <text className={chart.title} x={4} y={10}>
          ↑ best reward so far
        </text>
        <text className={`${chart.title ?? ''} ${chart.end ?? ''}`} x={right} y={HEIGHT - 6}>
          {UNIT_NAMES[unit]} →
        </text>
        {arms.map(({ armId }, index) => (
          <g key={armId} aria-hidden="true">
            <ChartLine place={index} isFirstWide d={layout.curves[index]?.path} />
          </g>
        ))}
        <Ends {...{ arms, width }} curves={layout.curves} />
        <Steps {...{ arms, unit, onSelect }} curves={layout.curves} />
      </svg>
    </div>
  );
}

interface EndsProps extends Pick<BestSoFarChartProps, 'arms'> {
  readonly curves: readonly BestSoFarCurve[];
  /** CSS pixels. */
  readonly width: number;
}

function Ends({ arms, curves, width }: EndsProps) {
  return arms.map((arm, index) => {
    const end = curves[index]?.end ?? null;
    return end === null ? null : (
      <End key={arm.armId} {...{ arm, ...end }} isAtRight={end.x > width / 2} />
    );
  });
}

interface EndProps {
  readonly arm: BestSoFarArm;
  readonly x: number;
  readonly y: number;
  /** Whether there is more room before it than behind. */
  readonly isAtRight: boolean;
}

/** Where an arm ends that has no line of its own to be seen by. */
function End({ arm: { label, better }, x, y, isAtRight }: EndProps) {
  const reward = better.at(-1)?.reward;
  return (
    <g aria-hidden="true">
      <path className={styles.end} d={svg`M${x},${y - 6}v12`} />
      <text
        className={styles.endName}
        data-at-right={isAtRight}
        x={x}
        y={y < HEIGHT / 2 ? y + 20 : y - 10}
      >
        {label} ends here{reward === undefined ? '' : `, ${formatReward(reward)}`}
      </text>
    </g>
  );
}

type StepsProps = BestSoFarChartProps & { readonly curves: readonly BestSoFarCurve[] };

function Steps({ arms, unit, curves, onSelect }: StepsProps) {
  const steps = arms.flatMap((arm, index) =>
    arm.better.map((each, place) => ({
      id: `${arm.armId} ${each.nodeId}`,
      name: `${arm.label}: ${formatReward(each.reward)} by ${arm.nameOf(each.nodeId)}, after ${amountOf(each.spent, unit)}`,
      at: curves[index]?.steps[place] ?? { x: 0, y: 0 },
      node: { armId: arm.armId, nodeId: each.nodeId },
    })),
  );
  const ids = steps.map(({ id }) => id);
  const { group, tabStopId } = useRovingMarks<string>({
    ids,
    selectedId: null,
    walk: walkRow(ids),
  });
  return steps.map(({ id, name, at, node }) => (
    <Step
      key={id}
      {...{ id, name, group }}
      {...at}
      isTabStop={id === tabStopId}
      onPress={() => {
        onSelect(node);
      }}
    />
  ));
}

interface StepProps {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly group: RovingGroup<string>;
  readonly isTabStop: boolean;
  readonly onPress: () => void;
}

function Step({ id, name, x, y, group, isTabStop, onPress }: StepProps) {
  return (
    <RovingMark className={styles.step} {...{ id, name, group, isTabStop, onPress }}>
      <circle className={styles.hit} cx={x} cy={y} r={12} />
      <circle className={styles.dot} cx={x} cy={y} r={3.5} />
    </RovingMark>
  );
}

const UNIT_OF_ONE = { responses: 'response', tokens: 'token' } as const;

/** "412 tokens". */
export function amountOf(spent: number, unit: CostUnit): string {
  if (unit === 'seconds') return formatSeconds(spent);
  return `${formatCount(spent)} ${spent === 1 ? UNIT_OF_ONE[unit] : unit}`;
}
