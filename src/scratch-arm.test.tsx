// @vitest-environment happy-dom
// Stands above the layers, since it holds CONTRIBUTING's recipe to what it promises: one entry of data, and sampler, accounts,
// estimates, files, form and drawing take the arm as it is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { SCRATCH_ARM } from './core/testing/scratch-arm.ts';

const ignore = (): void => undefined;

beforeAll(() => {
  // The one entry: everything that is imported below reads the table with the scratch arm in it.
  vi.resetModules();
  vi.doMock('./core/plan/arms.ts', async (importTable) => {
    const table = await importTable<typeof import('./core/plan/arms.ts')>();
    const ARM_TRAITS = { ...table.ARM_TRAITS, scratch: SCRATCH_ARM };
    return { ...table, ARM_TRAITS, ARM_KINDS: Object.keys(ARM_TRAITS) };
  });
});

afterEach(cleanup);

afterAll(() => {
  vi.doUnmock('./core/plan/arms.ts');
  vi.resetModules();
});

/** The core with the scratch arm in its table, and a run of it: two drafts, then two layers of refinements. */
async function sampled() {
  const core = await import('./core/index.ts');
  const fakes = await import('./core/testing/fake-run.ts');
  const kind = core.ARM_KINDS.find((each: string) => each === 'scratch');
  if (kind === undefined) throw new Error('The table lacks the arm.');
  const policy = fakes.fakePolicy((_, call) => 'word '.repeat(call).trim());
  const rewardModel = fakes.fakeRewardModel(({ response }) => response.length);
  const told = await fakes.runToEnd(fakes.plantOne(kind, [2, 2, 1]), policy, rewardModel);
  const [arm] = told.tree.arms;
  if (arm === undefined) throw new Error('The run has no arm.');
  return { ...core, ...told, kind, arm, policy };
}

const contentsOf = ({ asked }: Awaited<ReturnType<typeof sampled>>['policy']): readonly string[] =>
  asked.map(({ messages }) => messages.map(({ content }) => content).join('\n'));

describe('an arm that is one entry of the table', () => {
  it('is eight lines of data', () => {
    const path = join(import.meta.dirname, 'core/testing/scratch-arm.ts');
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines.slice(lines.findIndex((line) => line.startsWith('export')))).toHaveLength(8);
  });

  it('is sampled as its traits say: drafts without the preference, a feedback for each refinement', async () => {
    const { arm, policy } = await sampled();
    expect(arm.nodes.map(({ id, progress }) => [id, progress.status])).toEqual(
      [
        ['draft-1', 'draft-2'],
        ['feedback-1-1', 'feedback-1-2', 'refinement-1-1', 'refinement-1-2'],
        ['feedback-2-1', 'refinement-2-1'],
      ]
        .flat()
        .map((id) => [id, 'finished']),
    );
    expect(arm.winnerId).toBe('refinement-2-1');
    const [drafts, refining] = [contentsOf(policy).slice(0, 2), contentsOf(policy).slice(2)];
    for (const asked of drafts) expect(asked).not.toContain('Be brief.');
    for (const asked of refining) expect(asked).toContain('Be brief.');
  });

  it('is charged and estimated call by call', async () => {
    const { arm, accountsOf, estimateArm, tree } = await sampled();
    expect(accountsOf(arm)).toMatchObject({ responses: 5, feedbacks: 3, calls: 8 });
    expect(estimateArm(arm.arm, tree.run.plan).calls).toBe(8);
  });

  it('is told: its label, factors, lineage and improving pairs', async () => {
    const { arm, armLabel, factorsOnPath, improvingPairs } = await sampled();
    expect(armLabel(arm.arm)).toBe('Blind PRS 2/2/1');
    expect(
      factorsOnPath(arm, 'refinement-1-2').map(({ nodeId, symbol }) => [nodeId, symbol]),
    ).toEqual([
      ['draft-2', 'p(y0 | x)'],
      ['feedback-1-2', 'p(f | x, y0*)'],
      ['refinement-1-2', 'p(y1 | x, y0*, f)'],
    ]);
    expect(improvingPairs(arm).map(({ feedbackId }) => feedbackId)).toContain('feedback-1-1');
  });

  it('is kept in a file that opens again', async () => {
    const { events, tree, replay, isDurable } = await sampled();
    const { exportRun, parseRunFile } = await import('./storage/run-file/import-and-export-run.ts');
    const parsed = parseRunFile(
      exportRun({ header: tree.run, events: events.filter(isDurable) }, 0),
    );
    if (!parsed.ok) throw new Error(parsed.message);
    expect(replay(parsed.run.header, parsed.run.events).arms).toEqual(tree.arms);
  });

  it('is laid out and drawn, each feedback with its own note', async () => {
    const { arm, tree } = await sampled();
    const { RewardPicture, TreeOutline } = await import('./viz/index.ts');
    const { SamplingTreeView } = await import('./viz/order-charts.ts');
    const props = { arm, plan: tree.run.plan, selectedId: null, onSelect: ignore };
    const domain = { least: 0, most: 100 };
    const picture = { arms: [arm], selected: null, onSelect: ignore };
    for (const layout of [
      <SamplingTreeView key="order" {...props} domain={domain} />,
      <RewardPicture key="reward" {...picture} domain={domain} />,
    ]) {
      const { unmount } = render(layout);
      const drawing = screen.getByLabelText('Sampling tree of Blind PRS 2/2/1');
      expect(drawing.textContent).toContain('from x alone');
      expect(drawing.textContent).toContain('anchor + own feedback');
      const notes = within(drawing).getAllByLabelText(/^Feedback [\d.]+, written/);
      expect(notes.map((note) => note.getAttribute('aria-label')?.split(',')[0])).toEqual([
        'Feedback 1.1',
        'Feedback 1.2',
        'Feedback 2.1',
      ]);
      unmount();
    }
    const outline = render(<TreeOutline {...props} />).container;
    expect(outline.textContent).toContain('Feedback 1.2, written');
  });

  it('is offered in the form and planned from it', async () => {
    const { kind } = await sampled();
    const { FIRST_FORM, planOf } = await import('./features/playground/form/run-form.ts');
    const { readForm } = await import('./features/playground/form/run-form.ts');
    const { ArmFields } = await import('./features/playground/setup/budget-and-arm-fields.tsx');
    const form = { ...FIRST_FORM, arms: [kind] };
    render(<ArmFields {...form} onChange={ignore} />);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Blind PRS/ }).checked).toBe(
      true,
    );
    expect(readForm(form)).toEqual(form);
    expect(planOf(form).arms).toEqual([{ id: 'scratch', kind: 'scratch', split: [4, 4] }]);
  });
});
