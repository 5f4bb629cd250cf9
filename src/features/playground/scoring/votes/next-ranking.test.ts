import { describe, expect, it } from 'vitest';
import {
  candidatesOf,
  keyOf,
  type Meeting,
  moveBy,
  nextRanking,
  rankingToVotes,
} from './next-vote-candidates.ts';
import { standingsOf } from './vote-standings.ts';
import { runWith, vote } from './testing/example-votes.ts';

const NINE = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

describe('rankingToVotes', () => {
  it('casts a vote for each pair, the better first', async () => {
    const [one, two, three] = candidatesOf(await runWith(['a', 'b', 'c']));
    if (one === undefined || two === undefined || three === undefined) throw new Error('no texts');
    expect(rankingToVotes([three, one, two], 'Ann')).toEqual([
      vote(3, 1, 'first', 'Ann'),
      vote(3, 2, 'first', 'Ann'),
      vote(1, 2, 'first', 'Ann'),
    ]);
    expect(rankingToVotes([one], '')).toEqual([]);
  });

  it('gives strengths in the order of the ranking', async () => {
    const tree = await runWith(['a', 'b', 'c', 'd']);
    const ranked = candidatesOf(tree).toReversed();
    const standings = standingsOf(tree, rankingToVotes(ranked, ''));
    expect(standings.map(({ candidate }) => candidate.text)).toEqual(['d', 'c', 'b', 'a']);
  });
});

describe('moveBy', () => {
  it('moves one and leaves the others in their order', () => {
    expect(moveBy(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moveBy(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a']);
  });

  it('stops at the ends', () => {
    expect(moveBy(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
    expect(moveBy(['a', 'b'], 'b', 5)).toEqual(['a', 'b']);
    expect(moveBy(['a', 'b'], 'z', 1)).toEqual(['a', 'b']);
  });
});

describe('nextRanking', () => {
  it('shows all texts soon, each ranking linked to those before', async () => {
    const candidates = candidatesOf(await runWith(NINE));
    const met: Meeting[] = [];
    const seen = new Set<string>();
    for (const expected of [4, 7, 9]) {
      const shown = nextRanking({ candidates, met: [...met], voter: 'Ann', runSeed: 42 });
      expect(shown).toHaveLength(4);
      if (seen.size > 0) expect(shown.some((each) => seen.has(keyOf(each)))).toBe(true);
      for (const each of shown) seen.add(keyOf(each));
      expect(seen.size).toBe(expected);
      met.push(...rankingToVotes(shown, 'Ann'));
    }
  });

  it('is the same for the same turn and shuffles otherwise', async () => {
    const candidates = candidatesOf(await runWith(NINE));
    const shownFor = (runSeed: number): readonly string[] =>
      nextRanking({ candidates, met: [], voter: '', runSeed }).map(({ text }) => text);
    expect(shownFor(1)).toEqual(shownFor(1));
    expect(shownFor(1)).not.toEqual(shownFor(2));
  });
});
