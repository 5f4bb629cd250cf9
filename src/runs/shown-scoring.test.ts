import { describe, expect, it } from 'vitest';
import { growTree, type SamplingTree } from '../core/index.ts';
import { fakePolicy, fakeRewardModel, plantOne, runToEnd } from '../core/testing/fake-run.ts';
import { createShownScoring, movedScoring } from './shown-scoring.ts';
import { IDLE, type RunView } from './run-view.ts';
import { fakeScorers } from './testing/fake-scorers.ts';

const TEXTS = ['Short.', 'A longer answer, with more words in it.', 'Middling answer.'];

async function finished(): Promise<RunView & { readonly tree: SamplingTree }> {
  const policy = fakePolicy((_, call) => TEXTS[call - 1] ?? '');
  const shortest = fakeRewardModel(({ response }) => -response.length);
  const { tree } = await runToEnd(plantOne('prand', [3]), policy, shortest);
  return { ...IDLE, state: 'finished', tree };
}

describe('the scoring that a run is shown by', () => {
  it('is its own until another is chosen, and again in the next run', async () => {
    const view = await finished();
    const shownBy = createShownScoring(fakeScorers());
    const runId = view.tree.run.id;
    const own = shownBy(view, {}, null);
    expect(own.scorings.map(({ id }) => id)).toEqual(['own', 'at-once:length', 'at-once:random']);
    expect([own.scoring?.id, own.tree]).toEqual(['own', view.tree]);
    const chosen = shownBy(view, {}, { runId, id: 'at-once:length' });
    expect(chosen.scoring?.id).toBe('at-once:length');
    expect(chosen.tree?.arms[0]?.winnerId).toBe('draft-2');
    expect(shownBy(view, {}, { runId: 'another', id: 'at-once:length' }).scoring?.id).toBe('own');
    expect(shownBy(view, {}, { runId, id: 'gone' }).scoring?.id).toBe('own');
  });

  it('is none while the run is sampled, and before there is one', async () => {
    const shownBy = createShownScoring(fakeScorers());
    const view = await finished();
    const running = shownBy({ ...view, state: 'running' }, {}, null);
    expect(running).toEqual({ tree: view.tree, scorings: [], scoring: null });
    expect(shownBy(IDLE, {}, null)).toEqual({ tree: null, scorings: [], scoring: null });
  });

  it('is worked out anew only for another run, or where something else is set of it', async () => {
    const view = await finished();
    const shownBy = createShownScoring(fakeScorers());
    const { id: runId } = view.tree.run;
    const chosen = { runId, id: 'at-once:length' };
    const before = shownBy(view, { weight: 1 }, chosen);
    const typed = shownBy({ ...view }, { weight: 1, words: 'Which one?' }, chosen);
    expect(typed.scorings).toBe(before.scorings);
    expect(typed.tree).toBe(before.tree);
    expect(shownBy(view, { weight: 2 }, chosen).scorings).not.toBe(before.scorings);
    const vote = {
      first: { armId: 'prand', nodeId: 'draft-1' },
      second: { armId: 'prand', nodeId: 'draft-2' },
      outcome: 'first',
      voter: '',
    } as const;
    const after = { ...view, tree: growTree(view.tree, { type: 'vote-cast', vote, at: 0 }) };
    const [again] = shownBy(view, { weight: 2 }, chosen).scorings.slice(-1);
    expect(shownBy(after, { weight: 2 }, chosen).scorings.at(-1)).toBe(again);
  });

  it('becomes that of the scorer whose settings are moved', () => {
    const scorers = fakeScorers();
    expect(movedScoring(scorers, { weight: 1 }, { weight: 2 })).toBe('at-once:length');
    expect(movedScoring(scorers, { weight: 1 }, { weight: 1, words: 'Which?' })).toBeNull();
  });
});
