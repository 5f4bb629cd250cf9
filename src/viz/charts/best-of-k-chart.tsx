import { useRef, useState } from 'react';
import type { BestOfKPoint, OverOptimisation } from '../../core/index.ts';
import { Folded, formatReward } from '../../ui/index.ts';
import { useElementSize } from '../use-element-size.ts';
import { BestOfKDrawing } from './best-of-k-drawing.tsx';
import chart from './chart.module.css';
import styles from './best-of-k-chart.module.css';

export interface BestOfKChartProps {
  /** `bestOfK`'s points, k rising. */
  readonly points: readonly BestOfKPoint[];
  /** The scorer that picks, and the one that reads the pick. */
  readonly selectingName: string;
  readonly evaluatingName: string;
  /** `overOptimisation`'s finding; null draws no peak. Whether it is chance is the caller's to say. */
  readonly turn: OverOptimisation | null;
  /** What the curves show, in the caller's sentence: read out with the chart. */
  readonly description: string;
}

/**
 * The best of k by one scorer, as that scorer sees it and as another reads it: two panels that share k, each on its own axis,
 * since two scorers have no common unit.
 */
export function BestOfKChart(props: BestOfKChartProps) {
  const { points, selectingName, evaluatingName, turn, description } = props;
  const ref = useRef<HTMLDivElement | null>(null);
  const size = useElementSize(ref);
  const [shownK, setShownK] = useState<number | null>(null);
  const shown = points.find(({ k }) => k === shownK);
  const nameOf = ({ k, selecting, evaluating }: BestOfKPoint): string => {
    const figures = `${selectingName} ${formatReward(selecting)}, ${evaluatingName} ${formatReward(evaluating)}`;
    return `Best of ${String(k)}: ${figures}${k === turn?.k ? ', peak' : ''}`;
  };
  return (
    <div className={chart.chart}>
      <div ref={ref}>
        <BestOfKDrawing
          points={points}
          titles={{
            selecting: `${selectingName}, of its own pick`,
            evaluating: `${evaluatingName}, of the same pick`,
          }}
          turn={turn}
          width={size?.width ?? 400}
          label={`Best of k by ${selectingName}, read by ${evaluatingName}. ${description}`}
          nameOf={nameOf}
          shownK={shownK}
          onShow={setShownK}
        />
      </div>
      <output className={styles.readout}>
        {shown === undefined ? 'Choose a k to read its figures.' : nameOf(shown)}
      </output>
      <Folded summary="Curves as a table" className={chart.details}>
        <BestOfKTable {...{ points, selectingName, evaluatingName, turn }} />
      </Folded>
    </div>
  );
}

type BestOfKTableProps = Omit<BestOfKChartProps, 'description'>;

function BestOfKTable({ points, selectingName, evaluatingName, turn }: BestOfKTableProps) {
  return (
    <div className={chart.scroll}>
      <table className={chart.table}>
        <thead>
          <tr>
            <th scope="col">Best of</th>
            <th scope="col">{selectingName}</th>
            <th scope="col">{evaluatingName}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ k, selecting, evaluating }) => (
            <tr key={k}>
              <th scope="row">{k === turn?.k ? `${String(k)} (peak)` : k}</th>
              <td>{formatReward(selecting)}</td>
              <td>{formatReward(evaluating)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
