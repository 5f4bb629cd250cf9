// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import {
  type ArmTree,
  makeArm,
  plantTree,
  processedTokens,
  VOTES_SCORING,
} from '../../../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../../core/testing/fake-run.ts';
import { badgesOf, MEASURED_TABLE } from '../../../rewards/index.ts';
import { FLOORS_ID } from '../../../rewards/floors/floors-told.ts';
import { COST_PLACE } from '../cost-place.ts';
import { TrustAndCost } from './trust-and-cost.tsx';

afterEach(cleanup);

async function armsOf() {
  const planted = plantTree(
    fakeHeader(fakePlan([makeArm('prs', 2, [1, 1]), makeArm('prand', 2, [2])])),
  );
  const policy = fakePolicy((_, call) => 'word '.repeat(call).trim());
  const { tree } = await runToEnd(
    planted,
    policy,
    fakeRewardModel(() => 1),
  );
  return tree.arms;
}

function propsOf(arms: readonly ArmTree[], prompt = 'A word?') {
  const plan = { ...fakePlan([makeArm('prand', 1, [1])]), prompt };
  return { arms, run: { ...fakeHeader(plan), rewardModel: longest }, scoring: null };
}

/** A scorer that was measured as it is: it counts characters. */
const longest = { ...describedFigure(), name: 'Counting', summary: '', settings: {} };

/** The first figure of a scorer without settings. */
function describedFigure() {
  const { scorer: id = '', version = 0 } =
    MEASURED_TABLE.figures.find(
      ({ settings, model }) => settings === '4f53cda18c2b' && model === null,
    ) ?? {};
  return { id, version };
}

it('says how often the scorer is right, of its own version and settings alone', async () => {
  const arms = await armsOf();
  const props = propsOf(arms);
  render(<TrustAndCost {...props} />);
  expect(await screen.findByText(/prefers the better answer of marked pairs in:$/)).toBeTruthy();
  expect(screen.getAllByRole('listitem')[0]?.textContent).toMatch(/ % of \d+ pairs/);
  for (const other of [{ version: longest.version + 1 }, { settings: { weight: 2 } }]) {
    cleanup();
    const run = { ...props.run, rewardModel: { ...longest, ...other } };
    render(<TrustAndCost {...props} run={run} />);
    expect(
      await screen.findByText(/has not been measured here with these settings\.$/),
    ).toBeTruthy();
    expect(screen.queryAllByRole('listitem')).toEqual([]);
  }
});

it('says nothing of measuring where people’s votes decided', async () => {
  const props = propsOf(await armsOf());
  const votes = { id: VOTES_SCORING, rewardModel: longest, conditionedOn: 'prompt' } as const;
  const { container } = render(<TrustAndCost {...props} scoring={votes} />);
  await act(async () => {
    await badgesOf(longest);
  });
  expect(container.textContent).toContain('Equal N isn’t equal cost');
  expect(container.textContent).not.toContain('prefers the better');
});

it('tells the tokens of each arm, and leads to the table of costs', async () => {
  const arms = await armsOf();
  render(
    <>
      <TrustAndCost {...propsOf(arms, 'A word?')} />
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

it('says of a winner that it takes up no word of the prompt, and of no other', async () => {
  const arms = await armsOf();
  const said = () => screen.queryAllByText(/takes up no word of the prompt’s topic/).length;
  render(<TrustAndCost {...propsOf(arms, 'Why is the sky blue?')} />);
  expect(said()).toBe(2);
  cleanup();
  render(<TrustAndCost {...propsOf(arms, 'What is a word?')} />);
  expect(said()).toBe(0);
});

it('tells of floors where the scorer that decided has them', async () => {
  const props = propsOf(await armsOf(), 'Why is the sky blue?');
  const said = () => screen.queryAllByText(/the floors under it let pass/).length;
  render(<TrustAndCost {...props} />);
  expect(said()).toBe(0);
  cleanup();
  const floored = { ...longest, settings: { [`${FLOORS_ID}.version`]: 2 } };
  render(<TrustAndCost {...props} run={{ ...props.run, rewardModel: floored }} />);
  expect(said()).toBe(2);
});
