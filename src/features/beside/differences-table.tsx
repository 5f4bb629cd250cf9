import { DataTable } from '../../ui/index.ts';
import type { Difference } from './differences.ts';
import styles from './beside.module.css';

/** What was set up otherwise in two runs. */
export function DifferencesTable({ differences }: { readonly differences: readonly Difference[] }) {
  return (
    <DataTable label="Table of differences">
      <thead className={styles.differences}>
        <tr>
          <td />
          <th scope="col">A</th>
          <th scope="col">B</th>
        </tr>
      </thead>
      <tbody className={styles.words}>
        {differences.map(({ what, one, other }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td dir="auto">{one}</td>
            <td dir="auto">{other}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
