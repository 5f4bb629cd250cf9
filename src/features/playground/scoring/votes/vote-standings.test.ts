import { describe, expect, it } from 'vitest';
import { ownScoring, type SamplingTree } from '../../../../core/index.ts';
import type { NamedScoring } from '../../../../runs/index.ts';
import { agreementsOf, areLinked, leaderOf, standingsOf } from './vote-standings.ts';
import { runWith, vote } from './testing/example-votes.ts';

const TEXTS = ['a', 'bb', 'ccc', 'dddd'];

/** The run's own scorer, which likes long texts. */
function ownNamed(tree: SamplingTree): NamedScoring {
  return { ...ownScoring(tree), name: 'Length', atOnce: false };
}

describe('standingsOf', () => {
  it('orders the texts voted on and counts their record', async () => {
    const tree = await runWith(TEXTS);
    const standings = standingsOf(tree, [vote(1, 2), vote(3, 1, 'second'), vote(2, 3, 'tie')]);
    expect(
      standings.map(({ candidate, won, tied, lost }) => [candidate.text, won, tied, lost]),
    ).toEqual([
      ['a', 2, 0, 0],
      ['bb', 0, 1, 1],
      ['ccc', 0, 1, 1],
    ]);
  });

  it('takes votes on copies together and leaves out what says nothing', async () => {
    const tree = await runWith(['same', 'same', 'other']);
    const standings = standingsOf(tree, [vote(1, 3), vote(3, 2, 'second'), vote(1, 2), vote(1, 9)]);
    expect(standings.map(({ candidate, won, lost }) => [candidate.text, won, lost])).toEqual([
      ['same', 2, 0],
      ['other', 0, 2],
    ]);
  });

  it('sees nobody ahead until the intervals part', async () => {
    const tree = await runWith(['a', 'b']);
    const won = (count: number) => Array.from({ length: count }, () => vote(1, 2));
    expect(leaderOf(standingsOf(tree, won(1)))).toBeNull();
    expect(leaderOf(standingsOf(tree, [vote(1, 2, 'tie')]))).toBeNull();
    const clear = [...won(25), ...Array.from({ length: 5 }, () => vote(2, 1))];
    expect(leaderOf(standingsOf(tree, clear))?.candidate.text).toBe('a');
    expect(leaderOf([])).toBeNull();
  });

  it('sees nobody ahead of texts that no comparison links', async () => {
    const tree = await runWith(TEXTS);
    const thirty = Array.from({ length: 30 }, (_, each) =>
      each % 5 === 0 ? [vote(2, 1), vote(4, 3)] : [vote(1, 2), vote(3, 4)],
    ).flat();
    const standings = standingsOf(tree, thirty);
    expect(areLinked(standings)).toBe(false);
    expect(leaderOf(standings)).toBeNull();
  });
});

describe('agreementsOf', () => {
  it('counts the pairs that votes and rewards order alike', async () => {
    const tree = await runWith(TEXTS);
    // By votes d > c > a > b, by length d > c > b > a: five of six pairs alike.
    const votes = [vote(4, 3), vote(3, 1), vote(1, 2), vote(4, 2), vote(3, 2), vote(4, 1)];
    const [found] = agreementsOf(standingsOf(tree, votes), [ownNamed(tree)]);
    expect(found).toMatchObject({ name: 'Length', responses: 4 });
    expect(found?.pairs).toEqual({ alike: 5, opposed: 1, tied: 0, share: 5 / 6 });
    expect(found?.tau).toBeCloseTo(4 / 6, 12);
  });

  it('takes strengths that ought to be equal as equal', async () => {
    const tree = await runWith(TEXTS);
    const round = [vote(1, 2), vote(2, 3), vote(3, 1)];
    const [found] = agreementsOf(standingsOf(tree, round), [ownNamed(tree)]);
    expect(found?.pairs).toMatchObject({ tied: 3, share: null });
    expect(found?.tau).toBeNull();
  });

  it('keeps to texts that comparisons link, and leaves out the votes themselves', async () => {
    const tree = await runWith([...TEXTS, 'eeeee']);
    const votes = [vote(1, 2), vote(3, 4), vote(4, 5)];
    const own = ownNamed(tree);
    const found = agreementsOf(standingsOf(tree, votes), [{ ...own, id: 'votes' }, own]);
    expect(found.map(({ scoringId, responses }) => [scoringId, responses])).toEqual([['own', 3]]);
  });
});
