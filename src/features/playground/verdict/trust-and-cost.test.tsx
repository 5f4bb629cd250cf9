// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { makeArm, plantTree, processedTokens } from '../../../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../../core/testing/fake-run.ts';
import { MEASURED_TABLE } from '../../../rewards/index.ts';
import { COST_PLACE } from '../cost-place.ts';
import { TrustAndCost } from './trust-and-cost.tsx';

afterEach(cleanup);

async function armsOf() {
  const planted = plantTree(fakeHeader(fakePlan([makeArm('prs', 2, [1, 1]), makeArm('prand', 2, [2])])));
  const policy = fakePolicy((_, call) => 'word '.repeat(call).trim());
  const { tree } = await runToEnd(
    planted,
    policy,
    fakeRewardModel(() => 1),
  );
  return tree.arms;
}

function scorerOf(version: number) {
  const [figure] = MEASURED_TABLE.figures;
  return { id: figure?.scorer ?? '', name: 'Counting', version, summary: '', settings: {} };
}

it('says how often the scorer is right, of its own version alone', async () => {
  const arms = await armsOf();
  const measured = MEASURED_TABLE.figures[0]?.version ?? 0;
  render(<TrustAndCost arms={arms} scorer={scorerOf(measured)} prompt="A word?" />);
  expect(screen.getByText(/prefers the better answer of marked pairs in:$/)).toBeTruthy();
  expect(screen.getAllByRole('listitem')[0]?.textContent).toMatch(/ % of \d+ pairs/);
  cleanup();
  render(<TrustAndCost arms={arms} scorer={scorerOf(measured + 1)} prompt="A word?" />);
  expect(screen.queryAllByRole('listitem')).toEqual([]);
  expect(screen.getByText(/has not been measured here\.$/)).toBeTruthy();
});

it('tells the tokens of each arm, and leads to the table of costs', async () => {
  const arms = await armsOf();
  render(
    <>
      <TrustAndCost arms={arms} scorer={scorerOf(0)} prompt="A word?" />
      <div id={COST_PLACE} tabIndex={-1} />
    </>,
  );
  const [prs, prand] = arms.map((arm) => String(processedTokens(arm)));
  expect(screen.getByText(/^Equal N isn’t equal cost/).textContent).toContain(
    `PRS 1/1 ${prs ?? ''}, PRand 2 ${prand ?? ''}.`,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Show all costs' }));
  expect(document.activeElement?.id).toBe(COST_PLACE);
});

it('says of a winner that it has no word of the prompt, and of no other', async () => {
  const arms = await armsOf();
  const said = () => screen.queryAllByText(/has no word of the prompt/).length;
  render(<TrustAndCost arms={arms} scorer={scorerOf(0)} prompt="Why is the sky blue?" />);
  expect(said()).toBe(2);
  cleanup();
  render(<TrustAndCost arms={arms} scorer={scorerOf(0)} prompt="What is a word?" />);
  expect(said()).toBe(0);
});
