// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { ArmTree, NodeId } from '../../core/index.ts';
import { literalArm } from '../testing/literal-arms.ts';
import { useNodeActions } from '../use-node-actions.ts';
import { BatchedNodes } from './batched-nodes.tsx';
import { columnsOf, layoutTree, type TreeLayout } from './place-by-order.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

interface DrawnProps {
  readonly arm: ArmTree;
  readonly layout: TreeLayout;
  readonly onSelect: (id: NodeId) => void;
}

function Drawn({ arm, layout, onSelect }: DrawnProps) {
  const { actions } = useNodeActions({ arm, selectedId: null, onSelect, onOpen: undefined });
  return (
    <svg>
      <BatchedNodes nodes={arm.nodes} {...{ layout, actions }} scale={null} />
    </svg>
  );
}

it('takes a press for the node that is nearest, and for none where none is near', () => {
  // As if one unit of the drawing were one pixel of the page.
  vi.stubGlobal('DOMPoint', function (x: number, y: number) {
    return { matrixTransform: () => ({ x, y }) };
  });
  const arm = literalArm({ split: [400, 400] });
  const layout = layoutTree({ places: arm.nodes, columns: columnsOf([arm], 'wide'), rootLines: 2 });
  const onSelect = vi.fn();
  const { container } = render(<Drawn {...{ arm, layout, onSelect }} />);
  const [shapes] = container.querySelectorAll('g');
  const [ground] = container.querySelectorAll('rect');
  if (shapes === undefined || ground === undefined) throw new Error('They are drawn.');
  Object.assign(shapes, { getScreenCTM: () => ({ inverse: () => ({}) }) });
  const { x, y } = layout.places.get('draft-9') ?? { x: 0, y: 0 };
  fireEvent.click(ground, { clientX: x + 5, clientY: y - 5 });
  expect(onSelect.mock.calls).toEqual([['draft-9']]);
  fireEvent.click(ground, { clientX: -500, clientY: -500 });
  expect(onSelect).toHaveBeenCalledTimes(1);
});
