import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fakePolicy,
  fakeRewardModel,
  plantOne,
  runToEnd,
  tickingClock,
} from '../testing/fake-run.ts';
import { growTree } from '../tree/grow-tree-from-events.ts';
import type { SamplingTree } from '../tree/sampling-tree.ts';
import { ownScoring } from './own-scoring.ts';
import { retryRewards } from './retry-rewards.ts';
import { scoreTree } from './score-tree.ts';

const never = new AbortController().signal;
const SPLIT = [3, 2, 2] as const;
const RESPONSES = 7;

/** Which calls of the scorer fail, and how. */
const failures = fc.array(fc.constantFrom('fine', 'throws', 'not a number', 'wrong sum'), {
  minLength: RESPONSES,
  maxLength: RESPONSES,
});

function breaking(outcomes: readonly string[]): ReturnType<typeof fakeRewardModel> {
  let calls = 0;
  const sound = fakeRewardModel(({ response }) => response.length);
  return {
    ...sound,
    async score(request, signal) {
      const outcome = outcomes[calls] ?? 'fine';
      calls += 1;
      const reward = await sound.score(request, signal);
      if (outcome === 'throws') throw new Error('The scorer timed out.');
      if (outcome === 'not a number') return { ...reward, value: Number.NaN };
      return outcome === 'wrong sum' ? { ...reward, breakdown: [] } : reward;
    },
  };
}

function texts(tree: SamplingTree): readonly string[] {
  return tree.arms.flatMap(({ nodes }) =>
    nodes.map(({ progress }) => (progress.status === 'finished' ? progress.text : progress.status)),
  );
}

async function sampled(outcomes: readonly string[]): Promise<SamplingTree> {
  const policy = fakePolicy((_, call) => `answer ${'long '.repeat(call % 4)}${String(call)}`);
  return (await runToEnd(plantOne('prs', SPLIT), policy, breaking(outcomes))).tree;
}

describe('a scorer that fails anywhere', () => {
  it('loses no response that was sampled, gives no zero, and never wins by its failure', async () => {
    await fc.assert(
      fc.asyncProperty(failures, async (outcomes) => {
        const tree = await sampled(outcomes);
        const [arm] = tree.arms;
        const scored = ownScoring(tree).outcomes;
        const failed = scored.filter(({ scoring }) => scoring.status === 'failed');
        const anyDraftScored = outcomes.slice(0, SPLIT[0]).includes('fine');
        // Without a scored draft there is nothing to refine, and the nodes say so.
        expect(scored).toHaveLength(anyDraftScored ? RESPONSES : SPLIT[0]);
        expect(failed).toHaveLength(
          outcomes.slice(0, scored.length).filter((outcome) => outcome !== 'fine').length,
        );
        for (const { response } of scored) {
          const node = arm?.nodes.find(({ id }) => id === response.nodeId);
          expect(node?.progress.status).toBe('finished');
        }
        expect(failed.map(({ response }) => response.nodeId)).not.toContain(arm?.winnerId);
      }),
    );
  });

  it('leaves the texts alone when it is asked again, and is whole once it works', async () => {
    await fc.assert(
      fc.asyncProperty(failures, failures, async (first, second) => {
        const before = await sampled(first);
        let tree = before;
        for await (const event of retryRewards(before, breaking([]), never)) {
          tree = growTree(tree, event);
        }
        const header = {
          id: 's',
          rewardModel: breaking([]).description,
          conditionedOn: 'prompt',
        } as const;
        for (const outcomes of [second, []]) {
          const rewardModel = breaking(outcomes);
          const dependencies = { rewardModel, clock: tickingClock(), bothWays: false };
          for await (const event of scoreTree(tree, header, dependencies, never)) {
            tree = growTree(tree, event);
          }
        }
        expect(texts(tree)).toEqual(texts(before));
        const statuses = [ownScoring(tree), ...tree.scorings].flatMap(({ outcomes }) =>
          outcomes.map(({ scoring }) => scoring.status),
        );
        expect(new Set(statuses)).toEqual(new Set(['scored']));
        expect(tree.scorings[0]?.outcomes).toHaveLength(ownScoring(tree).outcomes.length);
      }),
    );
  });
});
