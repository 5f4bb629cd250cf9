// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { finished, literalArm, writing } from '../testing/literal-arms.ts';
import { fittingScale, detailAt } from './pan-zoom.ts';
import { SamplingTreeView } from './sampling-tree-view.tsx';
import { TreeOutline } from './tree-outline.tsx';

const PLAN = { prompt: 'Why is the sky <b>blue</b>?', preference: 'Be brief.' };
const ARM = literalArm({
  split: [2, 2],
  rewards: { 'draft-1': 1, 'draft-2': 2 },
  progress: {
    'feedback-1': finished('Name <i>two</i> examples.'),
    'refinement-1-1': writing('Air'),
  },
  anchors: ['draft-2'],
});

afterEach(cleanup);

/** Draws the tree of an arm. */
function draw(arm = ARM): HTMLElement {
  const { container } = render(
    <SamplingTreeView
      arm={arm}
      plan={PLAN}
      domain={{ least: 0, most: 2 }}
      selectedId="draft-2"
      onSelect={() => undefined}
    />,
  );
  return container;
}

describe('SamplingTreeView', () => {
  it('names every node, with one tab stop on the selected one', () => {
    const container = draw();
    expect(screen.getByLabelText('Sampling tree of PRS 2/2')).toBeDefined();
    const selected = screen.getByLabelText('Draft 2, reward 2.00, anchor');
    expect(screen.getByLabelText('Refinement 1, being written')).toBeDefined();
    expect(screen.getByLabelText('Refinement 2, planned')).toBeDefined();
    expect([...container.querySelectorAll('[tabindex="0"]')]).toEqual([selected]);
    expect(selected.getAttribute('aria-current')).toBe('true');
  });

  it("shows the feedback's first words and its subject, as text whatever is in it", () => {
    const container = draw();
    expect(container.textContent).toContain('Feedback on Draft 2');
    expect(container.textContent).toContain('Name <i>two</i> examples.');
    expect(container.textContent).toContain('<b>blue</b>');
    expect(container.querySelector('i, b')).toBeNull();
  });
});

describe('SamplingTreeView of an arm with several feedbacks in a layer', () => {
  it('draws each with its number and words', () => {
    const container = draw(
      literalArm({
        kind: 'prs-feedback-each',
        split: [2, 3],
        progress: { 'feedback-1-1': finished('Shorter.'), 'feedback-1-2': finished('Kinder.') },
        anchors: ['draft-2'],
      }),
    );
    for (const label of ['Feedback 1, written', 'Feedback 2, written', 'Feedback 3, planned']) {
      expect(screen.getByLabelText(label)).toBeDefined();
    }
    expect(container.textContent).toMatch(/✎ 1.*Shorter\..*✎ 2.*Kinder\..*✎ 3/s);
    expect(container.textContent).toContain('anchor + own feedback');
  });
});

describe('TreeOutline', () => {
  it('nests the feedback under its anchor', () => {
    render(<TreeOutline arm={ARM} selectedId={null} onSelect={() => undefined} />);
    const anchor = screen.getByText('Draft 2, reward 2.00, anchor').closest('li');
    if (anchor === null) throw new Error('The anchor is in no list.');
    const feedback = within(anchor)
      .getByText(/^Feedback, written/)
      .closest('li');
    expect(feedback?.querySelector('ul')).not.toBeNull();
  });
});

describe('zoom', () => {
  it('fits the whole drawing, small ones not larger than is comfortable', () => {
    const viewport = { width: 400, height: 300 };
    expect(fittingScale({ viewport, content: { width: 800, height: 300 } })).toBe(0.5);
    expect(fittingScale({ viewport, content: { width: 10, height: 10 } })).toBe(1.5);
    expect(fittingScale({ viewport: { width: 0, height: 0 }, content: viewport })).toBe(1);
  });

  it('shows more the closer one looks', () => {
    expect([0.2, 0.5, 1, 3].map(detailAt)).toEqual(['shape', 'reward', 'gain', 'words']);
  });
});
