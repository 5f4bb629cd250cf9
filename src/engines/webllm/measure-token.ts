/** What the model itself makes of a token, from its logits before any sampling setting. */

export interface MeasuredToken {
  readonly token: number;
  /** Natural log-probability, at most 0. */
  readonly logProbability: number;
  /** The likeliest first; absent where none were asked for. */
  readonly likeliest?: readonly LikelyToken[];
}

export interface LikelyToken {
  readonly token: number;
  readonly logProbability: number;
}

/** @param likeliest how many of the likeliest tokens are measured beside it; none where left out. */
export function measureToken(
  logits: Float32Array,
  token: number,
  likeliest?: number,
): MeasuredToken {
  const normalizer = logSumOfExponentials(logits);
  const logProbability = Math.min(0, (logits[token] ?? normalizer) - normalizer);
  if (likeliest === undefined) return { token, logProbability };
  const top = largest(logits, likeliest).map((one) => ({
    token: one,
    logProbability: Math.min(0, (logits[one] ?? normalizer) - normalizer),
  }));
  return { token, logProbability, likeliest: top };
}

/** log softmax(logits)[token], at most 0. */
export function logProbability(logits: Float32Array, token: number): number {
  return measureToken(logits, token).logProbability;
}

function logSumOfExponentials(logits: Float32Array): number {
  const highest = largestNumber(logits);
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - highest);
  return highest + Math.log(sum);
}

export function largestNumber(numbers: Float32Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const number of numbers) if (number > highest) highest = number;
  return highest;
}

/** The places of the largest numbers, the largest first and of equal ones the first, in one pass. */
export function largest(numbers: Float32Array, count: number): readonly number[] {
  const top: { readonly place: number; readonly number: number }[] = [];
  // What a number must exceed to be among them, so that nearly all are passed over by one comparison.
  let bar = Number.NEGATIVE_INFINITY;
  let place = -1;
  for (const number of numbers) {
    place += 1;
    if (top.length >= count && number <= bar) continue;
    const before = top.findIndex((one) => one.number < number);
    top.splice(before < 0 ? top.length : before, 0, { place, number });
    top.length = Math.min(top.length, count);
    bar = top.at(-1)?.number ?? Number.POSITIVE_INFINITY;
  }
  return top.map((one) => one.place);
}
