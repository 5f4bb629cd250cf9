import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakePolicy, fakeRewardModel, plantOne, runToEnd } from '../testing/fake-run.ts';
import { pool, rewardOf, textOf } from '../tree/find-in-tree.ts';
import type { SamplingTree } from '../tree/sampling-tree.ts';
import type { RewardRequest } from '../reward.ts';
import {
  otherWinner,
  readArmByText,
  type RewardsByText,
  scoreForPreference,
  scoringByText,
} from './score-for-another-preference.ts';
import { readByScoring } from './tree-by-another-scorer.ts';

/** Another order of the same texts for each preference. */
const worth = ({ response, preference }: RewardRequest): number =>
  Math.sin(response.length * 3.7 + preference.length * 1.3);

const score = (request: RewardRequest) => {
  const value = worth(request);
  const breakdown = [{ id: 'fake', label: 'Fake', value, measured: '' }];
  return { value, breakdown, conditionedOn: request.conditionedOn };
};

async function sampled(words: readonly string[], preference: string): Promise<SamplingTree> {
  const policy = fakePolicy((_, call) => words[call % words.length] ?? '');
  const planted = plantOne('prs', [3, 2, 2], { preference });
  return (await runToEnd(planted, policy, fakeRewardModel(worth))).tree;
}

function finish(steps: Generator<void, RewardsByText>): { rewards: RewardsByText; pauses: number } {
  for (let pauses = 0; ; pauses += 1) {
    const { done, value } = steps.next();
    if (done === true) return { rewards: value, pauses };
  }
}

const texts = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1, maxLength: 9 });
const preferences = fc.stringMatching(/^[a-z]{1,12}$/);

describe('a run scored for another preference', () => {
  it('has the best response of each pool as its winner, and the anchors that were refined', async () => {
    await fc.assert(
      fc.asyncProperty(texts, preferences, preferences, async (words, own, other) => {
        const tree = await sampled(words, own);
        const { rewards, pauses } = finish(scoreForPreference(tree, other, score));
        expect(pauses).toBe(rewards.size);
        for (const arm of tree.arms) {
          const read = readArmByText(arm, rewards);
          const best = Math.max(...pool(read).map((node) => rewardOf(node) ?? -Infinity));
          const winner = read.nodes.find(({ id }) => id === read.winnerId);
          expect(winner && rewardOf(winner)).toBe(best);
          expect(read.anchors).toEqual(arm.anchors);
          expect(read.nodes.map(textOf)).toEqual(arm.nodes.map(textOf));
        }
      }),
    );
  });

  it('is as it was where the preference and the scorer are its own', async () => {
    await fc.assert(
      fc.asyncProperty(texts, preferences, async (words, own) => {
        const tree = await sampled(words, own);
        const { rewards } = finish(scoreForPreference(tree, own, score));
        for (const arm of tree.arms) {
          const read = readArmByText(arm, rewards);
          expect(read.nodes.map(rewardOf)).toEqual(arm.nodes.map(rewardOf));
          expect(otherWinner(arm, read)?.before.id).toBe(arm.winnerId);
          expect(otherWinner(arm, read)?.after.id).toBe(arm.winnerId);
        }
      }),
    );
  });

  it('reads the same arm by arm and as a scoring of the whole', async () => {
    const tree = await sampled(['one', 'three', 'eleven'], 'brief');
    const { rewards } = finish(scoreForPreference(tree, 'thorough', score));
    const header = { id: 'wish', rewardModel: fakeRewardModel(worth).description };
    const whole = readByScoring(tree, scoringByText(tree, header, rewards));
    expect(whole.arms).toEqual(tree.arms.map((arm) => readArmByText(arm, rewards)));
  });

  it('says why a text has no reward, and chooses among the others', async () => {
    const tree = await sampled(['one', 'three', 'eleven'], 'brief');
    const broken = (request: RewardRequest) => {
      if (request.response.startsWith('eleven')) throw new Error('Too many letters.');
      return score(request);
    };
    const { rewards } = finish(scoreForPreference(tree, 'thorough', broken));
    const failed = [...rewards.values()].filter(({ status }) => status === 'failed');
    expect(failed).toEqual([{ status: 'failed', message: 'Too many letters.' }]);
    const [arm] = tree.arms.map((each) => readArmByText(each, rewards));
    const winner = arm?.nodes.find(({ id }) => id === arm.winnerId);
    expect(winner && textOf(winner)).not.toContain('eleven');
  });
});
