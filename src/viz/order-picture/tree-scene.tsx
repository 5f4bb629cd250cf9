import { type CSSProperties, memo } from 'react';
import {
  ARM_TRAITS,
  type ArmTree,
  type FeedbackRule,
  findNode,
  type NodeId,
  nodeName,
  type NodePlace,
  type RunPlan,
  type TreeNode,
} from '../../core/index.ts';
import { nodeLabel, standingsOf } from '../layout/node-labels-and-outline.ts';
import { type LineageEdge, lineageOf } from './lineage-edges.ts';
import type { RewardScale } from '../layout/reward-scale.ts';
import { type Box, type LayerLayout, LINE_HEIGHT, type TreeLayout } from './place-by-order.ts';
import { firstWords } from '../layout/wrap-words.ts';
import type { NodeActions } from '../use-node-actions.ts';
import { FeedbackNote } from './feedback-note.tsx';
import { ResponseMark } from './response-mark.tsx';
import type { Detail } from './pan-zoom.ts';
import styles from './tree-scene.module.css';

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
    <g className={styles.lineage}>
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
  const growth = isGrown ? '' : (styles.ahead ?? '');
  return <path className={`${styles.edge ?? ''} ${styles[weight] ?? ''} ${growth}`} d={path} />;
});

export interface RootNoteProps {
  readonly box: Box;
  readonly textSize: number;
  /** Average advance of a letter, in em. */
  readonly letterWidth: number;
  readonly plan: Pick<RunPlan, 'prompt' | 'preference'>;
  readonly readsPreference: boolean;
}

/** The root: the prompt x and, where the arm reads it, the preference z. */
function RootNote({ box, textSize, letterWidth, plan, readsPreference }: RootNoteProps) {
  const padding = textSize * 0.8;
  const columns = Math.floor((box.width - 3.4 * padding) / (textSize * letterWidth));
  const lines = [
    { symbol: 'x', text: plan.prompt, missing: 'the prompt' },
    ...(readsPreference ? [{ symbol: 'z', text: plan.preference, missing: 'no preference' }] : []),
  ];
  const left = box.x - box.width / 2;
  const top = box.y - box.height / 2;
  return (
    <g>
      <rect
        className={styles.root}
        x={left}
        y={top}
        width={box.width}
        height={box.height}
        rx={textSize * 0.5}
      />
      <text className={styles.noteText} fontSize={textSize}>
        {lines.map(({ symbol, text, missing }, index) => {
          const y = top + textSize * (1.45 + index * LINE_HEIGHT);
          const [words = missing] = firstWords(text, { columns, lines: 1 });
          return (
            <tspan key={symbol}>
              <tspan className={styles.symbol} x={left + padding} y={y}>
                {symbol}
              </tspan>
              <tspan x={left + padding * 2.4} y={y}>
                {words}
              </tspan>
            </tspan>
          );
        })}
      </text>
    </g>
  );
}

export interface LayerHeadingProps {
  readonly arm: ArmTree;
  readonly layer: LayerLayout;
  readonly textSize: number;
  readonly x: number;
}

/** What a layer is, in two short lines beside its fan of edges. */
function LayerHeading({ arm, layer, textSize, x }: LayerHeadingProps) {
  const [title, source] = headingOf(arm, layer);
  const y = layer.top + textSize * 1.4;
  return (
    <text className={styles.heading} style={sizeOf(textSize * 0.9)}>
      <tspan className={styles.title} x={x} y={y}>
        {title}
      </tspan>
      <tspan x={x} dy="1.25em">
        {source}
      </tspan>
    </text>
  );
}

function sizeOf(size: number): CSSProperties & Record<'--heading-size', string> {
  return { '--heading-size': `${String(size)}px` };
}

function headingOf(arm: ArmTree, layer: LayerLayout): readonly [string, string] {
  const first = arm.nodes.find((node) => node.id === layer.responses[0]);
  const count = layer.responses.length;
  if (first === undefined || first.layer === 0) return draftsHeading(arm, first, count);
  return [counted(count, 'refinement'), SOURCES[ARM_TRAITS[arm.arm.kind].feedback]];
}

const SOURCES: Readonly<Record<FeedbackRule, string>> = {
  none: 'from the anchor alone',
  'one-for-a-layer': 'from anchor + feedback',
  'one-for-each-refinement': 'anchor + own feedback',
};

function draftsHeading(
  arm: ArmTree,
  first: NodePlace | undefined,
  count: number,
): readonly [string, string] {
  if (first?.inBudget === false) return ['1 anchor draft', 'greedy, outside N'];
  const { readsPreference } = ARM_TRAITS[arm.arm.kind];
  return [counted(count, 'draft'), readsPreference ? 'from x + z' : 'from x alone'];
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
