import { MEASURED_TABLE, SCORERS, badgesFor, type Badge } from '../../../rewards/index.ts';
import styles from './scoring.module.css';

/** Every scorer against marked pairs, as measured: the controls stand in the same table. */
export function MeasuredScorers() {
  const { sets } = MEASURED_TABLE;
  return (
    // A table wider than the page is scrolled, and so has to be reached by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="region" aria-label="Scorers as measured" tabIndex={0}>
      <table className={styles.table}>
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
            <tr key={id}>
              <th scope="row">{name}</th>
              {sets.map((set) => (
                <Cell key={set.id} badge={badgesFor(id).find((each) => each.set === set.id)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ badge }: { readonly badge: Badge | undefined }) {
  if (badge === undefined) return <td>not measured</td>;
  const { accuracy, low, high, n, noBetterThanChance } = badge;
  return (
    <td data-doubtful={noBetterThanChance}>
      {percent(accuracy)} % ({percent(low)} to {percent(high)}; n {n})
      {noBetterThanChance && ', no better than chance'}
    </td>
  );
}

function percent(share: number): string {
  return (share * 100).toFixed(0);
}
