import { expect, type Locator } from '@playwright/test';
import { findNode, rewardOf, textOf, type ArmTree, type TreeNode } from '../../src/core/index.ts';
import { testsOfOneRun } from './finished-run.ts';
import { RUN_TIMEOUT } from './playground-page.ts';

const test = testsOfOneRun(4);
test.describe.configure({ timeout: RUN_TIMEOUT });

const ARM = 'PRS 2/2';
/** How far a number of two decimals may lie from what it was rounded from. */
const ROUNDED = 0.005 + 1e-9;

/** A node that has finished, with what was sent and what came back. */
type FinishedNode = TreeNode & {
  readonly progress: Extract<TreeNode['progress'], { status: 'finished' }>;
};

function finishedNode(arm: ArmTree, id: string): FinishedNode {
  const node = findNode(arm, id);
  if (node?.progress.status !== 'finished') throw new Error(`${id} is not finished`);
  return { ...node, progress: node.progress };
}

/** The anchor's name in the page: "Draft 2". */
function anchorName(arm: ArmTree): string {
  return `Draft ${String(finishedNode(arm, arm.anchors[1] ?? '').index + 1)}`;
}

/** Numbers as the page writes them, with a real minus sign. */
function numbersIn(text: string): number[] {
  return [...text.matchAll(/[+−-]?\d+(?:\.\d+)?/g)].map(([number]) =>
    Number(number.replace('−', '-')),
  );
}

test('a click opens a node with its text and its reward', async ({ finished }) => {
  const { playground, arm } = finished;
  for (const [name, id] of [
    ['Draft 1', 'draft-1'],
    ['Refinement 2', 'refinement-1-2'],
  ] as const) {
    await playground.openNode(ARM, name);
    const node = finishedNode(arm, id);
    const text = await playground.view('Text');
    expect(await text.textContent()).toContain(textOf(node).trim());
    const shown = (await playground.rewards(ARM)).get(name) ?? Number.NaN;
    expect(Math.abs(shown - (rewardOf(node) ?? Number.NaN))).toBeLessThanOrEqual(ROUNDED);
  }
});

test('arrows walk the tree and Enter opens a node', async ({ finished }) => {
  const { playground, arm } = finished;
  const { keyboard } = playground.page;
  await playground.openNode(ARM, 'Draft 1');
  const stops = playground.tree(ARM).locator('[tabindex="0"]');
  await expect(stops).toHaveCount(1);
  await stops.focus();

  const steps = [
    ['ArrowRight', 'Draft 2'],
    ['ArrowDown', 'Feedback'],
    ['ArrowDown', 'Refinement 1'],
    ['ArrowRight', 'Refinement 2'],
    ['ArrowRight', 'Refinement 2'],
    ['Home', 'Refinement 1'],
    ['ArrowUp', 'Feedback'],
    ['ArrowUp', anchorName(arm)],
    ['End', 'Draft 2'],
    ['ArrowLeft', 'Draft 1'],
    ['ArrowDown', 'Feedback'],
  ] as const;
  for (const [key, name] of steps) {
    await keyboard.press(key);
    await expect(playground.nodes(ARM, name), key).toBeFocused();
  }
  await expect(playground.node.getByRole('heading', { name: 'Draft 1' })).toBeVisible();
  await keyboard.press('Enter');
  await expect(
    playground.node.getByRole('heading', { name: 'Feedback', exact: true }),
  ).toBeVisible();
  await expect(playground.nodes(ARM, 'Feedback')).toHaveAttribute('aria-current', 'true');
  await expect(playground.nodes(ARM, 'Feedback')).toBeFocused();
  await expect(stops).toHaveCount(1);
});

test('shown contributions sum to the shown reward', async ({ finished }) => {
  const { playground, arm } = finished;
  for (const name of ['Draft 1', 'Draft 2', 'Refinement 1', 'Refinement 2']) {
    await playground.openNode(ARM, name);
    const reward = playground.node.getByRole('region', { name: 'Reward' });
    const [shown = Number.NaN] = numbersIn(await reward.getByRole('heading').innerText());
    const contributions = await reward.getByRole('listitem').allInnerTexts();
    expect(contributions.length).toBeGreaterThan(2);
    const values = contributions.map(
      (text) => numbersIn(/[+−]\d+\.\d+/.exec(text)?.[0] ?? '')[0] ?? Number.NaN,
    );
    const sum = values.reduce((total, value) => total + value, 0);
    // Each number is rounded to two decimals.
    expect(Math.abs(sum - shown), name).toBeLessThanOrEqual(ROUNDED * (values.length + 1));
    expect(shown).toBe((await playground.rewards(ARM)).get(name));
  }
  const { preference } = finished.header.plan;
  expect(preference).not.toBe('');
  await expect(playground.node).toContainText('prompt and preference');
  expect(arm.nodes.filter((node) => rewardOf(node) !== null)).toHaveLength(4);
});

test('the prompt is shown exactly as it was sent', async ({ finished }) => {
  const { playground, arm, header } = finished;
  const { prompt, preference } = header.plan;
  const sent = async (name: string): Promise<readonly string[]> => {
    await playground.openNode(ARM, name);
    const view = await playground.view('Prompt sent');
    return view.getByRole('listitem').getByRole('paragraph').allTextContents();
  };

  const draft = await sent('Draft 2');
  expect(draft).toEqual([`${prompt}\n\n${preference}`]);

  const refinement = await sent('Refinement 1');
  const { messages } = finishedNode(arm, 'refinement-1-1').progress;
  expect(refinement).toEqual(messages.map(({ content }) => content));
  const anchor = textOf(finishedNode(arm, arm.anchors[1] ?? ''));
  const feedback = textOf(finishedNode(arm, 'feedback-1'));
  // The embedded model is asked in one turn, which quotes all that it is conditioned on, after a worked example.
  expect(refinement).toHaveLength(3);
  for (const quoted of [prompt, preference, anchor, feedback]) {
    expect(refinement.at(-1)).toContain(quoted);
  }

  const asked = await sent('Feedback');
  const feedbackNode = finishedNode(arm, 'feedback-1').progress;
  expect(asked).toEqual(feedbackNode.messages.map(({ content }) => content));
  for (const quoted of [prompt, preference, anchor]) expect(asked.at(-1)).toContain(quoted);
  expect(asked.at(-1)).not.toContain(feedback);
});

test('seed, sampling settings, tokens and time are those of the call', async ({ finished }) => {
  const { playground, arm, header } = finished;
  const seeds = new Set<string | undefined>();
  for (const [name, id, maxTokens] of [
    ['Draft 1', 'draft-1', 14],
    ['Draft 2', 'draft-2', 14],
    ['Feedback', 'feedback-1', 14],
    ['Refinement 1', 'refinement-1-1', 14],
  ] as const) {
    await playground.openNode(ARM, name);
    const facts = await playground.facts();
    const { seed, progress } = finishedNode(arm, id);
    expect(facts.get('Model')).toContain(header.policy.name);
    expect(facts.get('Model')).toContain('llama-cpp');
    expect(facts.get('Seed')).toBe(String(seed));
    expect(facts.get('Sampling')).toBe(
      `temperature 0.8, top p 1, top k 50, presence penalty 0, max tokens ${String(maxTokens)}`,
    );
    expect(facts.has('Not used'), 'llama.cpp has every setting').toBe(false);
    const { promptTokens, completionTokens, cachedPromptTokens } = progress.usage;
    expect(numbersIn(facts.get('Prompt') ?? '')).toEqual([promptTokens, cachedPromptTokens]);
    expect(numbersIn(facts.get('Answer') ?? '')).toEqual([completionTokens]);
    expect(completionTokens).toBeLessThanOrEqual(maxTokens);
    expect(facts.get('Time')).toMatch(/^\d+(\.\d)? s$/);
    expect(facts.has('Attempt')).toBe(false);
    seeds.add(facts.get('Seed'));
  }
  expect(seeds.size, 'every draw has a seed of its own').toBe(4);
});

test('a refinement shows what changed against its anchor, and the feedback that caused it', async ({
  finished,
}) => {
  const { playground, arm } = finished;
  await playground.openNode(ARM, 'Refinement 1');
  const changes = await playground.view('Changes');
  const before = textOf(finishedNode(arm, arm.anchors[1] ?? ''));
  const after = textOf(finishedNode(arm, 'refinement-1-1'));
  expect(after).not.toBe(before);

  const comparison = changes.getByRole('paragraph').nth(1);
  expect(await wordsWithout(comparison, 'INS')).toBe(before);
  expect(await wordsWithout(comparison, 'DEL')).toBe(after);
  await expect(comparison.getByRole('insertion').first()).toBeVisible();
  await expect(comparison.getByRole('deletion').first()).toBeVisible();
  await expect(changes).toContainText(anchorName(arm));
  expect(await changes.getByRole('blockquote').textContent()).toBe(
    textOf(finishedNode(arm, 'feedback-1')),
  );

  await playground.openNode(ARM, 'Draft 1');
  await expect(playground.node.getByRole('tab', { name: 'Changes' })).toHaveCount(0);
});

/** The text of a comparison, its insertions or its deletions left out. */
function wordsWithout(comparison: Locator, tag: 'INS' | 'DEL'): Promise<string> {
  return comparison.evaluate(
    (paragraph, left) =>
      [...paragraph.childNodes]
        .filter(({ nodeName }) => nodeName !== left)
        .map(({ textContent }) => textContent ?? '')
        .join(''),
    tag,
  );
}

test('the factors of a path multiply to what the engine measured', async ({ finished }) => {
  const { playground, arm } = finished;
  await playground.openNode(ARM, 'Refinement 2');
  const panel = playground.node.getByRole('region', { name: 'Factors' });
  await expect(panel).toContainText('p(y0 | x, z) · p(f | x, z, y0*) · p(y1 | x, z, y0*, f)');

  const rows = await panel.getByRole('row').allInnerTexts();
  const [, ...lines] = rows.map((row) => row.split('\t'));
  const measured = [arm.anchors[1] ?? '', 'feedback-1', 'refinement-1-2'].map(
    (id) => finishedNode(arm, id).progress.tokens,
  );
  expect(lines).toHaveLength(measured.length + 1);
  const shown = lines.map(([, tokens = '', logarithm = '']) => ({
    tokens: Number(tokens),
    logarithm: numbersIn(logarithm)[0] ?? Number.NaN,
  }));
  const product = shown.pop();
  for (const [place, tokens] of measured.entries()) {
    const logarithms = tokens.map(({ logProbability }) => logProbability ?? Number.NaN);
    const sum = logarithms.reduce((total, logarithm) => total + logarithm, 0);
    expect(shown[place]?.tokens).toBe(tokens.length);
    expect(shown[place]?.logarithm).toBe(Number(sum.toFixed(1)));
    expect(shown[place]?.logarithm).toBeLessThan(0);
  }
  const sum = shown.reduce((total, { logarithm }) => total + logarithm, 0);
  // Each number is rounded to one decimal.
  expect(Math.abs(sum - (product?.logarithm ?? Number.NaN))).toBeLessThanOrEqual(0.2 + 1e-9);
  expect(product?.tokens).toBe(shown.reduce((total, { tokens }) => total + tokens, 0));
  await expect(panel).toContainText('before temperature');

  await playground.openNode(ARM, 'Draft 1');
  await expect(panel.getByRole('row')).toHaveCount(2);
});

test('the text alternative has the nodes of the drawing, each under what it came from', async ({
  finished,
}) => {
  const { playground, arm } = finished;
  const column = playground.page.getByRole('region', { name: ARM, exact: true });
  await column.getByText('The tree as a list').click();
  const outline = column.getByRole('list', { name: `Outline of ${ARM}` });
  await expect(outline).toBeVisible();

  const drawn = await playground
    .tree(ARM)
    .getByRole('button')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label') ?? ''));
  expect(drawn).toHaveLength(5);
  await expect(outline.getByRole('button')).toHaveCount(drawn.length);
  for (const label of drawn) {
    await expect(outline.getByRole('button').filter({ hasText: label })).toHaveCount(1);
  }
  const itemOf = (name: string): Locator =>
    outline.getByRole('listitem').filter({ hasText: new RegExp(`^${name}`) });
  await expect(itemOf(anchorName(arm)).getByRole('listitem')).toHaveCount(3);
  await expect(itemOf('Feedback').getByRole('listitem')).toHaveText([
    /^Refinement 1/,
    /^Refinement 2/,
  ]);

  await outline.getByRole('button', { name: /^Refinement 1/ }).click();
  await expect(playground.node.getByRole('heading', { name: 'Refinement 1' })).toBeVisible();
});

test('the table of rewards never falls in its best so far', async ({ finished }) => {
  const { playground } = finished;
  const column = playground.page.getByRole('region', { name: ARM, exact: true });
  await column.getByText('Rewards as a table').click();
  const drawn = column.getByRole('table').getByRole('row');
  await expect(drawn).toHaveCount(5);
  const rows = await drawn.allInnerTexts();
  const points = rows.slice(1).map((row) => {
    const [name = '', reward = '', best = ''] = row.split('\t');
    return { name, reward: numbersIn(reward)[0], best: numbersIn(best)[0] ?? Number.NaN };
  });
  expect(new Map(points.map(({ name, reward }) => [name, reward]))).toEqual(
    await playground.rewards(ARM),
  );
  let best = Number.NEGATIVE_INFINITY;
  for (const point of points) {
    best = Math.max(best, point.reward ?? Number.NaN);
    expect(point.best, point.name).toBe(best);
  }
  expect(points.map(({ name }) => name)).toEqual([
    'Draft 1',
    'Draft 2',
    'Refinement 1',
    'Refinement 2',
  ]);
});
