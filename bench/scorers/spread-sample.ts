import { nodeSeed } from '../../src/core/index.ts';

const SAMPLE_SEED = 20_261_123;
const SEEDS_BELOW = 2 ** 31;

/**
 * Places of a sample spread over a list: the list in `size` stretches, one place drawn from each, the same every time.
 *
 * @param size all places where there are not so many
 * @returns rising
 */
export function spreadSample(total: number, size: number): readonly number[] {
  if (size >= total) return Array.from({ length: total }, (_, place) => place);
  return Array.from({ length: size }, (_, stretch) => {
    const start = Math.floor((stretch * total) / size);
    const end = Math.floor(((stretch + 1) * total) / size);
    const draw = nodeSeed(SAMPLE_SEED, 'draft', 0, stretch) / SEEDS_BELOW;
    return start + Math.floor(draw * (end - start));
  });
}
