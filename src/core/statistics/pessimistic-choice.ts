/**
 * The chances with which each response of a pool is chosen by inference-time pessimism, after Huang et al. 2025, “Is Best-of-N the Best
 * of Them?” (arXiv 2503.21878): instead of the response with the highest reward, which may be the one that the reward model is most
 * wrong about, one is drawn from the distribution p that maximises
 *
 *   Σ p r − (β/2) χ²(p ‖ uniform over the pool), which is p_i = max(0, (r_i − λ) / β) / N
 *
 * with λ, the norm, such that the chances sum to 1. The larger β, the more responses share them: only those with rewards above λ
 * have any. With β = 0 it is best-of-N, its ties shared; as β grows it becomes a pick at random.
 *
 * Exact, in O(N log N): with the k best the norm is λ = (Σ of their rewards − βN) / k, and the right k is the largest whose k-th
 * reward lies above it. The paper draws from p by rejection among fresh samples, each accepted with the chance (r − λ) / (R − λ), R
 * the highest reward that there can be; where the pool is all there is, p itself is given.
 *
 * @param rewards finite
 * @param beta β, from 0, in units of the reward
 * @returns by response; none for an empty pool
 * @throws RangeError for another β
 */
export function pessimisticChances(rewards: readonly number[], beta: number): readonly number[] {
  if (!(beta >= 0 && Number.isFinite(beta)))
    throw new RangeError('β must be a number that is not negative.');
  const most = Math.max(...rewards);
  // Below the best, so that a β far smaller than the rewards isn't lost in them.
  const behind = rewards.map((reward) => reward - most);
  const spread = beta * rewards.length;
  if (spread === 0) return shared(behind.map((each) => (each === 0 ? 1 : 0)));
  const norm = normOf(behind, spread);
  return shared(behind.map((each) => Math.max(0, (each - norm) / spread)));
}

/** @param behind how far each reward lies from the best, at most 0 */
function normOf(behind: readonly number[], spread: number): number {
  let [sum, norm] = [0, Number.NEGATIVE_INFINITY];
  for (const [place, each] of behind.toSorted((one, other) => other - one).entries()) {
    if (each <= norm) break;
    sum += each;
    norm = (sum - spread) / (place + 1);
  }
  return norm;
}

/** They sum to 1 but for what arithmetic leaves over. */
function shared(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
