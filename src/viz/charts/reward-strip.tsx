import { useRef } from 'react';
import { armLabel, type ArmTree, type NodeId, nodeName } from '../../core/index.ts';
import {
  formatReward,
  type RovingGroup,
  RovingMark,
  useRovingMarks,
  walkRow,
} from '../../ui/index.ts';
import {
  type RewardDomain,
  type RewardPoint,
  rewardScale,
  rewardSeries,
  type RewardScale,
} from '../layout/reward-scale.ts';
import { useElementSize } from '../use-element-size.ts';
import { RewardTable } from './reward-table.tsx';
import styles from './reward-strip.module.css';
import { curveStepAfter, line } from 'd3-shape';
import { discFilledTo, starFilledTo, svg } from '../layout/svg-shapes.ts';

export interface RewardStripProps {
  readonly arm: ArmTree;
  /** The domain of all arms on screen; null before the first reward. */
  readonly domain: RewardDomain | null;
  readonly selectedId: NodeId | null;
  readonly onSelect: (id: NodeId) => void;
}

/** Rewards in the order sampled, with the best so far as a step line, and the same as a table. */
export function RewardStrip({ arm, domain, selectedId, onSelect }: RewardStripProps) {
  const ref = useRef<HTMLDivElement | null>(null);
  const size = useElementSize(ref);
  const points = rewardSeries(arm);
  return (
    <div className={styles.strip}>
      <div ref={ref}>
        <RewardStripDrawing
          points={points}
          scale={domain === null ? null : rewardScale(domain)}
          width={size?.width ?? 400}
          winnerId={arm.winnerId}
          selectedId={selectedId}
          label={`Rewards of ${armLabel(arm.arm)} in the order sampled. ${summary(points)}`}
          nameOf={(point) => describe(arm, point)}
          onSelect={onSelect}
        />
      </div>
      <RewardTable arm={arm} onSelect={onSelect} />
    </div>
  );
}

function summary(points: readonly RewardPoint[]): string {
  const best = points.at(-1)?.bestSoFar ?? null;
  const scored = points.filter((point) => point.reward !== null).length;
  return best === null ? 'No reward yet.' : `${String(scored)} scored, best ${formatReward(best)}.`;
}

function describe(arm: ArmTree, point: RewardPoint): string {
  const { node, reward, bestSoFar } = point;
  const value = reward === null ? 'no reward' : `reward ${formatReward(reward)}`;
  const best = bestSoFar === null ? '' : `, best so far ${formatReward(bestSoFar)}`;
  return `${nodeName(node, arm)}, ${value}${best}`;
}

interface RewardStripDrawingProps {
  readonly points: readonly RewardPoint[];
  readonly scale: RewardScale | null;
  /** CSS pixels. */
  readonly width: number;
  readonly winnerId: NodeId | null;
  readonly selectedId: NodeId | null;
  readonly label: string;
  readonly nameOf: (point: RewardPoint) => string;
  readonly onSelect: (id: NodeId) => void;
}

const HEIGHT = 112;
const FRAME = { top: 12, right: 10, bottom: 26, left: 38 };
const PLOT = HEIGHT - FRAME.top - FRAME.bottom;

/** The strip itself: one tab stop, arrow keys from point to point. */
function RewardStripDrawing(props: RewardStripDrawingProps) {
  const { points, scale, width, winnerId, selectedId } = props;
  const ids = points.map(({ node }) => node.id);
  const { group, tabStopId } = useRovingMarks<NodeId>({ ids, selectedId, walk: walkRow(ids) });
  const step = (width - FRAME.left - FRAME.right) / Math.max(1, points.length);
  const xOf = (index: number): number => FRAME.left + step * (index + 0.5);
  const yOf = (reward: number): number => FRAME.top + PLOT * (1 - (scale?.level(reward) ?? 0));
  return (
    <svg
      className={styles.drawing}
      viewBox={svg`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      role="group"
      aria-label={props.label}
    >
      <RewardAxis scale={scale} width={width} yOf={yOf} />
      <path className={styles.best} d={bestLine(points, xOf, yOf, step)} />
      {points.map((point, index) => (
        <StripPoint
          key={point.node.id}
          point={point}
          name={props.nameOf(point)}
          x={xOf(index)}
          y={point.reward === null ? FRAME.top + PLOT : yOf(point.reward)}
          radius={Math.max(2, Math.min(6, step * 0.36))}
          colour={point.reward === null ? null : (scale?.colour(point.reward) ?? null)}
          isWinner={point.node.id === winnerId}
          isSelected={point.node.id === selectedId}
          isTabStop={point.node.id === tabStopId}
          group={group}
          onSelect={props.onSelect}
        />
      ))}
    </svg>
  );
}

interface RewardAxisProps {
  readonly scale: RewardScale | null;
  readonly width: number;
  readonly yOf: (reward: number) => number;
}

function RewardAxis({ scale, width, yOf }: RewardAxisProps) {
  return (
    <g className={styles.axis}>
      {(scale?.ticks ?? []).map((tick) => (
        <g key={tick} transform={svg`translate(0,${yOf(tick)})`}>
          <line x1={FRAME.left} x2={width - FRAME.right} />
          <text x={FRAME.left - 6} y={3.5}>
            {formatReward(tick)}
          </text>
        </g>
      ))}
      <text className={styles.caption} x={FRAME.left} y={HEIGHT - 3}>
        order sampled →
      </text>
      <text className={styles.captionEnd} x={width - FRAME.right} y={HEIGHT - 3}>
        line: best so far
      </text>
    </g>
  );
}

interface StripPointProps {
  readonly point: RewardPoint;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: string | null;
  readonly isWinner: boolean;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly group: RovingGroup<NodeId>;
  readonly onSelect: (id: NodeId) => void;
}

function StripPoint(props: StripPointProps) {
  const { point, name, x, y, radius, colour, isWinner, isSelected, isTabStop, group } = props;
  const shape = isWinner ? starFilledTo(1, radius * 1.6) : discFilledTo(1, radius);
  return (
    <RovingMark
      className={styles.point}
      transform={svg`translate(${x},${y})`}
      id={point.node.id}
      aria-current={isSelected ? 'true' : undefined}
      onPress={props.onSelect}
      {...{ group, isTabStop, name }}
    >
      <line className={styles.stem} y2={FRAME.top + PLOT - y} />
      <circle className={styles.hit} r={Math.max(8, radius + 3)} />
      {colour === null ? (
        <circle className={styles.hollow} r={radius} />
      ) : (
        <path className={styles.dot} d={shape.outline} fill={colour} />
      )}
    </RovingMark>
  );
}

function bestLine(
  points: readonly RewardPoint[],
  xOf: (index: number) => number,
  yOf: (reward: number) => number,
  step: number,
): string {
  const known = points.flatMap(({ bestSoFar }, index) =>
    bestSoFar === null ? [] : [{ x: xOf(index), y: yOf(bestSoFar) }],
  );
  const last = known.at(-1);
  if (last === undefined) return '';
  const steps = line<{ x: number; y: number }>()
    .x(({ x }) => x)
    .y(({ y }) => y)
    .curve(curveStepAfter);
  return steps([...known, { x: last.x + step / 2, y: last.y }]) ?? '';
}
