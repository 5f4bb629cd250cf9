import { expect, it } from 'vitest';
import { inverse, solve } from './positive-definite.ts';

const MATRIX = [
  [4, 2, 0],
  [2, 5, -2],
  [0, -2, 3],
];

it('inverts a symmetric positive definite matrix', () => {
  // By hand: the determinant is 32.
  const expected = [
    [11, -6, -4],
    [-6, 12, 8],
    [-4, 8, 16],
  ];
  inverse(MATRIX).forEach((row, index) => {
    row.forEach((value, column) => {
      expect(value).toBeCloseTo((expected[index]?.[column] ?? Number.NaN) / 32, 12);
    });
  });
  expect(inverse([])).toEqual([]);
});

it('solves for the vector that the matrix turns into the values', () => {
  const solution = solve(MATRIX, [8, 6, 5]);
  [1, 2, 3].forEach((value, index) => {
    expect(solution[index]).toBeCloseTo(value, 12);
  });
});
