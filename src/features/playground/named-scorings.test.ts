import { beforeAll, describe, expect, it } from 'vitest';
import { growTree, type SamplingTree } from '../../core/index.ts';
import { fakePolicy, fakeRewardModel, plantOne, runToEnd } from '../../core/testing/fake-run.ts';
import { RUBRIC_WEIGHTS, type RubricWeights } from '../../rewards/rubric/weights.ts';
import { createScorerFactory, type SettingValues } from '../../rewards/index.ts';
import {
  createShownScoring,
  movedScoring,
  treeBy,
  type NamedScoring,
  type RunView,
} from '../../runs/index.ts';

const TEXTS = ['Short.', 'A longer answer, with more words in it.', 'Middling answer.'];

const scorers = createScorerFactory({
  rewardModel: () => {
    throw new Error('Nothing may be loaded here.');
  },
});

beforeAll(() => scorers.code.load());

function scoringsOf(tree: SamplingTree, values: SettingValues): readonly NamedScoring[] {
  const view: RunView = {
    ...{ state: 'finished', live: true, problem: null, storageProblem: null },
    ...{ scoring: null, scoringProblem: null, tree },
  };
  return createShownScoring(scorers)(view, values, null).scorings;
}

function readAll(tree: SamplingTree, weights: RubricWeights = {}): readonly NamedScoring[] {
  return scoringsOf(tree, { [RUBRIC_WEIGHTS.id]: weights });
}

async function finished(): Promise<SamplingTree> {
  const policy = fakePolicy((_, call) => TEXTS[call - 1] ?? '');
  const shortest = fakeRewardModel(({ response }) => -response.length);
  return (await runToEnd(plantOne('prand', [3]), policy, shortest)).tree;
}

function named(scorings: readonly NamedScoring[], id: string): NamedScoring {
  const found = scorings.find((scoring) => scoring.id === id);
  if (found === undefined) throw new Error(`no scoring ${id}`);
  return found;
}

describe('the scorings of a run', () => {
  it('begin with its own, and have those that need no asking', async () => {
    const tree = await finished();
    const scorings = readAll(tree);
    expect(scorings.map(({ id }) => id)).toEqual([
      'own',
      'at-once:rubric',
      'at-once:pick-longest',
      'at-once:pick-at-random',
      'at-once:mean-log-probability',
    ]);
    expect(treeBy(tree, named(scorings, 'own'))).toBe(tree);
    expect(tree.arms[0]?.winnerId).toBe('draft-1');
    const byLength = treeBy(tree, named(scorings, 'at-once:pick-longest'));
    expect(byLength.arms[0]?.winnerId).toBe('draft-2');
  });

  it('follow the weights that are being set', async () => {
    const tree = await finished();
    const valueOf = (weights: Readonly<Record<string, number>>): number => {
      const scoring = named(readAll(tree, weights), 'at-once:rubric');
      const [first] = scoring.outcomes;
      return first?.scoring.status === 'scored' ? first.scoring.reward.value : Number.NaN;
    };
    expect(valueOf({ 'sentence-completeness': 3 })).toBeGreaterThan(valueOf({}));
    const before = { [RUBRIC_WEIGHTS.id]: {}, readsWhole: false };
    expect(movedScoring(scorers, before, { ...before, [RUBRIC_WEIGHTS.id]: {} })).toBe(
      'at-once:rubric',
    );
    expect(movedScoring(scorers, before, { ...before, readsWhole: true })).toBeNull();
  });

  it('at once read what the run’s own scorer read, by the run’s own seed', async () => {
    const tree = await finished();
    const { plan } = tree.run;
    const alone = { ...tree.run, plan: { ...plan, conditionedOn: 'prompt', seed: 5 } } as const;
    for (const run of [tree.run, alone]) {
      const scorings = scoringsOf({ ...tree, run }, {}).filter(({ atOnce }) => atOnce);
      for (const scoring of scorings) {
        expect(scoring.conditionedOn).toBe(run.plan.conditionedOn);
      }
      const { rewardModel } = named(scorings, 'at-once:pick-at-random');
      expect(rewardModel.settings).toEqual({ seed: run.plan.seed });
    }
  });

  it('tell scorings of one scorer apart, and count votes', async () => {
    const rewardModel = fakeRewardModel(() => 0).description;
    const scoring = { id: 's1', rewardModel, conditionedOn: 'prompt' } as const;
    const vote = {
      first: { armId: 'prand', nodeId: 'draft-1' },
      second: { armId: 'prand', nodeId: 'draft-2' },
      outcome: 'first',
      voter: '',
    } as const;
    const tree = [
      { type: 'scoring-started', scoring, at: 0 } as const,
      { type: 'scoring-started', scoring: { ...scoring, id: 's2' }, at: 0 } as const,
      { type: 'vote-cast', vote, at: 0 } as const,
    ].reduce<SamplingTree>(growTree, await finished());
    const names = readAll(tree).map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual([
      'Fake, as sampled',
      'Fake, x alone',
      'Fake, x alone (2)',
      'Votes (1)',
    ]);
  });
});
