import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { NodeScoring } from '../../../core/index.ts';
import { comparedRun, readingOf } from './compare/testing/compared-run.ts';
import { ReadingField } from './reading-field.tsx';

it('says what it means that verdicts changed with the order', async () => {
  const tree = await comparedRun(['one', 'two words']);
  const plain = readingOf(tree, 'Judge', [1, 2]);
  const inconsistent = plain.scoring.outcomes.map(({ response, scoring }) => ({
    response,
    scoring: withComparisons(scoring),
  }));
  const rewardModel = { ...plain.scoring.rewardModel, id: 'judge-pairwise' };
  const reading = { ...plain, scoring: { ...plain.scoring, rewardModel, outcomes: inconsistent } };
  const markup = renderToStaticMarkup(
    <ReadingField
      {...{ tree, reading }}
      readings={[reading]}
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
