import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  ARM_TRAITS,
  armLabel,
  type ArmTree,
  type NodeId,
  type RunPlan,
  type TreeNode,
} from '../../core/index.ts';
import { type RewardDomain, rewardScale } from '../layout/reward-scale.ts';
import {
  columnsOf,
  hasMany,
  layoutTree,
  type NodePosition,
  type Orientation,
  type TreeLayout,
} from './place-by-order.ts';
import { useLetterWidth } from '../letter-width.ts';
import { useElementSize } from '../use-element-size.ts';
import { type NodeActions, useNodeActions } from '../use-node-actions.ts';
import { type PanZoom, WORDS_FROM } from './pan-zoom.ts';
import { TreeScene } from './tree-scene.tsx';
import { usePanZoom } from './use-pan-zoom.ts';
import styles from './sampling-tree-view.module.css';

export interface SamplingTreeViewProps {
  readonly arm: ArmTree;
  /** For the root: x, and z where the arm reads it. */
  readonly plan: Pick<RunPlan, 'prompt' | 'preference'>;
  /** From `rewardDomain` of all arms on screen; null before the first reward. */
  readonly domain: RewardDomain | null;
  readonly selectedId: NodeId | null;
  /** A node was clicked, or opened. */
  readonly onSelect: (id: NodeId) => void;
  /** A node was opened, by double click or Enter: after `onSelect`. */
  readonly onOpen?: ((id: NodeId) => void) | undefined;
  /** The arms on screen beside this one: they get nodes of the same size. */
  readonly peers?: readonly ArmTree[] | undefined;
  /** `auto` is narrow below 400 px. */
  readonly orientation?: Orientation | 'auto' | undefined;
  /** Accessible name; the arm's own where absent. */
  readonly label?: string | undefined;
}

const NARROW_BELOW = 400;
const NO_PEERS: readonly ArmTree[] = [];
/** Least height, in CSS pixels, of what shows a part of a large tree. */
const LEAST_WINDOW = 480;
const UNKNOWN_SIZE = { width: 480, height: 480 };

/** One arm as a tree, from root to winner: React draws it, D3 zooms and pans it. */
export function SamplingTreeView(props: SamplingTreeViewProps) {
  const { arm, plan, domain, selectedId, onSelect, onOpen, peers = NO_PEERS } = props;
  const surfaceRef = useRef<SVGSVGElement | null>(null);
  const contentRef = useRef<SVGGElement | null>(null);
  const viewport = useElementSize(surfaceRef) ?? UNKNOWN_SIZE;
  const layout = useTreeLayout(arm, peers, orientationOf(props.orientation, viewport.width));
  const { panZoom, look } = usePanZoom(surfaceRef, contentRef, { viewport, layout });
  const { actions, tabStopId } = useNodeActions({
    ...{ arm, selectedId, onSelect, onOpen },
    reveal: (id) => {
      reveal(id, layout, panZoom.current, actions);
    },
  });
  const scale = useScale(domain);
  const letterWidth = useLetterWidth();
  return (
    <div className={styles.view}>
      <svg
        ref={surfaceRef}
        className={styles.surface}
        // Tall enough to show the whole tree at the width there is; a page may give it more.
        style={{ minHeight: restingHeight(viewport.width, layout) }}
        role="group"
        aria-label={props.label ?? `Sampling tree of ${armLabel(arm.arm)}`}
        aria-roledescription="tree drawing"
        data-arm={arm.arm.id}
        onKeyDown={(event) => {
          zoomByKey(event, panZoom.current);
        }}
      >
        <g ref={contentRef}>
          <TreeScene
            {...{ arm, plan, layout, scale, look, letterWidth, selectedId, tabStopId, actions }}
          />
        </g>
      </svg>
      <ZoomButtons panZoom={panZoom} readAt={layout.places.get(selectedId ?? '') ?? null} />
    </div>
  );
}

/** Brings a node into view. One of many may not be drawn by itself: as the tab stop it is, so that it can be focused. */
function reveal(
  id: NodeId,
  layout: TreeLayout,
  panZoom: PanZoom | null,
  { marks }: NodeActions,
): void {
  const place = layout.places.get(id);
  if (place !== undefined) panZoom?.reveal(place.x, place.y);
  if (!hasMany(layout)) return;
  flushSync(() => {
    marks.focused(id);
  });
}

function useScale(domain: RewardDomain | null) {
  const least = domain?.least ?? null;
  const most = domain?.most ?? null;
  return useMemo(
    () => (least === null || most === null ? null : rewardScale({ least, most })),
    [least, most],
  );
}

function orientationOf(asked: Orientation | 'auto' = 'auto', width: number): Orientation {
  if (asked !== 'auto') return asked;
  return width < NARROW_BELOW ? 'narrow' : 'wide';
}

function restingHeight(width: number, layout: TreeLayout): number {
  const scale = Math.min(1.25, width / layout.width);
  const height = Math.ceil(layout.height * scale);
  // Of many nodes the page would be taller than anyone scrolls: such a tree is zoomed into.
  return hasMany(layout) ? Math.min(height, Math.max(0.6 * width, LEAST_WINDOW)) : height;
}

function zoomByKey(event: KeyboardEvent, panZoom: PanZoom | null): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '+' || event.key === '=') panZoom?.zoomBy(ZOOM_STEP);
  else if (event.key === '-') panZoom?.zoomBy(1 / ZOOM_STEP);
  else if (event.key === '0') panZoom?.fit();
}

/**
 * The layout of an arm's plan. It is made again only when the plan or the orientation changes: events replace nodes many
 * times a second, and none of them moves anything.
 */
function useTreeLayout(
  arm: ArmTree,
  peers: readonly ArmTree[],
  orientation: Orientation,
): TreeLayout {
  const [planned, setPlanned] = useState(arm.nodes);
  const isSamePlan = hasSamePlan(planned, arm.nodes);
  if (!isSamePlan) setPlanned(arm.nodes);
  const places = isSamePlan ? planned : arm.nodes;
  const columns = useMemo(
    () => columnsOf([{ nodes: places }, ...peers], orientation),
    [places, peers, orientation],
  );
  const rootLines = ARM_TRAITS[arm.arm.kind].readsPreference ? 2 : 1;
  return useMemo(() => layoutTree({ places, columns, rootLines }), [places, columns, rootLines]);
}

function hasSamePlan(before: readonly TreeNode[], after: readonly TreeNode[]): boolean {
  return (
    before === after ||
    (before.length === after.length && before.every((node, index) => node.id === after[index]?.id))
  );
}

export interface ZoomButtonsProps {
  readonly panZoom: RefObject<PanZoom | null>;
  /** Where the selected node stands; null while there is none. */
  readonly readAt: NodePosition | null;
}

const ZOOM_STEP = 1.6;
/** A node's words stand under it. */
const WORDS_BELOW = 20;

/** What the gestures do, for those who can't or won't make them. */
function ZoomButtons({ panZoom, readAt }: ZoomButtonsProps) {
  const readNode = (): void => {
    if (readAt === null) return;
    panZoom.current?.zoomTo(readAt.x, readAt.y + WORDS_BELOW, WORDS_FROM * 1.3);
  };
  return (
    <div className={styles.buttons} role="group" aria-label="Zoom">
      <button
        type="button"
        aria-label="Zoom out"
        title="Zoom out (−)"
        onClick={() => panZoom.current?.zoomBy(1 / ZOOM_STEP)}
      >
        −
      </button>
      <button
        type="button"
        aria-label="Zoom in"
        title="Zoom in (+); or Ctrl and the wheel"
        onClick={() => panZoom.current?.zoomBy(ZOOM_STEP)}
      >
        +
      </button>
      <button type="button" title="Show the whole tree (0)" onClick={() => panZoom.current?.fit()}>
        Fit
      </button>
      <button
        type="button"
        title="Zoom to the selected node until its words can be read"
        disabled={readAt === null}
        onClick={readNode}
      >
        Read node
      </button>
    </div>
  );
}
