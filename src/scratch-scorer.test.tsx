// @vitest-environment happy-dom
// Stands above the layers, since it holds CONTRIBUTING's recipe to what it promises: one folder, one line, and every part of
// the page and of the benches takes the scorer as it is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RewardModelChoice } from './rewards/index.ts';
import { SCRATCH_SCORER } from './rewards/testing/scratch-scorer.ts';

const WORD = { scratchWord: 'answer' };
const ignore = (): void => undefined;

beforeAll(() => {
  // The one line: everything that is imported below reads the list with the scratch scorer in it.
  vi.resetModules();
  vi.doMock('./rewards/scorer-registry.ts', async (importList) => {
    const list = await importList<typeof import('./rewards/scorer-registry.ts')>();
    return { ...list, SCORERS: [...list.SCORERS, SCRATCH_SCORER] };
  });
});

afterEach(cleanup);

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
    const path = join(import.meta.dirname, 'rewards/testing/scratch-scorer.ts');
    expect(readFileSync(path, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(45);
  });

  it('is offered in the form with its cost and its field, and kept there', async () => {
    const { FIRST_FORM, ScorerFields, problemsOf, readForm } = await importPage();
    const form = { ...FIRST_FORM, scorerId: 'scratch', scorerValues: WORD };
    const { container } = render(
      <ScorerFields form={form} scorerId="scratch" lacks={[]} onChange={ignore} />,
    );
    expect(container.textContent).toContain('Scorer: Word count');
    expect(container.textContent).toContain('Costs nothing.');
    const word = await screen.findByLabelText<HTMLInputElement>('The word that is counted');
    expect(word.value).toBe('answer');
    expect(readForm(JSON.parse(JSON.stringify(form)))).toEqual(form);
    expect(problemsOf({ ...form, scorerValues: { scratchWord: '' } }, true)).toEqual([
      'Write the word that is to be counted.',
    ]);
  });

  it('is offered for reading a finished run once more, beside what was measured', async () => {
    const { RewardModelSession } = await import('./runs/index.ts');
    const { ScoreAgain } = await import('./features/playground/scoring/score-again.tsx');
    const { MeasuredScorers } = await import('./features/playground/scoring/scoring-pane.tsx');
    const refuse = (): never => {
      throw new Error('Nothing may be loaded here.');
    };
    const rewardModels = {
      session: new RewardModelSession<RewardModelChoice>(refuse, ignore),
      selfTest: refuse,
    };
    const done = { onValues: ignore, onScore: ignore, onStop: ignore };
    const state = { progress: null, problem: null, lacks: [], values: {}, rewardModels };
    render(<ScoreAgain {...state} {...done} />);
    const offered = within(screen.getByLabelText('Score again with')).getAllByRole('option');
    expect(offered.map(({ textContent }) => textContent)).toContain('Word count');
    render(<MeasuredScorers />);
    const row = screen.getByRole('rowheader', { name: 'Word count' }).parentElement;
    expect(row?.querySelector('td')?.textContent).toBe('not measured');
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
});
