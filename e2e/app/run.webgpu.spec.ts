import { expect, test } from '@playwright/test';
import { PlaygroundPage, PRS, RUN_TIMEOUT } from './playground-page.ts';

test.describe.configure({ timeout: RUN_TIMEOUT + 60_000 });

test('where WebGPU is only imitated, the processor is chosen, and the page says so', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const model = page.getByRole('combobox', { name: 'Model' });
  await expect(model).toHaveAccessibleDescription(
    'WebGPU is only imitated in software here: SmolLM2-135M-Instruct runs on the processor.',
  );
  await expect(model.getByRole('option', { selected: true })).toContainText('CPU');
  // Models of the hub are too slow here: none is offered.
  await expect(model.getByRole('option')).toHaveText([/WebGPU/, /CPU/]);
});

test('PRS 1/1 with the embedded model on WebGPU', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const model = page.getByRole('combobox', { name: 'Model' });
  const onWebgpu = model.getByRole('option', { name: /SmolLM2.*WebGPU/ });
  await model.selectOption(await onWebgpu.getAttribute('value'));
  await playground.limitTokens(6, 6);
  await playground.setNumber('Budget N', 2);
  await playground.chooseArms(PRS);
  await playground.run.click();
  await playground.expectState('finished');

  const rewards = await playground.rewards('PRS 1/1');
  expect([...rewards.keys()]).toEqual(['Draft 1', 'Refinement 1']);
  expect(rewards.get(await playground.winner('PRS 1/1'))).toBe(Math.max(...rewards.values()));
  expect(await playground.account('PRS 1/1', 'Calls')).toBe('3');

  await playground.openNode('PRS 1/1', 'Refinement 1');
  const facts = await playground.facts();
  expect(facts.get('Model')).toContain('webllm');
  expect(facts.get('Model')).toContain('WebGPU');
  expect(facts.get('Sampling')).toContain('temperature 0.8');
  expect(facts.get('Sampling')).toContain('top k 50');
  expect(facts.has('Not used')).toBe(false);
  const factors = playground.node.getByRole('region', { name: 'Factors' });
  await expect(factors.getByRole('row').last()).toContainText(/−?-?\d+\.\d/);
});
