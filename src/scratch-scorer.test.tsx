// Stands above the layers, since it holds CONTRIBUTING's recipe to what it promises: one folder, one line, and every part of
// the page and of the benches takes the scorer as it is.
import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RewardModelChoice } from './rewards/index.ts';
import { SCRATCH_SCORER } from './rewards/testing/scratch-scorer.ts';

const WORD = { scratchWord: 'answer' };
const ignore = (): void => undefined;
const signal = new AbortController().signal;

beforeAll(() => {
  // The one line: everything that is imported below reads the list with the scratch scorer in it.
  vi.resetModules();
  vi.doMock('./rewards/scorer-registry.ts', async (importList) => {
    const list = await importList<typeof import('./rewards/scorer-registry.ts')>();
    return { ...list, SCORERS: [...list.SCORERS, SCRATCH_SCORER] };
  });
});

afterAll(() => {
  vi.doUnmock('./rewards/scorer-registry.ts');
  vi.resetModules();
});

async function importPage() {
  const [form, read, fields, runs, rewards] = await Promise.all([
    import('./features/playground/form/run-form.ts'),
    import('./features/playground/form/run-form.ts'),
    import('./features/playground/setup/scorer-fields.tsx'),
    import('./runs/testing/set-up.ts'),
    import('./rewards/index.ts'),
  ]);
  return { ...form, ...read, ...fields, ...runs, ...rewards };
}

describe('a scorer that is one folder and one line', () => {
  it('is one file of at most 45 lines', () => {
    const url = new URL('./rewards/testing/scratch-scorer.ts', import.meta.url);
    expect(readFileSync(url, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(45);
  });

  it('is offered in the form with its cost and its field, and kept there', async () => {
    const { FIRST_FORM, ScorerFields, problemsOf, readForm } = await importPage();
    const form = { ...FIRST_FORM, scorerId: 'scratch', scorerValues: WORD };
    const markup = renderToStaticMarkup(
      <ScorerFields form={form} scorerId="scratch" lacks={[]} onChange={ignore} />,
    );
    expect(markup).toContain('Scorer: Word count');
    expect(markup).toContain('Costs nothing.');
    expect(markup).toMatch(/The word that is counted.*<input[^>]*value="answer"/s);
    expect(readForm(JSON.parse(JSON.stringify(form)))).toEqual(form);
    expect(problemsOf({ ...form, scorerValues: { scratchWord: '' } }, true)).toEqual([
      'Write the word that is to be counted.',
    ]);
  });

  it('is offered for reading a finished run once more, beside what was measured', async () => {
    const { RewardModelSession } = await import('./runs/index.ts');
    const { ScoreAgain } = await import('./features/playground/scoring/score-again.tsx');
    const { MeasuredScorers } = await import('./features/playground/scoring/measured-scorers.tsx');
    const refuse = (): never => {
      throw new Error('Nothing may be loaded here.');
    };
    const rewardModels = {
      session: new RewardModelSession<RewardModelChoice>(refuse, ignore),
      selfTest: refuse,
    };
    const done = { onValues: ignore, onScore: ignore, onStop: ignore };
    const state = { progress: null, problem: null, lacks: [], values: {}, rewardModels };
    expect(renderToStaticMarkup(<ScoreAgain {...state} {...done} />)).toContain('Word count');
    expect(renderToStaticMarkup(<MeasuredScorers />)).toMatch(
      /Word count<\/th><td>not measured<\/td>/,
    );
  });

  it('chooses anchors, and a run that was stopped goes on with it as it was set', async () => {
    const { createScorerFactory, settingsOf, setUp, request, loaded, SOURCE } = await importPage();
    const factory = createScorerFactory({ rewardModel: () => Promise.reject(new Error('None.')) });
    const policy = loaded();
    const { controller } = setUp({ policy });
    const stopEarly = controller.view.subscribe(() => {
      if (policy.asked.length === 3) controller.stop();
    });
    await controller.start({
      ...request,
      scorer: factory.forRun('scratch', { values: WORD, seed: 1 }),
    });
    stopEarly();
    const { tree } = controller.view.getSnapshot();
    if (tree === null) throw new Error('No run.');
    const { rewardModel } = tree.run;
    expect(rewardModel.settings).toEqual({ word: 'answer' });
    const kept = settingsOf(rewardModel, { values: {}, seed: 1 });
    await controller.resume(SOURCE, factory.forRun(rewardModel.id, kept));
    const { state, tree: whole } = controller.view.getSnapshot();
    expect(state).toBe('finished');
    expect(whole?.arms.map(({ winnerId }) => winnerId)).not.toContain(null);
  });

  it('is measured by the bench, which gives it its badge', async () => {
    const { scorerNamed, canMeasure } = await import('../bench/scorers/scorer-list.ts');
    const { measurerOf } = await import('../bench/scorers/measurer.ts');
    const { figureOf } = await import('../bench/scorers/figure.ts');
    const { withFigure } = await import('../bench/scorers/measured-file.ts');
    const { badgesFor } = await import('./rewards/index.ts');
    const conditionedOn = 'prompt-and-preference';
    const scorer = scorerNamed('scratch');
    expect(canMeasure(scorer, { conditionedOn })).toBe(true);
    expect(canMeasure(scorer, { conditionedOn: 'prompt' })).toBe(false);
    const policy = () => Promise.reject(new Error('It reads the texts alone.'));
    const measurer = await measurerOf(scorer, { policy, close: () => Promise.resolve() });
    const pair = { id: '1', prompt: 'Why?', preference: 'Say why.', better: 'because', worse: '-' };
    const parts = { conditionedOn, signal, say: ignore } as const;
    const outcomes = await measurer.measure(pair, parts);
    const source = {
      id: 'preference-held-out',
      name: 'held out',
      conditionedOn,
      path: '',
    } as const;
    const set = { ...source, read: () => [pair], pairs: [pair], sha256: '' };
    const figure = figureOf({
      ...{ scorer: measurer.description, model: measurer.model, outcomes },
      ...{ set: set.id, measuredAt: '2026-11-26' },
    });
    const table = withFigure({ sets: [], figures: [] }, set, figure);
    expect(badgesFor('scratch', table)).toMatchObject([{ set: set.id, n: 1, accuracy: 1 }]);
  });
});
