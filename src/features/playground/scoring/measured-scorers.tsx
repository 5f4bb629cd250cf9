import {
  type Badge,
  badgesFor,
  MEASURED_TABLE,
  type MeasuredTable,
  SCORERS,
} from '../../../rewards/index.ts';
import { DataTable } from '../../../ui/index.ts';
import styles from './scoring.module.css';

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
