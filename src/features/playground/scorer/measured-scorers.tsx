import {
  type Badge,
  badgesFor,
  MEASURED_TABLE,
  type MeasuredTable,
  SCORERS,
} from '../../../rewards/index.ts';
import { DataTable, Note } from '../../../ui/index.ts';
import styles from './scorer.module.css';

/** Every scorer against marked pairs, as measured: the controls stand in the same table. */
export function MeasuredScorers({ table = MEASURED_TABLE }: { readonly table?: MeasuredTable }) {
  const { sets } = table;
  return (
    <DataTable label="Scorers as measured" role="region">
      <thead>
        <tr>
          <th scope="col">Scorer</th>
          {sets.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SCORERS.map(({ id, name }) => (
          <tr key={id} className={styles.wraps}>
            <th scope="row">{name}</th>
            {sets.map((set) => (
              <Cell key={set.id} badge={badgesFor(id, table).find((each) => each.set === set.id)} />
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Cell({ badge }: { readonly badge: Badge | undefined }) {
  if (badge === undefined) return <td>not measured</td>;
  const { accuracy, low, high, n, noBetterThanChance, worseThanChance, failed, model } = badge;
  const remarks = [
    ...(failed === 0 ? [] : [`${String(failed)} of them not scored`]),
    ...(noBetterThanChance ? ['no better than chance'] : []),
    ...(worseThanChance ? ['worse than chance'] : []),
    ...(model === null ? [] : [`read with ${model}`]),
  ];
  return (
    <td data-doubtful={noBetterThanChance || worseThanChance}>
      {percent(accuracy)} % ({percent(low)} to {percent(high)}; n {n})
      {remarks.map((remark) => `, ${remark}`).join('')}
    </td>
  );
}

function percent(share: number): string {
  return (share * 100).toFixed(0);
}

/** How far a scorer can be trusted: its measured accuracy on marked pairs, or that nobody measured it. */
export function ScorerBadges({ scorerId }: { readonly scorerId: string }) {
  const badges = badgesFor(scorerId);
  if (badges.length === 0) {
    return <Note>How often it prefers the better of two answers has not been measured here.</Note>;
  }
  return (
    <div className={styles.badges}>
      <Note>Prefers the better answer of marked pairs in:</Note>
      <ul>
        {badges.map(({ set, sentence, model, noBetterThanChance }) => (
          <li key={set} data-doubtful={noBetterThanChance}>
            {sentence}
            {model !== null && ` (read with ${model})`}
          </li>
        ))}
      </ul>
    </div>
  );
}
