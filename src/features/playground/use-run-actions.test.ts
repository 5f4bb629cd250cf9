// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { fakePolicy } from '../../core/testing/fake-run.ts';
import { createScorerFactory, valueOf, withValue } from '../../rewards/index.ts';
import { JUDGE_PROMPT_SETTINGS } from '../../rewards/judge/judge-prompts.ts';
import { READS_WHOLE } from '../../rewards/preference-information/information-edition.ts';
import { chooseNamed, type RunView, type ScoringRequest } from '../../runs/index.ts';
import { setUp as setUpRuns } from '../../runs/testing/set-up.ts';
import { FIRST_FORM, type RunForm } from './form/run-form.ts';
import { comparedRun, namedScoring } from './scoring/compare/testing/compared-run.ts';
import { useRunActions } from './use-run-actions.ts';

afterEach(cleanup);

const ignore = (): void => undefined;
const refuse = (): never => {
  throw new Error('Not wanted here.');
};
const withPolicy = () => Promise.resolve(fakePolicy(() => ''));

/** The actions on a run whose policy chooses among 500 tokens, and what they ask the controller and keep of the form. */
async function setUp() {
  const asked: ScoringRequest[] = [];
  const forms: RunForm[] = [];
  const tree = await comparedRun(['a', 'b']);
  const policy = { ...tree.run.policy, vocabularyTokens: 500 };
  const view: RunView = {
    ...{ state: 'finished', live: true, problem: null, storageProblem: null },
    ...{ scoring: null, scoringProblem: null },
    tree: { ...tree, run: { ...tree.run, policy } },
  };
  const { controller, models } = setUpRuns();
  Object.assign(controller, {
    view: { getSnapshot: () => view, subscribe: () => ignore },
    score: (request: ScoringRequest) => {
      asked.push(request);
      return Promise.resolve();
    },
    vote: refuse,
  });
  const choice = chooseNamed({ kind: 'embedded', engine: 'llama-cpp' }, 'Small');
  const { result } = renderHook(() =>
    useRunActions(
      {
        ...{ controller, models, choice, assessment: null, form: FIRST_FORM },
        ...{ onShowRun: refuse, onExport: refuse, onBegin: refuse, onTake: refuse },
        lacks: () => [],
        onForm: (form) => forms.push(form),
        scorers: createScorerFactory({ rewardModel: refuse }),
      },
      view,
    ),
  );
  return { actions: result.current.scoring, asked, forms, tree };
}

describe('asking scorers about a run', () => {
  it('reads self-certainty by the run’s own vocabulary, without asking for a model', async () => {
    const { actions, asked } = await setUp();
    const wish = { conditionedOn: 'prompt', bothWays: false } as const;
    actions.score({ ...wish, scorerId: 'self-certainty' });
    const made = await asked[0]?.scorer(withPolicy, new AbortController().signal);
    expect(made?.description.settings).toEqual({ vocabularyTokens: 500 });
  });

  it('leaves it to the controller to say that a scorer is not there any more', async () => {
    const { actions, asked, tree } = await setUp();
    const { signal } = new AbortController();
    const scoring = namedScoring(tree, 'gone', [1, null]);
    actions.retry(scoring);
    expect(asked[0]?.again).toBe('gone');
    await expect(async () => asked[0]?.scorer(withPolicy, signal)).rejects.toThrow(
      'There is no scorer “model-gone” in this version of the page',
    );
  });

  it('goes on both ways where it began so', async () => {
    const { actions, asked, tree } = await setUp();
    actions.retry(namedScoring(tree, 'one', [{ with: 1, without: 2 }, null]));
    actions.retry(namedScoring(tree, 'other', [1, null]));
    const noted = namedScoring(tree, 'noted', [null, null]);
    actions.retry({ ...noted, bothWays: true });
    expect(asked.map(({ bothWays }) => bothWays)).toEqual([true, false, true]);
  });

  it('keeps with the form how much of a response is read', async () => {
    const { actions, asked, forms } = await setUp();
    const scorerValues = withValue(actions.values, READS_WHOLE, true);
    actions.setValues?.(scorerValues);
    expect(forms).toEqual([{ ...FIRST_FORM, scorerValues }]);
    expect(valueOf(scorerValues, READS_WHOLE)).toBe(true);
    expect(valueOf(actions.values, READS_WHOLE)).toBe(false);
    expect(asked).toEqual([]);
  });

  it('keeps the judges’ words with the form', async () => {
    const { actions, forms } = await setUp();
    const { pairwise } = JUDGE_PROMPT_SETTINGS;
    const scorerValues = withValue(actions.values, pairwise, 'Which one?');
    actions.setValues?.(scorerValues);
    expect(forms).toEqual([{ ...FIRST_FORM, scorerValues }]);
    expect(valueOf(scorerValues, pairwise)).toBe('Which one?');
  });
});
