// @vitest-environment happy-dom
// Stands above the layers, since it holds what an engine states of itself to what the page makes of it.
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MISSING_ABILITIES } from './core/index.ts';
import { SCRATCH_SOURCE, scratchCatalog } from './engines/testing/scratch-catalog.ts';
import { FIRST_FORM } from './features/playground/form/run-form.ts';
import { ScoreAgain } from './features/playground/scoring/score-again.tsx';
import { ScorerFields } from './features/playground/setup/scorer-fields.tsx';
import { createScorerFactory, type RewardModelChoice } from './rewards/index.ts';
import { RewardModelSession, scorerToRun } from './runs/index.ts';

const refuse = (): never => {
  throw new Error('Not wanted in this test.');
};
const ignore = (): void => undefined;

const catalog = scratchCatalog();
const scorers = createScorerFactory({ rewardModel: refuse });

afterEach(cleanup);

/** Ids of the options that can't be chosen. */
function disabledOptions(): readonly string[] {
  return screen
    .getAllByRole<HTMLOptionElement>('option')
    .filter(({ disabled }) => disabled)
    .map(({ value }) => value);
}

const READ_TEXTS = ['embedded-blend', 'preference-information', 'prompt-information'];

describe('an engine that can’t read how likely a text is', () => {
  const lacks = catalog.lacks(SCRATCH_SOURCE);

  it('has the scorers that need it offered disabled, and the page says why', () => {
    const { container } = render(
      <ScorerFields form={FIRST_FORM} scorerId="rubric" lacks={lacks} onChange={ignore} />,
    );
    expect(disabledOptions()).toEqual(READ_TEXTS);
    expect(container.textContent).toContain(MISSING_ABILITIES['score-text']);
    expect(container.textContent).toMatch(
      /That rules out: Blend for the embedded model, Preference information, /,
    );
  });

  it('has them disabled for a run that is sampled too', () => {
    const session = new RewardModelSession<RewardModelChoice>(refuse, ignore);
    const { container } = render(
      <ScoreAgain
        {...{ progress: null, problem: null, values: {}, lacks }}
        rewardModels={{ session, selfTest: refuse }}
        {...{ onValues: null, onScore: ignore, onStop: ignore }}
      />,
    );
    expect(disabledOptions()).toEqual(READ_TEXTS);
    expect(container.textContent).toContain(MISSING_ABILITIES['score-text']);
  });

  it('begins with a scorer that needs nothing, where an engine that can begins with the blend', () => {
    expect(scorerToRun(scorers, null, SCRATCH_SOURCE, catalog.lacks)).toBe('rubric');
    expect(scorerToRun(scorers, null, SCRATCH_SOURCE, () => [])).toBe('embedded-blend');
  });

  it('has a scorer that needs it refused in that sentence', async () => {
    const making = scorers.forRun('preference-information', { values: {}, seed: 1 });
    const load = () => catalog.load(SCRATCH_SOURCE, ignore, new AbortController().signal);
    await expect(making(load)).rejects.toThrow(MISSING_ABILITIES['score-text']);
  });
});
