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

it('tells at a glance the tokens that the verdict and equal tokens count, under the name they have there', async () => {
  const planted = plantTree(
    fakeHeader(fakePlan([makeArm('prs', 2, [1, 1]), makeArm('prand', 2, [2])])),
  );
  const policy = fakePolicy((_, call) => 'word '.repeat(call).trim());
  const rewardModel = fakeRewardModel(() => 1);
  const { tree } = await runToEnd(planted, policy, rewardModel);
  render(<AccountsTable arms={tree.arms} />);
  const table = within(screen.getByRole('group', { name: 'Table of costs' }));
  const names = table.getAllByRole('columnheader').map(({ textContent }) => textContent);
  const place = names.indexOf('Tokens read anew or written');
  const cells = table
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.children[place]?.textContent);
  expect(names).toContain('Tokens read, with cached');
  expect(cells.slice(0, 2)).toEqual(tree.arms.map((arm) => formatCount(processedTokens(arm))));
  // The foot has as many cells as the head.
  expect(cells[2]).toMatch(/^\d+$/);
  expect(table.getAllByRole('row').map(({ children }) => children.length)).toEqual(
    Array.from({ length: 4 }, () => names.length),
  );
});
