/**
 * The inverse of a symmetric positive definite matrix, by Gauss–Jordan elimination: such a matrix needs no exchange of rows.
 * For matrices of up to a few hundred rows.
 */
export function inverse(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const size = matrix.length;
  const rows = matrix.map((row, index) => [
    ...row,
    ...Array.from({ length: size }, (_, column) => (column === index ? 1 : 0)),
  ]);
  rows.forEach((pivotRow, pivot) => {
    const divisor = pivotRow[pivot] ?? 1;
    pivotRow.forEach((value, column) => (pivotRow[column] = value / divisor));
    for (const row of rows) {
      const factor = row[pivot] ?? 0;
      if (row === pivotRow || factor === 0) continue;
      row.forEach((value, column) => (row[column] = value - factor * (pivotRow[column] ?? 0)));
    }
  });
  return rows.map((row) => row.slice(size));
}
