import type { CurvePoint, Finding, HeadToHead } from '../../studies/index.ts';
import { DataTable, formatCount, formatGain, formatReward } from '../../ui/index.ts';
import { intervalInWords, shareInWords } from './band-in-words.ts';
import styles from './studies.module.css';

/** Each arm at equal N and at equal tokens. */
export function ArmTable({ finding: { arms } }: { readonly finding: Finding }) {
  return (
    <DataTable label="Table of winners">
      <thead>
        <tr>
          <th scope="col">Arm</th>
          <th scope="col">Winner’s reward</th>
          <th scope="col">Band</th>
          <th scope="col">At equal tokens</th>
          <th scope="col">Band</th>
          <th scope="col">Tokens read anew or written, a run</th>
        </tr>
      </thead>
      <tbody>
        {arms.map(({ label, reward, atEqualTokens, tokens }) => (
          <tr key={label}>
            <th scope="row" className={styles.name}>
              {label}
            </th>
            <td>{formatReward(reward.mean)}</td>
            <td>{intervalInWords(reward.interval)}</td>
            <td>{formatReward(atEqualTokens.mean)}</td>
            <td>{intervalInWords(atEqualTokens.interval)}</td>
            <td>{formatCount(Math.round(tokens))}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

/** Each pair of arms: who wins how often, and by how much. */
export function DuelTable({ duels }: { readonly duels: readonly HeadToHead[] }) {
  return (
    <DataTable label="Table of pairs">
      <thead>
        <tr>
          <th scope="col">Arm</th>
          <th scope="col">Against</th>
          <th scope="col">Wins, ties, losses</th>
          <th scope="col">Share</th>
          <th scope="col">95 %</th>
          <th scope="col">Difference</th>
          <th scope="col">95 %</th>
        </tr>
      </thead>
      <tbody>
        {duels.map(({ first, second, wins, ties, losses, ...duel }) => (
          <tr key={`${first} ${second}`}>
            <th scope="row" className={styles.name}>
              {first}
            </th>
            <th scope="row" className={styles.name}>
              {second}
            </th>
            <td>{[wins, ties, losses].map(formatCount).join(', ')}</td>
            <td>{shareInWords(duel.share)}</td>
            <td>{intervalInWords(duel.shareInterval, shareInWords)}</td>
            <td>{formatGain(duel.difference.mean)}</td>
            <td>{intervalInWords(duel.difference.interval, formatGain)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

interface CurveTableProps {
  /** What a point's place is counted in. */
  readonly unit: string;
  readonly curves: readonly { readonly label: string; readonly points: readonly CurvePoint[] }[];
}

/** The figures behind curves. */
export function CurveTable({ unit, curves }: CurveTableProps) {
  return (
    <DataTable label={`Reward against ${unit}, as a table`} limitsHeight>
      <thead>
        <tr>
          <th scope="col">Arm</th>
          <th scope="col">After {unit}</th>
          <th scope="col">Mean reward</th>
          <th scope="col">Band</th>
        </tr>
      </thead>
      <tbody>
        {curves.flatMap(({ label, points }) =>
          points.map(({ x, mean, interval }) => (
            <tr key={`${label} ${String(x)}`}>
              <th scope="row" className={styles.name}>
                {label}
              </th>
              <td>{formatCount(x)}</td>
              <td>{formatReward(mean)}</td>
              <td>{intervalInWords(interval)}</td>
            </tr>
          )),
        )}
      </tbody>
    </DataTable>
  );
}
