import { expect, test } from 'vitest';
import { createTokenDraw, pick, uniform, type DrawSettings } from './draw-token.ts';

const PLAIN = { temperature: 1, topP: 1, topK: 0, presencePenalty: 0 };
const CHANCES = Array.from({ length: 1000 }, (_, place) => (place + 0.5) / 1000);

/** How often each token is drawn, in thousandths, over evenly spread chances. */
function shares(logits: readonly number[], settings: Partial<typeof PLAIN>): readonly number[] {
  const counts = logits.map(() => 0);
  for (const chance of CHANCES) {
    const token = pick(Float32Array.from(logits), { ...PLAIN, ...settings }, chance);
    counts[token] = (counts[token] ?? 0) + 1;
  }
  return counts;
}

const HALF_THIRD_SIXTH = [Math.log(3), Math.log(2), Math.log(1)];

test.each([
  ['as the model says', {}, [500, 333, 167]],
  ['flatter when hot', { temperature: 1e6 }, [334, 333, 333]],
  ['sharper when cold', { temperature: 0.5 }, [643, 286, 71]],
  ['the likeliest at 0', { temperature: 0 }, [1000, 0, 0]],
  ['the likeliest at next to nothing', { temperature: 1e-9 }, [1000, 0, 0]],
  ['of the k likeliest', { topK: 2 }, [600, 400, 0]],
  ['of the nucleus', { topP: 0.7 }, [600, 400, 0]],
  ['of the likeliest alone where it is the nucleus', { topP: 0.5 }, [1000, 0, 0]],
  ['of the nucleus of the k likeliest', { topK: 2, topP: 0.5 }, [1000, 0, 0]],
  ['of all in a nucleus of nearly everything', { topP: 0.9999 }, [500, 333, 167]],
])('tokens are drawn %s', (_, settings, expected) => {
  for (const [token, share] of shares(HALF_THIRD_SIXTH, settings).entries()) {
    expect(Math.abs(share - (expected[token] ?? 0))).toBeLessThanOrEqual(1);
  }
});

test('the first of equal tokens is the greedy one', () => {
  expect(pick(Float32Array.of(1, 2, 2), { ...PLAIN, temperature: 0 }, 0.9)).toBe(1);
});

function draws(settings: Partial<DrawSettings>, places: number): readonly number[] {
  const draw = createTokenDraw({ sampling: PLAIN, seed: 7, ...settings });
  return Array.from({ length: places }, () => draw.next(new Float32Array(100)).token);
}

test('the same seed draws the same, another something else, whatever is drawn beside it', () => {
  expect(draws({}, 8)).toEqual(draws({}, 8));
  expect(draws({}, 8)).not.toEqual(draws({ seed: 8 }, 8));
});

test('neighbouring seeds begin differently', () => {
  expect(
    new Set(Array.from({ length: 50 }, (_, seed) => draws({ seed }, 1)[0])).size,
  ).toBeGreaterThan(30);
});

test('chances are spread evenly', () => {
  const mean = CHANCES.reduce((sum, _, place) => sum + uniform(42, place), 0) / CHANCES.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
});

test('a written token is penalised once, its figure is the model’s own, and the logits stay as they were', () => {
  const sampling = { ...PLAIN, temperature: 0, presencePenalty: 0.6 };
  const draw = createTokenDraw({ sampling, seed: 1 });
  const logits = Float32Array.of(1, 0.5, 0);
  const tokens = [draw.next(logits), draw.next(logits), draw.next(logits), draw.next(logits)];
  // 1, 0.5, 0 → 0.4, 0.5, 0 → 0.4, -0.1, 0, and 0.4 stays the largest.
  expect(tokens.map(({ token }) => token)).toEqual([0, 1, 0, 0]);
  expect(logits).toEqual(Float32Array.of(1, 0.5, 0));
  const normalizer = Math.log(Math.exp(1) + Math.exp(0.5) + 1);
  expect(tokens[1]?.logProbability).toBeCloseTo(0.5 - normalizer, 6);
});
