import { describe, expect, it } from 'vitest';
import { scoreResponse } from '../rubric.ts';
import { DEFAULT_RUBRIC_WEIGHTS } from '../weights.ts';
import plainWishes from './plain-wishes.json' with { type: 'json' };
import heldOut from './held-out.json' with { type: 'json' };
import tuning from './tuning.json' with { type: 'json' };

type Pair = (typeof tuning)[number];

/** Reward of the answer that honours the preference, less that of the one that doesn't. */
function margin({ prompt, preference, honours, dishonours }: Pair): number {
  const rewardOf = (response: string) =>
    scoreResponse(
      { prompt, preference, response, conditionedOn: 'prompt-and-preference' },
      DEFAULT_RUBRIC_WEIGHTS,
    ).value;
  return rewardOf(honours) - rewardOf(dishonours);
}

/** The pairs that the rubric gets wrong, a tie counting as wrong. */
function wrongOf(name: string, pairs: readonly Pair[]): string[] {
  const wrong = pairs.filter((pair) => !(margin(pair) > 0)).map(({ id }) => id);
  const right = pairs.length - wrong.length;
  console.info(`${name}: ${String(right)} of ${String(pairs.length)} right`, ...wrong);
  return wrong;
}

describe('the rubric on pairs written by hand', () => {
  it('covers at least 14 preferences with at least 60 pairs, halved before tuning', () => {
    const groups = new Set([...tuning, ...heldOut].map(({ id }) => id.replace(/-\d$/, '')));
    expect(groups.size).toBeGreaterThanOrEqual(14);
    expect(tuning.length + heldOut.length).toBeGreaterThanOrEqual(60);
    const firstHalf = tuning.filter(({ id }) => !id.startsWith('later-'));
    expect(firstHalf.every(({ id }) => /-[12]$/.test(id))).toBe(true);
    expect(heldOut.every(({ id }) => /-[34]$/.test(id))).toBe(true);
  });

  it('prefers the honouring answer on the tuning half', () => {
    expect(wrongOf('tuning', tuning).length).toBeLessThanOrEqual(tuning.length * 0.05);
  });

  it('prefers the honouring answer in at least 85 % of the half not tuned on', () => {
    expect(wrongOf('held out', heldOut).length).toBeLessThanOrEqual(heldOut.length * 0.15);
  });

  it('reads a plain wish for what it says: bounds, articles, verbs after “prefer … to”, languages, emoji and code alone', () => {
    expect(wrongOf('plain wishes', plainWishes)).toEqual([]);
  });
});
