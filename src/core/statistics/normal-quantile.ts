/**
 * How many standard deviations around the mean hold this share of a normal distribution: 0.95 → 1.95996….
 *
 * Newton's method on the area, whose series is Marsaglia's (2004, “Evaluating the normal distribution”). The area grows ever
 * more slowly away from the mean, so the steps never overshoot.
 *
 * @throws RangeError for a share that is not between 0 and 1, or so near 1 that the series loses its figures.
 */
export function standardDeviationsAround(share: number): number {
  if (!(share > 0 && share <= 0.999999))
    throw new RangeError('The level must be above 0 and at most 0.999999.');
  let z = 0;
  for (let round = 0; round < 60; round += 1) {
    const step = (share - areaAround(z)) / (2 * density(z));
    z += step;
    if (Math.abs(step) < 1e-13) break;
  }
  return z;
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** The share of a normal distribution within z standard deviations of its mean. */
function areaAround(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 2 * density(z) * sum;
}
