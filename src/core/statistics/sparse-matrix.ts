/** Which entries beside the diagonal are not 0, by rows; symmetric. */
export interface SparseRows {
  /** Where the row of each item begins in `columns`, and at the end where the last one ends: one more than there are items. */
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
}

/** A symmetric positive definite matrix of which most entries are 0. */
export interface SparseMatrix {
  readonly rows: SparseRows;
  /** Beside the diagonal, as `rows.columns`. */
  readonly entries: Float64Array;
  readonly diagonal: Float64Array;
}

/** The entries of a row: the column of each, and where its value stands. */
export function forEachEntry(
  { starts, columns }: SparseRows,
  row: number,
  visit: (column: number, place: number) => void,
): void {
  const end = starts[row + 1] ?? 0;
  for (let place = starts[row] ?? 0; place < end; place += 1) visit(columns[place] ?? 0, place);
}

/** Rounding may keep the rest from falling any further. */
const MOST_STEPS = 10_000;

/**
 * The x with `matrix` · x = `values`, by conjugate gradients, each entry weighed by its diagonal (Hestenes & Stiefel 1952). A step
 * takes time in line with the entries; how many are needed depends on how differently scaled the matrix is, not on its size.
 *
 * @param tolerance what may be left of the values, as a share of their length.
 */
export function solveSparse(
  matrix: SparseMatrix,
  values: Float64Array,
  tolerance: number,
): Float64Array<ArrayBuffer> {
  const solution = new Float64Array(values.length);
  const rest = values.slice();
  const direction = new Float64Array(values.length);
  const turned = new Float64Array(values.length);
  const enough = tolerance * tolerance * product(values, values);
  let reach = 1;
  for (let step = 0; step < MOST_STEPS && product(rest, rest) > enough; step += 1) {
    const next = weighedSquare(rest, matrix.diagonal);
    turnTowards(direction, rest, matrix.diagonal, step === 0 ? 0 : next / reach);
    reach = next;
    multiply(matrix, direction, turned);
    const share = reach / product(direction, turned);
    addTimes(solution, direction, share);
    addTimes(rest, turned, -share);
  }
  return solution;
}

/** `result` becomes `matrix` · `vector`. */
function multiply(matrix: SparseMatrix, vector: Float64Array, result: Float64Array): void {
  const { entries, diagonal } = matrix;
  const { starts, columns } = matrix.rows;
  for (let row = 0, place = 0; row < vector.length; row += 1) {
    let sum = (diagonal[row] ?? 0) * (vector[row] ?? 0);
    for (const end = starts[row + 1] ?? 0; place < end; place += 1) {
      sum += (entries[place] ?? 0) * (vector[columns[place] ?? 0] ?? 0);
    }
    result[row] = sum;
  }
}

/** `direction` becomes the rest, weighed, and `kept` times what it was. */
function turnTowards(
  direction: Float64Array,
  rest: Float64Array,
  diagonal: Float64Array,
  kept: number,
): void {
  for (let item = 0; item < rest.length; item += 1) {
    direction[item] = (rest[item] ?? 0) / (diagonal[item] ?? 1) + kept * (direction[item] ?? 0);
  }
}

function weighedSquare(rest: Float64Array, diagonal: Float64Array): number {
  let sum = 0;
  for (let item = 0; item < rest.length; item += 1) {
    const own = rest[item] ?? 0;
    sum += (own * own) / (diagonal[item] ?? 1);
  }
  return sum;
}

/** The sum of the products of their entries. */
export function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1)
    sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}

/** Adds `vector` times `factor` to `target`. */
export function addTimes(target: Float64Array, vector: Float64Array, factor: number): void {
  for (let index = 0; index < target.length; index += 1) {
    target[index] = (target[index] ?? 0) + factor * (vector[index] ?? 0);
  }
}
