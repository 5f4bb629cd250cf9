import { describe, expect, it } from 'vitest';
import { literalArm } from '../testing/literal-arms.ts';
import { discFilledTo, starFilledTo } from './svg-shapes.ts';
import {
  inkOn,
  isFurtherLeft,
  rewardDomain,
  rewardScale,
  rewardSeries,
  viridisAt,
} from './reward-scale.ts';

const arm = (rewards: Record<string, number>) => literalArm({ kind: 'rand', split: [4], rewards });

describe('rewardDomain', () => {
  it('spans the rewards of all arms, rounded outwards', () => {
    const arms = [arm({ 'draft-1': 0.21, 'draft-2': 1 }), arm({ 'draft-3': 2.08 })];
    expect(rewardDomain(arms)).toEqual({ least: 0.2, most: 2.2 });
  });

  it('is unknown before the first reward, and wide enough for one', () => {
    expect(rewardDomain([arm({})])).toBeNull();
    const domain = rewardDomain([arm({ 'draft-1': 1 })]);
    expect(domain?.least).toBeLessThan(1);
    expect(domain?.most).toBeGreaterThan(1);
  });
});

describe('rewardDomain of a scorer that says what it usually gives', () => {
  const usual = { mean: 2, deviation: 1 };

  it('stands before the first reward, and stays while rewards lie within', () => {
    expect(rewardDomain([arm({})], usual)).toEqual({ least: 1, most: 3 });
    expect(rewardDomain([arm({ 'draft-1': 1, 'draft-2': 3 })], usual)).toEqual({
      least: 1,
      most: 3,
    });
  });

  it('is that of the rewards alone once there are enough to tell', () => {
    const rewards = (count: number) =>
      literalArm({
        kind: 'rand',
        split: [8],
        rewards: Object.fromEntries(
          Array.from({ length: count }, (_, place) => [`draft-${String(place + 1)}`, place / 10]),
        ),
      });
    expect(rewardDomain([rewards(7)], usual)?.most).toBe(3);
    expect(rewardDomain([rewards(8)], usual)).toEqual({ least: 0, most: 0.7 });
  });

  it('widens for one that lies outside', () => {
    expect(rewardDomain([arm({ 'draft-1': 4.2 })], usual)?.most).toBeGreaterThan(4.2);
  });
});

describe('rewardDomain of rewards of which one lies far below', () => {
  const far = (parts: Parameters<typeof literalArm>[0]) => [literalArm(parts)];
  const rewards = {
    ...{ 'draft-1': -40, 'draft-2': 1.1, 'draft-3': 1.2, 'draft-4': 1.3, 'draft-5': 1.4 },
    ...{ 'draft-6': 1.5, 'draft-7': 1.6, 'draft-8': 1.7, 'draft-9': 1.8, 'draft-10': 30 },
  };

  it('leaves that one out, however far above another lies', () => {
    const arms = far({ kind: 'rand', split: [10], rewards });
    const domain = rewardDomain(arms);
    expect(domain?.least).toBeGreaterThanOrEqual(0);
    expect(domain?.most).toBe(30);
    const isOff = arms[0]?.nodes.map((node) => isFurtherLeft(node, domain));
    expect(isOff?.filter(Boolean)).toHaveLength(1);
  });

  it('leaves out none of a coarse scorer’s, of which many are low', () => {
    const rated = [4, 4, 4, 4, 4, 4, 3, 3, 4, 4].map(
      (rating, place) => [`draft-${String(place + 1)}`, rating] as const,
    );
    const arms = far({ kind: 'rand', split: [10], rewards: Object.fromEntries(rated) });
    expect(rewardDomain(arms)).toEqual({ least: 3, most: 4 });
  });

  it('keeps it where it was chosen', () => {
    const arms = far({ kind: 'rand', split: [10], rewards, winnerId: 'draft-1' });
    expect(rewardDomain(arms)?.least).toBeLessThanOrEqual(-40);
  });
});

describe('rewardScale', () => {
  const scale = rewardScale({ least: -1, most: 3 });

  it('gives levels and keeps what lies outside within', () => {
    expect([-1, 1, 3, 9].map(scale.level)).toEqual([0, 0.5, 1, 1]);
    expect(scale.colour(-1)).toBe(viridisAt(0));
    expect(scale.ticks).toContain(0);
  });

  it('chooses ink with at least 4.5 to 1 anywhere on the scale', () => {
    const luminance = (hex: string): number => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
        const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    for (let step = 0; step <= 20; step += 1) {
      const colour = viridisAt(step / 20);
      const [dark = 0, light = 0] = [luminance(colour), luminance(inkOn(colour))].sort(
        (a, b) => a - b,
      );
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThan(4.5);
    }
  });

  it('grows lighter with reward, so that it can be read in grey', () => {
    expect(inkOn(viridisAt(0))).toBe('#ffffff');
    expect(inkOn(viridisAt(1))).toBe('#000000');
  });
});

describe('filled shapes', () => {
  const top = (path: string): number =>
    Math.min(...[...path.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y)));

  it('rise with the level', () => {
    const tops = [0, 0.3, 0.6, 1].map((level) => top(starFilledTo(level, 20).filled));
    expect(tops).toEqual([...tops].sort((a, b) => b - a));
    expect(discFilledTo(0, 10).filled).toBe('M-6.94,7.2A10,10 0 0 0 6.94,7.2Z');
    expect(discFilledTo(1, 10).filled).toBe(discFilledTo(0.2, 10).outline);
  });
});

describe('rewardSeries', () => {
  it('tells rewards in the order sampled with the best so far', () => {
    const finished = literalArm({
      split: [2, 1, 1],
      rewards: { 'draft-1': 1.84, 'draft-2': 0.5, 'refinement-1-1': 1, 'refinement-2-1': 2.25 },
      anchors: ['draft-1', 'draft-1'],
    });
    const points = rewardSeries(finished).map(({ order, bestSoFar }) => [order, bestSoFar]);
    expect(points).toEqual([
      [1, 1.84],
      [2, 1.84],
      [3, 1.84],
      [4, 2.25],
    ]);
  });

  it('shows the anchor draft outside the budget and does not count it', () => {
    const rewards = { 'anchor-draft': 9, 'refinement-1-2': 1 };
    const arm = literalArm({ kind: 'prs-0-n', split: [0, 2], rewards });
    const points = rewardSeries(arm).map(({ order, bestSoFar }) => [order, bestSoFar]);
    expect(points).toEqual([
      [0, null],
      [1, null],
      [2, 1],
    ]);
  });
});
