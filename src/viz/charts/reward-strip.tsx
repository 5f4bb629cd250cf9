import { useRef } from 'react';
import { armLabel, type ArmTree, type NodeId, nodeName } from '../../core/index.ts';
import { formatReward } from '../../ui/index.ts';
import {
  type RewardDomain,
  type RewardPoint,
  rewardScale,
  rewardSeries,
} from '../layout/reward-scale.ts';
import { useElementSize } from '../use-element-size.ts';
import { RewardStripDrawing } from './reward-strip-drawing.tsx';
import styles from './reward-strip.module.css';

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
      <details className={styles.details}>
        <summary>Rewards as a table</summary>
        <RewardTable arm={arm} points={points} onSelect={onSelect} />
      </details>
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

interface RewardTableProps {
  readonly arm: ArmTree;
  readonly points: readonly RewardPoint[];
  readonly onSelect: (id: NodeId) => void;
}

function RewardTable({ arm, points, onSelect }: RewardTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Response</th>
          <th scope="col">Reward</th>
          <th scope="col">Best so far</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ node, reward, bestSoFar }) => (
          <tr key={node.id}>
            <th scope="row">
              <button
                type="button"
                onClick={() => {
                  onSelect(node.id);
                }}
              >
                {nodeName(node, arm)}
              </button>
            </th>
            <td>{reward === null ? '–' : formatReward(reward)}</td>
            <td>{bestSoFar === null ? '–' : formatReward(bestSoFar)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
