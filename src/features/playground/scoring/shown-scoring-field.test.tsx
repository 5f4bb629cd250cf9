// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { NodeScoring } from '../../../core/index.ts';
import { comparedRun, namedScoring } from './compare/testing/compared-run.ts';
import { ScoringField } from './shown-scoring-field.tsx';

afterEach(cleanup);

it('says what it means that verdicts changed with the order', async () => {
  const tree = await comparedRun(['one', 'two words']);
  const plain = namedScoring(tree, 'Judge', [1, 2]);
  const inconsistent = plain.outcomes.map(({ response, scoring }) => ({
    response,
    scoring: withComparisons(scoring),
  }));
  const rewardModel = { ...plain.rewardModel, id: 'judge-pairwise' };
  const scoring = { ...plain, rewardModel, outcomes: inconsistent };
  render(
    <ScoringField
      {...{ tree, scoring }}
      scorings={[scoring]}
      onChange={() => undefined}
      onRetry={null}
    />,
  );
  expect(screen.getByText(/75 % of its verdicts changed with the order/)).toBeDefined();
  expect(
    screen.getByText(/All means that only the place counted; half is what guessing gives./),
  ).toBeDefined();
});

function withComparisons(scoring: NodeScoring): NodeScoring {
  if (scoring.status !== 'scored') return scoring;
  const comparisons = { made: 4, inconsistent: 3 };
  return { ...scoring, reward: { ...scoring.reward, comparisons } };
}
