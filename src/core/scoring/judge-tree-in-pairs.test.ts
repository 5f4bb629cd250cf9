import { describe, expect, it } from 'vitest';
import type { PairwiseJudge } from '../reward.ts';
import {
  fakePolicy,
  fakeRewardModel,
  plantOne,
  runToEnd,
  tickingClock,
} from '../testing/fake-run.ts';
import { growTree } from '../tree/grow-tree-from-events.ts';
import type { SamplingTree, Scoring } from '../tree/sampling-tree.ts';
import { compareTree, inconsistentShare } from './judge-tree-in-pairs.ts';
import { readByScoring } from './tree-by-another-scorer.ts';

const never = new AbortController().signal;
const TEXTS = ['one', 'three three', 'two', 'feedback', 'four', ''];
const longest = fakeRewardModel(({ response }) => response.length);
const header = { id: 's1', rewardModel: longest.description, conditionedOn: 'prompt' } as const;

/** PRS 3/2 by default: drafts, feedback, refinements. */
async function finished(texts: readonly string[] = TEXTS): Promise<SamplingTree> {
  const policy = fakePolicy((_, call) => texts[call - 1] ?? '');
  return (await runToEnd(plantOne('prs', [3, 2]), policy, longest)).tree;
}

function only(tree: SamplingTree): Scoring {
  const [scoring] = tree.scorings;
  if (scoring === undefined) throw new Error('no scoring');
  return scoring;
}

describe('responses compared in pairs', () => {
  const judge = (compare: PairwiseJudge['compare']): PairwiseJudge => ({
    description: longest.description,
    compare,
  });
  async function compared(
    by: PairwiseJudge,
    signal = never,
    planted = finished(),
  ): Promise<SamplingTree> {
    let tree = await planted;
    const clock = tickingClock();
    try {
      for await (const step of compareTree(tree, header, { judge: by, clock }, signal)) {
        if (step.event !== null) tree = growTree(tree, step.event);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    return tree;
  }
  const byLength: PairwiseJudge['compare'] = (first, second) =>
    Promise.resolve({
      outcome: first.response.length >= second.response.length ? 'first' : 'second',
      consistent: true,
      measured: '',
    });

  it('have rewards in the order of their wins', async () => {
    const tree = await compared(judge(byLength));
    const values = only(tree).outcomes.map(({ scoring }) =>
      scoring.status === 'scored' ? scoring.reward.value : null,
    );
    expect(values).toHaveLength(4);
    expect(Math.max(...values.map(Number))).toBe(values[1]);
    expect(readByScoring(tree, only(tree)).arms[0]?.winnerId).toBe('draft-2');
  });

  it('tell how many verdicts changed with the order', async () => {
    const always = { outcome: 'tie', consistent: false, measured: '' } as const;
    const turned = await compared(judge(() => Promise.resolve(always)));
    expect(inconsistentShare(only(turned))).toBe(1);
    expect(inconsistentShare(only(await compared(judge(byLength))))).toBe(0);
    expect(inconsistentShare({ ...only(turned), outcomes: [] })).toBeNull();
  });

  it('are left out where the judge fails, and say why where nothing is left', async () => {
    const tree = await compared(
      judge((first, second, signal) =>
        [first, second].some(({ response }) => response.startsWith('one'))
          ? Promise.reject(new Error('No letters.'))
          : byLength(first, second, signal),
      ),
    );
    const [failed, ...others] = only(tree).outcomes.map(({ scoring }) => scoring);
    expect(failed).toEqual({ status: 'failed', message: 'No letters.' });
    expect(others.map(({ status }) => status)).toEqual(['scored', 'scored', 'scored']);
  });

  it('keep what the pairs compared before a stop give', async () => {
    const stop = new AbortController();
    let calls = 0;
    const tree = await compared(
      judge((first, second, signal) => {
        calls += 1;
        if (calls === 2) stop.abort(new Error('stopped'));
        return byLength(first, second, signal);
      }),
      stop.signal,
    );
    expect(calls).toBe(2);
    expect(only(tree).outcomes.some(({ scoring }) => scoring.status === 'scored')).toBe(true);
  });

  it('keep their rewards when a second try is stopped, or fails at every pair', async () => {
    const whole = await compared(judge(byLength));
    const stop = new AbortController();
    const stopping = judge((first, second, signal) => {
      stop.abort(new Error('stopped'));
      return byLength(second, first, signal);
    });
    const again = await compared(stopping, stop.signal, Promise.resolve(whole));
    expect(only(again).outcomes).toEqual(only(whole).outcomes);
    const broken = judge(() => Promise.reject(new Error('No letters.')));
    const after = await compared(broken, never, Promise.resolve(whole));
    expect(only(after).outcomes).toEqual(only(whole).outcomes);
  });

  it('that were never reached before a stop have neither reward nor failure', async () => {
    const stop = new AbortController();
    const tree = await compared(
      judge((first, second, signal) => {
        stop.abort(new Error('stopped'));
        return byLength(first, second, signal);
      }),
      stop.signal,
    );
    expect(only(tree).outcomes.map(({ scoring }) => scoring.status)).toEqual(['scored', 'scored']);
  });

  it('meet as one where their texts are equal, and share the reward', async () => {
    const met: string[] = [];
    const turning = judge((first, second) => {
      met.push([first.response.trim(), second.response.trim()].toSorted().join(' '));
      return Promise.resolve({ outcome: 'tie', consistent: false, measured: '' });
    });
    const tree = await compared(turning, never, finished(['a', 'b', 'a', 'feedback', 'c', 'b']));
    expect(met.toSorted()).toEqual(['a b', 'a c', 'b c']);
    const made = only(tree).outcomes.map(({ response, scoring }) => [
      response.nodeId,
      scoring.status === 'scored' ? scoring.reward.comparisons?.made : null,
    ]);
    expect(made).toEqual([
      ['draft-1', 2],
      ['draft-3', 0],
      ['draft-2', 2],
      ['refinement-1-2', 0],
      ['refinement-1-1', 2],
    ]);
    expect(inconsistentShare(only(tree))).toBe(1);
  });
});
