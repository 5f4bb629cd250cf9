import { ARM_TRAITS, findNode, nodeName, type NodeId, type RunPlan } from '../../core/index.ts';
import type { ArmTree, TreeNode } from '../../core/index.ts';
import { lineageOf } from '../layout/lineage.ts';
import { nodeLabel } from '../layout/node-names.ts';
import { standingsOf } from '../layout/node-reading.ts';
import type { RewardScale } from '../layout/reward-scale.ts';
import type { TreeLayout } from '../layout/tree-layout.ts';
import { FeedbackNote } from './feedback-note.tsx';
import { LayerHeading } from './layer-heading.tsx';
import { Lineage } from './lineage.tsx';
import type { NodeActions } from './node-actions.ts';
import { ResponseMark } from './response-mark.tsx';
import { RootNote } from './root-note.tsx';
import type { Detail } from './use-pan-zoom.ts';

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
