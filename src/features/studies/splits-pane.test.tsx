// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { namedGroups, THREAD_WORKSHOP, type Workshop } from '../../studies/index.ts';
import { literalFacts } from '../../studies/findings/testing/literal-facts.ts';
import { SplitsPane } from './splits-pane.tsx';
import { WorkshopContext } from './use-worked.ts';

afterEach(cleanup);

const runs = ['Why?', 'When?'].map((prompt) => ({
  ...literalFacts({ runId: prompt, prompt, arms: { 'PRS 1/1': [1, 2] } }),
  splits: [{ name: 'PRS', budget: 2, inOrder: [1, 2, 3], overOrders: [null, 4, 5], pool: null }],
}));

/** Answers the first wish, and holds back what is wished for then until it is let go of. */
function heldWorkshop() {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let wishes = 0;
  const workshop: Workshop = {
    work: async (name, asked, signal) => {
      wishes += 1;
      if (wishes > 1) await gate;
      return THREAD_WORKSHOP.work(name, asked, signal);
    },
    close: () => undefined,
  };
  return { workshop, letGo };
}

it('says of a curve how it was read, not how the next one will be', async () => {
  const [group] = namedGroups(runs);
  if (group === undefined) throw new Error('A group was expected.');
  const { workshop, letGo } = heldWorkshop();
  render(
    <WorkshopContext value={workshop}>
      <SplitsPane {...{ group, runs }} budget={2} />
    </WorkshopContext>,
  );
  expect(await screen.findByText(/Of each run the first N0 drafts/)).toBeTruthy();
  fireEvent.click(screen.getByText('All orders'));
  expect(screen.getByText(/Of each run the first N0 drafts/)).toBeTruthy();
  expect(screen.queryByText(/over all orders of its drafts/)).toBeNull();
  letGo();
  expect(await screen.findByText(/over all orders of its drafts/)).toBeTruthy();
});
