import { expect, it } from 'vitest';
import { LITERAL_SPENT, literalFacts } from '../findings/testing/literal-facts.ts';
import { fitToyWorld } from './fit-toy-world.ts';

const run = (first: number, ...refinements: ReturnType<typeof literalFacts>['refinements']) => ({
  ...literalFacts({ arms: { 'Rand 1': [first] } }),
  refinements,
});

it('takes σ and the spread within runs, and the gain over them, of the arm with most texts', () => {
  const runs = [
    run(
      1,
      { label: 'PRS 2/2', hasOneAnchor: true, drafts: [0, 2], gains: [1, 3], spent: LITERAL_SPENT },
      { label: 'PRS 1/3', hasOneAnchor: true, drafts: [0], gains: [9, 9, 9], spent: LITERAL_SPENT },
    ),
    run(2, {
      label: 'PRS 2/2',
      hasOneAnchor: true,
      drafts: [10, 12],
      gains: [-4, -2],
      spent: LITERAL_SPENT,
    }),
  ];
  // Each run's two values lie 1 from their mean: 4 squares of 1, less one for each of two means.
  expect(fitToyWorld(runs)).toEqual({
    world: { deviation: Math.SQRT2, gain: -0.5, spread: Math.SQRT2, usable: 1 },
    // A draft takes 20 tokens, a refinement 50.
    costs: { draftTokens: 20, refinement: 2.5, feedback: 1.5 },
    ...{ label: 'PRS 2/2', runs: 2, drafts: 4, refinements: 4 },
  });
  expect(fitToyWorld([...runs, ...runs])).toEqual(fitToyWorld(runs));
});

it('takes nothing of an arm whose refinements are of several anchors', () => {
  const several = {
    label: 'PRS 2/1/1',
    hasOneAnchor: false,
    drafts: [0, 2],
    gains: [1, 3],
    spent: LITERAL_SPENT,
  };
  expect(fitToyWorld([run(1, several)])).toBeNull();
});

it('takes nothing of runs that don’t refine, or hold one text of a kind', () => {
  expect(fitToyWorld([])).toBeNull();
  expect(
    fitToyWorld([
      run(1),
      run(2, {
        label: 'PRS 1/1',
        hasOneAnchor: true,
        drafts: [1],
        gains: [1],
        spent: LITERAL_SPENT,
      }),
    ]),
  ).toBeNull();
});

it('takes no costs of texts whose tokens nobody counted', () => {
  const uncounted = { ...LITERAL_SPENT, draft: { texts: 2, tokens: 0 } };
  const facts = { label: 'PRS 2/2', hasOneAnchor: true, drafts: [0, 2], gains: [1, 3] };
  expect(fitToyWorld([run(1, { ...facts, spent: uncounted })])?.costs).toBeNull();
});
