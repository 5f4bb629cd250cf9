import type { BandPoint } from './band-over-prompts.ts';
import { intervalOfDraws, timesDrawn } from './bootstrap-over-prompts.ts';
import { mean } from './means-and-least-squares.ts';

/** One prompt, answered by two arms. */
export interface LengthTrial {
  /** Of the first arm: 1 where it won, ½ for a tie, 0 where it lost. */
  readonly outcome: number;
  /** The length of the first arm's answer less that of the other's, in one unit for all trials. */
  readonly longer: number;
}

/** Of the weight of length, as a standard deviation around none: it keeps it finite where length alone tells who wins. */
const USUAL_WEIGHT = 5;
const MOST_STEPS = 50;
const CLOSE_ENOUGH = 1e-10;

/**
 * How often the first arm would win if both wrote answers of the same length, after AlpacaEval 2 (Dubois et al. 2024, arXiv 2404.04475):
 * a logistic regression of who won on the arm and the difference in length d,
 *
 * logit P(the first wins) = θ + φ · tanh(d / s), s being the standard deviation of d; the share is that at d = 0, 1 / (1 + e^−θ).
 *
 * Simpler than there: a term for how hard each prompt is takes many arms' answers to it and is left out; φ has a normal prior of
 * standard deviation 5 in the place of a penalty that is chosen by cross-validation, θ has none. Where d says nothing of who won, it is the share that was won. Where all
 * trials came out alike, or all d are equal, length can't be told from the arm, and it is that share too. Where d has one sign only, it
 * reaches beyond the trials: who reports it leaves such pairs out.
 *
 * @param seed of the bootstrap over prompts; s stays that of all trials
 * @returns a share in [0, 1]; NaN of no trials
 */
export function lengthControlledShare(trials: readonly LengthTrial[], seed: number): BandPoint {
  const outcomes = Float64Array.from(trials, ({ outcome }) => outcome);
  const lengths = scaled(trials.map(({ longer }) => longer));
  if (trials.length === 0) return { mean: Number.NaN, interval: null };
  const whole = fitted(outcomes, lengths, new Uint32Array(trials.length).fill(1));
  // The fits of draws lie near that of all, and their share in thousandths is told.
  const near = { from: whole.top, within: 1e-5 };
  return {
    mean: whole.share,
    interval: intervalOfDraws(
      timesDrawn(trials.length, seed),
      (times) => fitted(outcomes, lengths, times, near).share,
    ),
  };
}

/** tanh(d / s); 0 where all are equal. */
function scaled(differences: readonly number[]): Float64Array {
  const centre = mean(differences) ?? 0;
  const spread = Math.sqrt(mean(differences.map((each) => (each - centre) ** 2)) ?? 0);
  const isFlat = spread <= 1e-9 * Math.max(1, Math.abs(centre));
  return Float64Array.from(differences, (each) => (isFlat ? 0 : Math.tanh(each / spread)));
}

interface Fit {
  /** At equal length. */
  readonly share: number;
  /** Null where the first arm won all trials or none: there is no highest point. */
  readonly top: Point | null;
}

/** @param times how often each trial counts */
function fitted(
  outcomes: Float64Array,
  lengths: Float64Array,
  times: Uint32Array,
  { from, within }: Begun = { from: null, within: CLOSE_ENOUGH },
): Fit {
  let [won, count] = [0, 0];
  for (const [place, outcome] of outcomes.entries()) {
    won += (times[place] ?? 0) * outcome;
    count += times[place] ?? 0;
  }
  const share = won / count;
  if (share <= 0 || share >= 1) return { share, top: null };
  const slopes = (at: Point) => slopesAt(at, outcomes, lengths, times);
  const top = climb(from ?? [Math.log(share / (1 - share)), 0], slopes, within);
  return { share: logistic(top[0]), top };
}

/** Where a climb starts, and at which step it ends. */
interface Begun {
  readonly from: Point | null;
  readonly within: number;
}

/** θ and φ. */
type Point = readonly [arm: number, length: number];

/** Of the logarithm of the likelihood with its prior, at a point: what it is, where it rises to, and how that bends. */
interface Slopes {
  readonly height: number;
  readonly rise: Point;
  /** The negated second derivatives: θθ, θφ, φφ. */
  readonly bend: readonly [number, number, number];
}

/** Newton's method, each step halved until it leads up: what is climbed has one top and no other. */
function climb(from: Point, slopes: (at: Point) => Slopes, within: number): Point {
  let at = from;
  let here = slopes(at);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const [a, b, c] = here.bend;
    const [p, q] = here.rise;
    const determinant = a * c - b * b;
    let [dx, dy] = [(c * p - b * q) / determinant, (a * q - b * p) / determinant];
    let next = slopes([at[0] + dx, at[1] + dy]);
    // Past the precision of the height nothing is higher.
    while (next.height < here.height && Math.abs(dx) + Math.abs(dy) > within) {
      [dx, dy] = [dx / 2, dy / 2];
      next = slopes([at[0] + dx, at[1] + dy]);
    }
    at = [at[0] + dx, at[1] + dy];
    here = next;
    if (Math.abs(dx) + Math.abs(dy) <= within) break;
  }
  return at;
}

function slopesAt(
  [arm, length]: Point,
  outcomes: Float64Array,
  lengths: Float64Array,
  times: Uint32Array,
): Slopes {
  const prior = 1 / USUAL_WEIGHT ** 2;
  let height = (-prior * length ** 2) / 2;
  let [p, q, a, b, c] = [0, -prior * length, 0, 0, prior];
  for (let place = 0; place < outcomes.length; place += 1) {
    const weight = times[place] ?? 0;
    if (weight === 0) continue;
    const [outcome, x] = [outcomes[place] ?? 0, lengths[place] ?? 0];
    const odds = arm + length * x;
    const chance = logistic(odds);
    // log(1 + e^odds), without an overflow.
    height += weight * (outcome * odds - Math.max(odds, 0) - Math.log1p(Math.exp(-Math.abs(odds))));
    p += weight * (outcome - chance);
    q += weight * (outcome - chance) * x;
    const spread = weight * chance * (1 - chance);
    a += spread;
    b += spread * x;
    c += spread * x * x;
  }
  return { height, rise: [p, q], bend: [a, b, c] };
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
