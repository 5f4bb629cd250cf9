import {
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  type NodeTypes,
  Position,
  ReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { memo, useMemo, useRef } from 'react';
import { type ArmTree, rewardOf, textOf, type TreeNode } from '../../../src/core/index.ts';
import { columnsOf, layoutTree } from '../../../src/viz/order-picture/place-by-order.ts';

type FlowNode = Node<{ readonly node: TreeNode }, 'response'>;

/** Drawn again where its own data change, as its documentation advises. */
const Response = memo(function Response({ data: { node } }: NodeProps<FlowNode>) {
  return (
    <div style={{ width: 56, height: 56, border: '1px solid', borderRadius: 28, fontSize: 10 }}>
      <Handle type="target" position={Position.Top} />
      {rewardOf(node)?.toFixed(2) ?? textOf(node).slice(-20)}
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
});

const TYPES: NodeTypes = { response: Response };
const SIZE = { width: 56, height: 56 };

/** The arm's nodes at the same places, and its lineage, drawn by `@xyflow/react` with its sizes given, so that it measures none. */
export function FlowTree({ arm }: { readonly arm: ArmTree }) {
  const nodes = useFlowNodes(arm);
  const { anchors } = arm;
  const plan = useRef(arm.nodes);
  const edges = useMemo(() => edgesOf(plan.current, anchors), [anchors]);
  return (
    <ReactFlow<FlowNode>
      nodes={nodes}
      edges={edges}
      nodeTypes={TYPES}
      fitView
      minZoom={0.001}
      maxZoom={8}
      onNodesChange={() => undefined}
    />
  );
}

/** Nodes keep their object where nothing of them has changed. */
function useFlowNodes(arm: ArmTree): FlowNode[] {
  const known = useRef(new Map<string, FlowNode>());
  const plan = useRef(arm.nodes);
  const places = useMemo(
    () =>
      layoutTree({
        places: plan.current,
        columns: columnsOf([{ nodes: plan.current }], 'wide'),
        rootLines: 2,
      }).places,
    [],
  );
  return useMemo(
    () =>
      arm.nodes.map((node) => {
        const before = known.current.get(node.id);
        if (before?.data.node === node) return before;
        const { x, y } = places.get(node.id) ?? { x: 0, y: 0 };
        const made: FlowNode = {
          ...{ id: node.id, type: 'response', position: { x, y }, data: { node } },
          ...SIZE,
        };
        known.current.set(node.id, made);
        return made;
      }),
    [arm, places],
  );
}

function edgesOf(nodes: readonly TreeNode[], anchors: ArmTree['anchors']): Edge[] {
  return nodes.flatMap(({ id, layer, feedbackId }) => {
    const source = feedbackId ?? anchors[layer] ?? null;
    return source === null ? [] : [{ id: `into-${id}`, source, target: id }];
  });
}
