import { expect, test } from '@playwright/test';
import { PlaygroundPage, RUN_TIMEOUT } from './playground-page.ts';

test.describe.configure({ timeout: RUN_TIMEOUT });

const ARM = 'PRS, feedback each 1/2';

test('each refinement has its own feedback, drawn above it and told in its panel', async ({
  page,
}) => {
  // Places are read at once: nothing travels to them.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.chooseArms('PRS, feedback each');
  await playground.setNumber('Budget N', 3);
  await playground.setDrafts(1);
  await playground.limitTokens(12, 8);
  await playground.run.click();
  await playground.expectState('finished');
  // By reward a refinement stands where its reward is; in the order sampled, under its own feedback.
  await page.getByRole('group', { name: 'Layout' }).getByRole('button', { name: 'Order' }).click();

  const texts: string[] = [];
  for (const number of ['1', '2']) {
    const note = playground.nodes(ARM, `Feedback ${number}`);
    await expect(note).toHaveAccessibleName(
      `Feedback ${number}, written, cut off at the token limit`,
    );
    const [above, below] = [
      await note.boundingBox(),
      await playground.nodes(ARM, `Refinement ${number}`).boundingBox(),
    ];
    if (above === null || below === null) throw new Error('It is drawn nowhere.');
    expect(above.y).toBeLessThan(below.y);
    const centres = [above.x + above.width / 2, below.x + below.width / 2];
    expect(Math.abs((centres[0] ?? 0) - (centres[1] ?? 0))).toBeLessThan(above.width / 2);

    await playground.openNode(ARM, `Feedback ${number}`);
    const shown = (await playground.view('Text')).getByRole('paragraph').first();
    const text = (await shown.textContent())?.trim() ?? '';
    texts.push(text);
    await playground.openNode(ARM, `Refinement ${number}`);
    expect(await (await playground.view('Changes')).textContent()).toContain(text);
    expect(await (await playground.view('Prompt sent')).textContent()).toContain(text);
  }
  expect(new Set(texts).size).toBe(2);
  expect(await playground.account(ARM, 'Calls')).toBe('5');
});

test('a TPO-style feedback reads the best draft and the worst, which the picture and the node name', async ({
  page,
}) => {
  const arm = 'TPO-style 3/1';
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.chooseArms('TPO-style');
  await playground.setNumber('Budget N', 4);
  await playground.setDrafts(3);
  await playground.limitTokens(12, 8);
  await playground.run.click();
  await playground.expectState('finished');

  const textOfNode = async (name: string): Promise<string> => {
    await playground.openNode(arm, name);
    const shown = (await playground.view('Text')).getByRole('paragraph').first();
    return (await shown.textContent())?.trim() ?? '';
  };
  const rejected = playground.nodes(arm, 'Draft \\d, .*rejected');
  const anchor = playground.nodes(arm, 'Draft \\d, .*anchor');
  const [worse, better] = await Promise.all(
    [rejected, anchor].map(async (node) => (await node.getAttribute('aria-label')) ?? ''),
  );
  const [worst, best] = [worse, better].map((label) => label?.split(',')[0] ?? '');
  await expect(playground.tree(arm)).toContainText(`Feedback on ${best ?? ''} vs ${worst ?? ''}`);
  const [rejectedText, anchorText] = [await textOfNode(worst ?? ''), await textOfNode(best ?? '')];
  expect(rejectedText).not.toBe(anchorText);
  await playground.openNode(arm, 'Feedback');
  await expect(await playground.view('Text')).toContainText(
    `Compares ${best ?? ''}, the best so far, with ${worst ?? ''}, the worst so far.`,
  );
  const sent = await (await playground.view('Prompt sent')).textContent();
  expect(sent).toContain(rejectedText);
  expect(sent).toContain(anchorText);
  expect(await playground.account(arm, 'Calls')).toBe('5');
});
