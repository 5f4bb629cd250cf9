import { describe, expect, it } from 'vitest';
import { fakePolicy, fakeRewardModel, plantOne, runToEnd } from '../testing/fake-run.ts';
import { growTree } from '../tree/grow-tree-from-events.ts';
import type { SamplingTree } from '../tree/sampling-tree.ts';
import { readByScoring } from './tree-by-another-scorer.ts';
import { readVotes } from './rewards-of-comparisons-and-votes.ts';

const TEXTS = ['one', 'three three', 'two', 'feedback', 'four', ''];
const longest = fakeRewardModel(({ response }) => response.length);

/** PRS 3/2 by default: drafts, feedback, refinements. */
async function finished(texts: readonly string[] = TEXTS): Promise<SamplingTree> {
  const policy = fakePolicy((_, call) => texts[call - 1] ?? '');
  return (await runToEnd(plantOne('prs', [3, 2]), policy, longest)).tree;
}

describe('votes', () => {
  it('reward the responses that met, and choose a winner', async () => {
    const tree = await finished();
    expect(readVotes(tree)).toBeNull();
    const [armId, voter] = ['prs', 'Ada'];
    const first = { armId, nodeId: 'draft-1' };
    const second = { armId, nodeId: 'draft-3' };
    const vote = { first, second, outcome: 'second', voter } as const;
    const voted = growTree(tree, { type: 'vote-cast', vote, at: 1 });
    const scoring = readVotes(voted);
    expect(scoring?.outcomes.map(({ response }) => response.nodeId)).toEqual([
      'draft-1',
      'draft-3',
    ]);
    if (scoring === null) throw new Error('no votes');
    expect(readByScoring(voted, scoring).arms[0]?.winnerId).toBe('draft-3');
    expect(JSON.stringify(scoring.outcomes[1])).toContain('1 won, 0 tied, 0 lost of 1');
  });

  it('on a text count for every response that has it', async () => {
    const tree = await finished(['same', 'better', ' same', 'feedback', 'better', 'unseen']);
    const [armId, voter] = ['prs', ''];
    const first = { armId, nodeId: 'draft-3' };
    const second = { armId, nodeId: 'draft-2' };
    const vote = { first, second, outcome: 'second', voter } as const;
    const itself = { ...vote, second: { armId, nodeId: 'draft-1' } };
    const voted = [vote, itself].reduce(
      (grown, each) => growTree(grown, { type: 'vote-cast', vote: each, at: 1 }),
      tree,
    );
    const outcomes = readVotes(voted)?.outcomes ?? [];
    const told = outcomes.map(({ response: { nodeId }, scoring }) => [
      nodeId,
      scoring.status === 'scored' && scoring.reward.value > 0,
      scoring.status === 'scored' && scoring.reward.comparisons?.made,
    ]);
    expect(told).toEqual([
      ['draft-1', false, 1],
      ['draft-3', false, 0],
      ['draft-2', true, 1],
      ['refinement-1-1', true, 0],
    ]);
  });
});
