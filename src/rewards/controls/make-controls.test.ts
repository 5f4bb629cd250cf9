import { describe, expect, it } from 'vitest';
import type { RewardModel, RewardRequest } from '../../core/index.ts';
import { createLongest, createRandom } from './make-controls.ts';

const signal = new AbortController().signal;

function request(response: string): RewardRequest {
  return { prompt: 'Why?', preference: 'Be brief.', conditionedOn: 'prompt', response };
}

function valueOf(model: RewardModel, response: string): number {
  const reward = model.scoreAtOnce?.(request(response));
  if (reward === undefined) throw new Error('no reward');
  return reward.value;
}

describe.each([
  ['longest', createLongest()],
  ['random', createRandom(42)],
])('%s', (_, model) => {
  it('scores at once what it scores later, its one term summing to the value', async () => {
    const reward = await model.score(request('Because.'), signal);
    expect(model.scoreAtOnce?.(request('Because.'))).toEqual(reward);
    expect(reward.breakdown.map(({ value }) => value)).toEqual([reward.value]);
    expect(reward.conditionedOn).toBe('prompt');
  });

  it('reads the response alone', async () => {
    const other: RewardRequest = {
      ...request('Because.'),
      prompt: 'When?',
      preference: 'In verse.',
      conditionedOn: 'prompt-and-preference',
    };
    const { value } = await model.score(other, signal);
    expect(value).toBe(valueOf(model, 'Because.'));
  });

  it('rejects with the reason of a signal that is aborted already', async () => {
    const reason = new Error('stopped');
    await expect(model.score(request('x'), AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe('createLongest', () => {
  it('counts characters as the control over a pool does', () => {
    expect(valueOf(createLongest(), 'four')).toBe(4);
    expect(valueOf(createLongest(), '\u{1F600}')).toBe('\u{1F600}'.length);
    expect(valueOf(createLongest(), '')).toBe(0);
  });
});

describe('createRandom', () => {
  const texts = Array.from({ length: 2000 }, (_, place) => `Answer number ${String(place)}.`);

  it('spreads texts evenly over [0, 1)', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const text of texts) {
      const value = valueOf(createRandom(7), text);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(1);
      const tenth = Math.floor(value * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // 200 expected in each, with a standard deviation of 13.4.
    expect(Math.min(...tenths)).toBeGreaterThan(140);
    expect(Math.max(...tenths)).toBeLessThan(260);
  });

  it('orders a pool anew for another seed, neighbours included', () => {
    const agree = texts.slice(1).filter((text, place) => {
      const before = texts[place] ?? '';
      const rises = (seed: number) =>
        valueOf(createRandom(seed), text) > valueOf(createRandom(seed), before);
      return rises(1) === rises(2);
    });
    expect(agree.length / texts.length).toBeGreaterThan(0.45);
    expect(agree.length / texts.length).toBeLessThan(0.55);
  });

  it('keeps the seed in its settings and refuses one that is no whole number', () => {
    expect(createRandom(9).description.settings).toEqual({ seed: 9 });
    expect(() => createRandom(0.5)).toThrow(RangeError);
    expect(() => createRandom(Number.NaN)).toThrow('whole number');
  });
});
