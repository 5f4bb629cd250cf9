/** Standard normal draws lie further out less often than once in 10¹⁵. */
const FURTHEST = 8;
const STEPS = 256;

/** The chance that a standard normal draw is at most x. By Marsaglia's series (2004, “Evaluating the Normal Distribution”), to 15 digits. */
export function normalShare(x: number): number {
  if (Math.abs(x) > FURTHEST) return x > 0 ? 1 : 0;
  let [sum, term, before] = [x, x, 0];
  for (let odd = 3; sum !== before; odd += 2) {
    before = sum;
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

/**
 * E[max(0, M − from)] for M the highest of so many standard normal draws: how far it lies above a threshold on average. It is the
 * integral of the chance to lie above, by Simpson's rule, the same every time.
 *
 * @param draws a whole number from 1
 */
export function expectedExcess(draws: number, from: number): number {
  if (from >= FURTHEST) return 0;
  const low = Math.max(from, -FURTHEST);
  const step = (FURTHEST - low) / STEPS;
  let sum = 0;
  for (let place = 0; place <= STEPS; place += 1) {
    const weight = place === 0 || place === STEPS ? 1 : place % 2 === 0 ? 2 : 4;
    sum += weight * (1 - normalShare(low + place * step) ** draws);
  }
  return low - from + (sum * step) / 3;
}

/** E[M] for M the highest of so many standard normal draws. */
export function expectedMaximum(draws: number): number {
  // Of one it is 0, which the sum misses by rounding.
  return draws === 1 ? 0 : expectedExcess(draws, -FURTHEST) - FURTHEST;
}
