// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { makeArm, plantTree, processedTokens } from '../../../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../../core/testing/fake-run.ts';
import { formatCount } from '../../../ui/index.ts';
import { AccountsTable } from './accounts-table.tsx';

afterEach(cleanup);

it('tells the tokens that the verdict and equal tokens count, under the name they have there', async () => {
  const planted = plantTree(
    fakeHeader(fakePlan([makeArm('prs', 2, [1, 1]), makeArm('prand', 2, [2])])),
  );
  const policy = fakePolicy((_, call) => 'word '.repeat(call).trim());
  const rewardModel = fakeRewardModel(() => 1);
  const { tree } = await runToEnd(planted, policy, rewardModel);
  render(<AccountsTable arms={tree.arms} />);
  const rowsOf = (name: string) =>
    within(screen.getByRole('group', { name, hidden: true })).getAllByRole('row', { hidden: true });
  const [head, ...rows] = rowsOf('Table of what was read');
  const names = [...(head?.children ?? [])].map(({ textContent }) => textContent);
  const cells = rows.map((row) => row.children[names.indexOf('Read anew or written')]?.textContent);
  expect(cells).toEqual(tree.arms.map((arm) => formatCount(processedTokens(arm))));
  // The foot has as many cells as the head.
  const widths = rowsOf('Table of costs').map(({ children }) => children.length);
  expect(new Set(widths).size).toBe(1);
});
