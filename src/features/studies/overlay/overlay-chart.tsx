import {
  MOST_LINES,
  nameOfCurve,
  type OverlayCurve,
  type OverlayPanel,
  reporterInWords,
} from '../../../studies/index.ts';
import { DataTable, Folded, formatCount, formatReward, Note, Problem } from '../../../ui/index.ts';
import { BandChart } from '../../../viz/finding-charts.ts';
import { bandInWords, intervalInWords } from '../band-in-words.ts';
import { CurveTable } from '../finding-tables.tsx';
import styles from '../studies.module.css';

/** What a curve is read against. */
export type OverlayUnit = 'responses' | 'tokens';

export interface OverlayChartProps {
  readonly panel: OverlayPanel;
  readonly unit: OverlayUnit;
}

const X_TITLES: Readonly<Record<OverlayUnit, string>> = {
  responses: 'responses',
  tokens: 'tokens read anew or written',
};

/** The lines of one scale, with the tables behind them. */
export function OverlayChart({ panel, unit }: OverlayChartProps) {
  const { scale, curves, caveats } = panel;
  const named = curves.map((curve) => ({
    label: nameOfCurve(curve),
    points: unit === 'responses' ? curve.byResponses : curve.byTokens,
  }));
  return (
    <div className={styles.picker}>
      {curves.length > MOST_LINES && (
        <Problem role="status">
          {curves.length} lines of {scale.name} are more than a chart tells apart: choose fewer runs
          or arms, {MOST_LINES} lines at most. The table has them all.
        </Problem>
      )}
      {curves.length > 0 && curves.length <= MOST_LINES && <Chart {...{ panel, unit, named }} />}
      {curves.length > 0 && <WinnersOfSets curves={curves} />}
      {caveats.map((sentence) => (
        <Note key={sentence}>{sentence}</Note>
      ))}
      {curves.length > 0 && (
        <Folded summary="As a table" className={styles.folded}>
          <CurveTable unit={`${unit}, by ${scale.name}`} curves={named} />
        </Folded>
      )}
    </div>
  );
}

interface ChartProps extends OverlayChartProps {
  readonly named: readonly {
    readonly label: string;
    readonly points: OverlayCurve['byResponses'];
  }[];
}

function Chart({ panel: { scale, curves }, unit, named }: ChartProps) {
  return (
    <BandChart
      key={unit}
      curves={named.map(({ label, points }) => ({
        ...{ id: label, label },
        points: points.map((point) => ({
          ...point,
          name: `${label}: ${bandInWords(point)} after ${formatCount(point.x)} ${unit}`,
        })),
      }))}
      label={`Mean best reward by ${scale.name} of several runs over prompts against ${X_TITLES[unit]}`}
      xTitle={X_TITLES[unit]}
      yTitle={`mean best reward by ${scale.name}`}
      provenance={curves.map(whatItRestsOn).join(' · ')}
    />
  );
}

function whatItRestsOn(curve: OverlayCurve): string {
  const { prompts, runs, isProxy } = curve;
  return `${nameOfCurve(curve)}: ${formatCount(prompts)} prompts, ${formatCount(runs)} runs${isProxy ? ', proxy' : ''}`;
}

/** What each line ends with, and what it rests on. */
function WinnersOfSets({ curves }: Pick<OverlayPanel, 'curves'>) {
  return (
    <DataTable label="Table of winners of several runs" limitsHeight>
      <thead>
        <tr>
          <th scope="col">Runs</th>
          <th scope="col">Arm</th>
          <th scope="col">Prompts</th>
          <th scope="col">Winner’s reward</th>
          <th scope="col">Band</th>
          <th scope="col">Reported by</th>
        </tr>
      </thead>
      <tbody>
        {curves.map((curve) => (
          <tr key={nameOfCurve(curve)}>
            <th scope="row" className={styles.name}>
              <bdi>{curve.set}</bdi>
            </th>
            <td>{curve.label}</td>
            <td>{formatCount(curve.prompts)}</td>
            <td>{formatReward(curve.reward.mean)}</td>
            <td>{intervalInWords(curve.reward.interval)}</td>
            <td>{reporterInWords(curve)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
