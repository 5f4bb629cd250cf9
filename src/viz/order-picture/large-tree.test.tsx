// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ArmTree } from '../../core/index.ts';
import { finished, literalArm, writing } from '../testing/literal-arms.ts';
import { SamplingTreeView } from './sampling-tree-view.tsx';

const PLAN = { prompt: 'Why is the sky blue?', preference: 'Be brief.' };

/** `half` drafts and as many refinements, the last of which is being written. */
function arm(half: number): ArmTree {
  const drafts = Array.from({ length: half }, (_, place) => `draft-${String(place + 1)}`);
  return literalArm({
    split: [half, half],
    rewards: Object.fromEntries(drafts.map((id, place) => [id, place % 7])),
    progress: {
      'feedback-1': finished('Name two examples.'),
      [`refinement-1-${String(half)}`]: writing('Air'),
    },
    anchors: ['draft-7'],
  });
}

afterEach(cleanup);

function draw(tree: ArmTree, onSelect = vi.fn()) {
  const view = (shown: ArmTree) => (
    <SamplingTreeView
      arm={shown}
      plan={PLAN}
      domain={{ least: 0, most: 6 }}
      selectedId="draft-3"
      onSelect={onSelect}
    />
  );
  const { container, rerender } = render(view(tree));
  return {
    container,
    redraw: (next: ArmTree) => {
      rerender(view(next));
    },
  };
}

function names(container: HTMLElement): readonly (string | null)[] {
  return [...container.querySelectorAll('svg [role="button"]')].map((mark) =>
    mark.getAttribute('aria-label'),
  );
}

describe('a tree of many nodes, seen from afar', () => {
  it('has what stands out as buttons, and the others in a few shapes', () => {
    const { container } = draw(arm(400));
    expect(names(container)).toContain('Draft 3, reward 2.00');
    expect(names(container)).toContain('Draft 7, reward 6.00, anchor');
    expect(names(container)).toContain('Refinement 400, being written');
    expect(names(container).length).toBeLessThan(10);
    expect(container.querySelectorAll('svg path').length).toBeLessThan(60);
  });

  it('draws every node of a tree that a run can have', () => {
    expect(names(draw(arm(128)).container)).toHaveLength(257);
  });

  it('leads the keyboard to nodes that are not drawn by themselves', () => {
    const { container } = draw(arm(400));
    const start = screen.getByLabelText('Draft 3, reward 2.00');
    start.focus();
    fireEvent.keyDown(start, { key: 'ArrowRight' });
    const next = screen.getByLabelText('Draft 4, reward 3.00');
    expect(document.activeElement).toBe(next);
    fireEvent.keyDown(next, { key: 'End' });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Draft 400, reward 0.00');
    expect(names(container)).not.toContain('Draft 4, reward 3.00');
  });
});

describe('one more token', () => {
  it.each([4, 400])('changes nothing but its own mark among %i', (half) => {
    const tree = arm(half);
    const last = tree.nodes.at(-1);
    if (last === undefined) throw new Error('The arm has nodes.');
    const { container, redraw } = draw(tree);
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(container, { subtree: true, attributes: true, childList: true });
    const reads = vi.fn();
    const others = tree.nodes.slice(0, -1).map((node) => counted(node, reads));
    redraw({ ...tree, nodes: [...others, last] });
    reads.mockClear();
    redraw({ ...tree, nodes: [...others, { ...last, progress: writing('Air scatters') }] });
    expect(observer.takeRecords()).toEqual([]);
    expect(reads).not.toHaveBeenCalled();
  });
});

/** The same, telling whenever its reward is read. */
function counted<Node extends ArmTree['nodes'][number]>(node: Node, onRead: () => void): Node {
  return new Proxy(node, {
    get(target, key, receiver): unknown {
      if (key === 'scoring') onRead();
      return Reflect.get(target, key, receiver);
    },
  });
}
