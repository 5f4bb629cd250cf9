import { expect, test } from '@playwright/test';
import { PlaygroundPage, RUN_TIMEOUT } from './playground-page.ts';

test.describe.configure({ timeout: RUN_TIMEOUT });

const ARM = 'AB-MCTS-style 5';

test('an adaptive arm is sampled, drawn in both layouts, told, and the same after a reload', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.chooseArms('AB-MCTS-style');
  await playground.setNumber('Budget N', 5);
  await playground.limitTokens(12, 8);
  await playground.run.click();
  await playground.expectState('finished');

  const tree = playground.tree(ARM);
  const responses = playground.nodes(ARM, '(Draft|Refinement) \\d, ');
  await expect(responses).toHaveCount(5);
  const names = await responses.evaluateAll((nodes) =>
    nodes.map((node) => node.getAttribute('aria-label') ?? ''),
  );
  const refined = names.filter((name) => name.startsWith('Refinement'));
  expect(refined.length).toBeGreaterThan(0);
  await expect(playground.nodes(ARM, 'Feedback \\d, ')).toHaveCount(refined.length);
  expect(await playground.account(ARM, 'Calls')).toBe(String(5 + refined.length));
  await expect(tree).toContainText('Refinement 1');

  const layout = page.getByRole('group', { name: 'Layout' });
  await layout.getByRole('button', { name: 'Order' }).click();
  await expect(responses).toHaveCount(5);
  await page.reload();
  await playground.expectState('finished');
  await expect(responses).toHaveCount(5);
  const again = await responses.evaluateAll((nodes) =>
    nodes.map((node) => node.getAttribute('aria-label') ?? ''),
  );
  expect(again.toSorted()).toEqual(names.toSorted());
});
