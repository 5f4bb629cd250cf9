import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  candidatesOf,
  type Candidate,
  type Meeting,
  type VotingTurn,
  nextPair,
  type BlindPair,
} from './next-vote-candidates.ts';
import { runWith } from './testing/example-votes.ts';

/** Texts without a run. */
function texts(count: number): readonly Candidate[] {
  return Array.from({ length: count }, (_, index) => {
    const response = { armId: 'rand', nodeId: `draft-${String(index + 1)}` };
    return { response, copies: [response], text: `Text ${String(index)}.` };
  });
}

const turnOf = (changes: Partial<VotingTurn>): VotingTurn => ({
  candidates: texts(6),
  met: [],
  voter: 'Ann',
  runSeed: 42,
  ...changes,
});

/** What a voter sees who answers so many times. */
function series(turn: VotingTurn, count: number): readonly BlindPair[] {
  const shown: BlindPair[] = [];
  const met: Meeting[] = [...turn.met];
  for (let step = 0; step < count; step += 1) {
    const pair = nextPair({ ...turn, met: [...met] });
    if (pair === null) break;
    shown.push(pair);
    met.push({ first: pair.left.response, second: pair.right.response });
  }
  return shown;
}

const idsOf = ({ left, right }: BlindPair): readonly string[] =>
  [left, right].map(({ response }) => response.nodeId);
const pairOf = (pair: BlindPair): string => idsOf(pair).toSorted().join(' ');

describe('nextPair', () => {
  it('shows every pair of a round once, counted, and then begins again', () => {
    const shown = series(turnOf({}), 13);
    expect(shown.map(({ position }) => position)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1,
    ]);
    expect(shown.map(({ round }) => round)).toEqual([...new Array<number>(12).fill(0), 1]);
    expect(shown[0]?.total).toBe(12);
    expect(new Set(shown.slice(0, 12).map(pairOf)).size).toBe(12);
  });

  it('shows the texts seen least first', () => {
    const firstThree = series(turnOf({}), 3).flatMap(idsOf);
    expect(new Set(firstThree).size).toBe(6);
  });

  it('is the same for the same turn, and another for another seed or voter', () => {
    const shown = series(turnOf({}), 12).map(idsOf);
    expect(series(turnOf({}), 12).map(idsOf)).toEqual(shown);
    expect(series(turnOf({ runSeed: 43 }), 12).map(idsOf)).not.toEqual(shown);
    expect(series(turnOf({ voter: 'Ben' }), 12).map(idsOf)).not.toEqual(shown);
  });

  it('gives neither side to the earlier response', () => {
    const seeds = Array.from({ length: 400 }, (_, seed) => seed);
    const earlierLeft = seeds.filter((runSeed) => {
      const pair = nextPair(turnOf({ candidates: texts(2), runSeed }));
      return pair?.left.response.nodeId === 'draft-1';
    }).length;
    // Within four standard deviations of half.
    expect(Math.abs(earlierLeft - 200)).toBeLessThan(40);
  });

  it('never asks about one text twice over', async () => {
    const tree = await runWith(['Same.', 'Same.', 'Other.', ' ', 'Same.']);
    const candidates = candidatesOf(tree);
    expect(candidates.map(({ text, copies }) => [text, copies.length])).toEqual([
      ['Same.', 3],
      ['Other.', 1],
    ]);
    expect(nextPair(turnOf({ candidates }))?.total).toBe(1);
    expect(nextPair(turnOf({ candidates: candidates.slice(0, 1) }))).toBeNull();
    expect(nextPair(turnOf({ candidates: [] }))).toBeNull();
  });

  it('counts a vote on a copy as one on its text', async () => {
    const candidates = candidatesOf(await runWith(['Same.', 'Same.', 'Other.', 'Third.']));
    const copy = candidates[0]?.copies[1];
    const other = candidates[1]?.response;
    if (copy === undefined || other === undefined) throw new Error('the copy is missing');
    const pair = nextPair(turnOf({ candidates, met: [{ first: other, second: copy }] }));
    expect(pair?.position).toBe(2);
  });

  it('shows each text equally often in a round, whatever the run', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 14 }),
        fc.nat(),
        fc.string(),
        (count, runSeed, voter) => {
          const turn = turnOf({ candidates: texts(count), runSeed, voter });
          const total = nextPair(turn)?.total ?? 0;
          const shown = series(turn, total);
          const times = texts(count).map(
            ({ response }) => shown.flatMap(idsOf).filter((id) => id === response.nodeId).length,
          );
          expect(new Set(times).size).toBe(1);
          expect(new Set(shown.map(pairOf)).size).toBe(total);
          expect(shown.every(({ round }) => round === 0)).toBe(true);
        },
      ),
    );
  });
});
