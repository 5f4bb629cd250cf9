import {
  ARM_TRAITS,
  findNode,
  nodeName,
  type NodeId,
  type RunPlan,
  type ArmTree,
  type TreeNode,
} from '../../core/index.ts';
import { lineageOf, type LineageEdge } from '../layout/lineage.ts';
import { nodeLabel, standingsOf } from '../layout/node-names.ts';
import type { RewardScale } from '../layout/reward-scale.ts';
import type { TreeLayout } from '../layout/tree-layout.ts';
import { FeedbackNote } from './feedback-note.tsx';
import { LayerHeading } from './layer-heading.tsx';
import type { NodeActions } from './node-actions.ts';
import { ResponseMark } from './response-mark.tsx';
import { RootNote } from './root-note.tsx';
import type { Detail } from './use-pan-zoom.ts';
import { memo } from 'react';
import styles from './lineage.module.css';

export interface TreeSceneProps {
  readonly arm: ArmTree;
  readonly plan: Pick<RunPlan, 'prompt' | 'preference'>;
  readonly layout: TreeLayout;
  readonly scale: RewardScale | null;
  readonly detail: Detail;
  /** Average advance of a letter of the prose face, in em. */
  readonly letterWidth: number;
  readonly selectedId: NodeId | null;
  readonly tabStopId: NodeId | null;
  readonly actions: NodeActions;
}

/** Everything that is zoomed and panned: headings over edges, nodes over both, so that a node is never crossed. */
export function TreeScene(props: TreeSceneProps) {
  const { arm, layout } = props;
  return (
    <>
      <Lineage edges={lineageOf(arm, layout)} />
      {layout.layers.map((layer) => (
        <LayerHeading
          key={layer.layer}
          arm={arm}
          layer={layer}
          textSize={layout.textSize}
          x={layout.root.x - layout.root.width * 0.625}
        />
      ))}
      <RootNote
        box={layout.root}
        textSize={layout.textSize}
        letterWidth={props.letterWidth}
        plan={props.plan}
        readsPreference={ARM_TRAITS[arm.arm.kind].readsPreference}
      />
      <NodeMarks {...props} />
    </>
  );
}

function NodeMarks({ arm, layout, scale, detail, letterWidth, ...view }: TreeSceneProps) {
  const standings = standingsOf(arm);
  return arm.nodes.map((node) => {
    const place = layout.places.get(node.id);
    const standing = standings.get(node.id);
    if (place === undefined || standing === undefined) return null;
    const common = {
      node,
      detail,
      letterWidth,
      label: nodeLabel(arm, node, standing),
      isSelected: node.id === view.selectedId,
      isTabStop: node.id === view.tabStopId,
      actions: view.actions,
    };
    const note = layout.notes.get(node.id);
    if (note === undefined) {
      return <ResponseMark key={node.id} {...common} {...standing} place={place} scale={scale} />;
    }
    return (
      <FeedbackNote key={node.id} {...common} note={note} anchorName={anchorNameOf(arm, node)} />
    );
  });
}

function anchorNameOf(arm: ArmTree, feedback: TreeNode): string | null {
  const anchor = findNode(arm, arm.anchors[feedback.layer] ?? null);
  return anchor === null ? null : nodeName(anchor, arm);
}

/** The edges of a tree. */
function Lineage({ edges }: { readonly edges: readonly LineageEdge[] }) {
  return (
    <g>
      {edges.map((edge) => (
        <Edge key={edge.id} path={edge.path} weight={edge.weight} isGrown={edge.isGrown} />
      ))}
    </g>
  );
}

/** Compared by its parts: edges are made anew with every event, and few of them differ. */
const Edge = memo(function Edge({
  path,
  weight,
  isGrown,
}: Pick<LineageEdge, 'path' | 'weight' | 'isGrown'>) {
  const growth = isGrown ? '' : (styles.planned ?? '');
  return <path className={`${styles.edge ?? ''} ${styles[weight] ?? ''} ${growth}`} d={path} />;
});
