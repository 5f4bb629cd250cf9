import type { SampledToken } from '../policy.ts';

/** A ten-thousandth of a nat is far below what one device's arithmetic differs from another's by. */
const STEPS_PER_NAT = 10_000;

/** The token as a run keeps it: six log-probabilities stand with each, and their further digits would be a fifth of the run. */
export function keptToken(token: SampledToken): SampledToken {
  const { logProbability, topLogProbabilities } = token;
  const rounded = logProbability === null ? null : roundNats(logProbability);
  if (topLogProbabilities === undefined) return { ...token, logProbability: rounded };
  return {
    ...token,
    logProbability: rounded,
    topLogProbabilities: topLogProbabilities.map((one) => ({
      ...one,
      logProbability: roundNats(one.logProbability),
    })),
  };
}

/** No minus zero: a file would give it back as zero. */
function roundNats(nats: number): number {
  return Math.round(nats * STEPS_PER_NAT) / STEPS_PER_NAT + 0;
}
