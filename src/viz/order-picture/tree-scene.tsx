import { type CSSProperties, memo, useMemo } from 'react';
import {
  ARM_TRAITS,
  type ArmTree,
  type FeedbackRule,
  type NodeId,
  type NodePlace,
  type RunPlan,
} from '../../core/index.ts';
import { feedbackTitle, standingsOf } from '../layout/node-labels.ts';
import { batchEdges } from './batch-shapes.ts';
import { BatchedNodes } from './batched-nodes.tsx';
import { batchedNodes, type DrawnNodesRequest, headedLayers, singleNodes } from './drawn-nodes.ts';
import { type LineageEdge, lineageOf } from './lineage-edges.ts';
import type { RewardScale } from '../layout/reward-scale.ts';
import {
  type Box,
  hasMany,
  type LayerLayout,
  LINE_HEIGHT,
  type TreeLayout,
} from './place-by-order.ts';
import { firstWords } from '../layout/wrap-words.ts';
import type { NodeActions } from '../use-node-actions.ts';
import { FeedbackNote } from './feedback-note.tsx';
import { nodesById } from './nodes-by-id.ts';
import { ResponseMark } from './response-mark.tsx';
import { useSettledArm } from './settled-arm.ts';
import type { Look } from './use-pan-zoom.ts';
import styles from './tree-scene.module.css';

export interface TreeSceneProps {
  readonly arm: ArmTree;
  readonly plan: Pick<RunPlan, 'prompt' | 'preference'>;
  readonly layout: TreeLayout;
  readonly scale: RewardScale | null;
  readonly look: Look;
  /** Average advance of a letter of the prose face, in em. */
  readonly letterWidth: number;
  readonly selectedId: NodeId | null;
  readonly tabStopId: NodeId | null;
  readonly actions: NodeActions;
}

/** Everything that is zoomed and panned: headings over edges, nodes over both, so that a node is never crossed. */
export function TreeScene(props: TreeSceneProps) {
  const { arm, layout, look } = props;
  const settled = useSettledArm(arm);
  return (
    <>
      <Lineage arm={settled} layout={layout} />
      <LayerHeadings arm={settled} layout={layout} look={look} />
      <RootNote
        box={layout.root}
        textSize={layout.textSize}
        letterWidth={props.letterWidth}
        plan={props.plan}
        readsPreference={ARM_TRAITS[arm.arm.kind].readsPreference}
      />
      <NodeMarks {...props} settled={settled} />
    </>
  );
}

interface NodeMarksProps extends TreeSceneProps {
  /** The arm without its last words: see `useSettledArm`. */
  readonly settled: ArmTree;
}

function NodeMarks({ arm, settled, layout, look, ...view }: NodeMarksProps) {
  const { scale, letterWidth, actions } = view;
  const { single, batched, standings, byId } = useDrawn({ settled, layout, look, ...view });
  const detail = hasMany(layout) && !look.isNear ? 'shape' : look.detail;
  const marks = single.map((at) => {
    const node = arm.nodes[at];
    const place = node && layout.places.get(node.id);
    const standing = node && standings.get(node.id);
    if (node === undefined || place === undefined || standing === undefined) return null;
    const common = {
      ...{ node, arm: arm.arm, detail, letterWidth, actions, ...standing },
      isSelected: node.id === view.selectedId,
      isTabStop: node.id === view.tabStopId,
    };
    const note = layout.notes.get(node.id);
    if (note === undefined) {
      return <ResponseMark key={node.id} {...common} place={place} scale={scale} />;
    }
    return (
      <FeedbackNote key={node.id} {...common} note={note} title={feedbackTitle(arm, node, byId)} />
    );
  });
  return (
    <>
      {batched.length === 0 ? null : (
        <BatchedNodes nodes={batched} {...{ layout, scale, actions }} />
      )}
      {marks}
    </>
  );
}

/** What of an arm is drawn, and how its nodes stand: made anew only where more has happened than a few more words. */
function useDrawn(
  props: Pick<NodeMarksProps, 'settled' | 'layout' | 'look' | 'selectedId' | 'tabStopId'>,
) {
  const { settled, layout, look, selectedId, tabStopId } = props;
  const standings = useMemo(() => standingsOf(settled), [settled]);
  const byId = useMemo(() => nodesById(settled), [settled]);
  const request = useMemo<DrawnNodesRequest>(
    () => ({ arm: settled, layout, standings, selectedId, tabStopId }),
    [settled, layout, standings, selectedId, tabStopId],
  );
  const single = useMemo(() => singleNodes(request, look), [request, look]);
  const isBatched = hasMany(layout) && !look.isNear;
  const batched = useMemo(() => (isBatched ? batchedNodes(request) : []), [isBatched, request]);
  return { single, batched, standings, byId };
}

interface SettledTreeProps {
  readonly arm: ArmTree;
  readonly layout: TreeLayout;
}

/** The edges of a tree; of many nodes those of one look together. */
const Lineage = memo(function Lineage({ arm, layout }: SettledTreeProps) {
  const edges = lineageOf(arm, layout);
  return (
    <g className={styles.lineage}>
      {hasMany(layout)
        ? batchEdges(edges).map(({ key, ...batch }) => <Edge key={key} {...batch} />)
        : edges.map((edge) => (
            <Edge key={edge.id} path={edge.path} weight={edge.weight} isGrown={edge.isGrown} />
          ))}
    </g>
  );
});

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

const LayerHeadings = memo(function LayerHeadings({
  arm,
  layout,
  look,
}: SettledTreeProps & Pick<TreeSceneProps, 'look'>) {
  return headedLayers(layout, look).map((layer) => (
    <LayerHeading
      key={layer.layer}
      arm={arm}
      layer={layer}
      textSize={layout.textSize}
      x={layout.root.x - layout.root.width * 0.625}
    />
  ));
});

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
