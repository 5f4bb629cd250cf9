import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { NodeScoring } from '../../../core/index.ts';
import { comparedRun, namedScoring } from './compare/testing/compared-run.ts';
import { ScoringField } from './scoring-field.tsx';

it('says what it means that verdicts changed with the order', async () => {
  const tree = await comparedRun(['one', 'two words']);
  const plain = namedScoring(tree, 'Judge', [1, 2]);
  const inconsistent = plain.outcomes.map(({ response, scoring }) => ({
    response,
    scoring: withComparisons(scoring),
  }));
  const rewardModel = { ...plain.rewardModel, id: 'judge-pairwise' };
  const scoring = { ...plain, rewardModel, outcomes: inconsistent };
  const markup = renderToStaticMarkup(
    <ScoringField
      {...{ tree, scoring }}
      scorings={[scoring]}
      onChange={() => undefined}
      onRetry={null}
    />,
  );
  expect(markup).toContain('75 % of its verdicts changed with the order');
  expect(markup).toContain('All means that only the place counted; half is what guessing gives.');
});

function withComparisons(scoring: NodeScoring): NodeScoring {
  if (scoring.status !== 'scored') return scoring;
  const comparisons = { made: 4, inconsistent: 3 };
  return { ...scoring, reward: { ...scoring.reward, comparisons } };
}
