// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { READS_WHOLE } from '../../../rewards/preference-information/information-edition.ts';
import { FIRST_FORM, planOf, scorerSettings, type RunForm } from '../form/run-form.ts';
import { RunEstimate } from './run-estimate.tsx';

/** The sentence about the plan of the first form with PRS 4/4 beside Rand 8. */
function estimateOf(scorerId: string, change: Partial<RunForm> = {}): string {
  const form: RunForm = { ...FIRST_FORM, arms: ['prs', 'rand'], ...change };
  const estimate = { plan: planOf(form), scorerId, settings: scorerSettings(form) };
  return render(<RunEstimate {...estimate} />).container.textContent;
}

function tokensIn(sentence: string): number {
  return Number(/about ([\d,]+) tokens read\.$/.exec(sentence)?.[1]?.replaceAll(',', ''));
}

afterEach(cleanup);

describe('RunEstimate', () => {
  it('says “up to” of the calls of an arm that decides as it goes', () => {
    expect(estimateOf('rubric', { arms: ['ab-mcts'] })).toContain('Will take up to 15 calls, ');
    expect(estimateOf('rubric', { arms: ['rand'] })).toContain('Will take 8 calls, ');
  });

  it('counts the scorer’s calls: one for a draft, two for a refinement, two more of each at most for the floors', () => {
    expect(estimateOf('preference-information')).toContain('Scoring adds up to 20 calls');
    expect(estimateOf('embedded-blend')).toContain('Scoring adds up to 52 calls');
  });

  it('counts fewer tokens where the opening is read', () => {
    const opening = tokensIn(estimateOf('preference-information'));
    const whole = tokensIn(
      estimateOf('preference-information', { scorerValues: { [READS_WHOLE.id]: true } }),
    );
    expect(opening).toBeGreaterThan(0);
    expect(whole).toBeGreaterThan(opening);
  });

  it('counts what the other way asks beside', () => {
    const one = estimateOf('prompt-information');
    const both = estimateOf('prompt-information', { scoreBothWays: true });
    // Each way reads after its own chat and without one, which both ways share.
    expect(one).toMatch(/Scoring adds up to 28 calls/);
    expect(both).toMatch(/Scoring adds up to 36 calls/);
  });

  it('says nothing of scorers that ask no model', () => {
    expect(estimateOf('rubric')).not.toContain('Scoring');
    expect(estimateOf('embedded-blend', { conditionedOn: 'prompt' })).not.toContain('Scoring');
  });
});
