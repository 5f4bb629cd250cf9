import { DataTable } from '../../../ui/index.ts';
import { expectedInWords, type ExpectedSplits, splitInWords } from './calculator-in-words.ts';

/** The figures behind the curves. */
export function CalculatorTable({ expected }: { readonly expected: ExpectedSplits }) {
  const { atEqualN, atEqualTokens } = expected;
  return (
    <DataTable label="Expected by the model, as a table" limitsHeight>
      <thead>
        <tr>
          <th scope="col">N0</th>
          <th scope="col">At equal N</th>
          <th scope="col">Expected</th>
          <th scope="col">At equal tokens</th>
          <th scope="col">Expected</th>
        </tr>
      </thead>
      <tbody>
        {atEqualN.map((split, place) => {
          const other = atEqualTokens[place] ?? split;
          return (
            <tr key={split.drafts}>
              <th scope="row">{split.drafts}</th>
              <td>{splitInWords(split)}</td>
              <td>{expectedInWords(split)}</td>
              <td>{splitInWords(other)}</td>
              <td>{expectedInWords(other)}</td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
