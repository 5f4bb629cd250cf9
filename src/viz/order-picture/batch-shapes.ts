import { group } from 'd3-array';
import { type NodeId, type NodeProgress, rewardOf, type TreeNode } from '../../core/index.ts';
import type { RewardScale } from '../layout/reward-scale.ts';
import { shownLevel, svg } from '../layout/svg-shapes.ts';
import type { LineageEdge } from './lineage-edges.ts';
import { NODE_RADIUS, type TreeLayout } from './place-by-order.ts';

/** Rewards are told apart in so many steps where responses are drawn together. */
const LEVELS = 16;

/** Outlines, or fillings, of many nodes as one path. */
export interface Batch {
  readonly key: string;
  readonly path: string;
}

export interface Outlines extends Batch {
  readonly status: NodeProgress['status'] | 'scored';
}

export interface Fillings extends Batch {
  /** A hex colour. */
  readonly colour: string;
}

/** The outlines of nodes, one path for each state, and what their rewards fill, one path for each step of the scale. */
export function batchNodes(
  nodes: readonly TreeNode[],
  layout: TreeLayout,
  scale: RewardScale | null,
): { readonly outlines: readonly Outlines[]; readonly fillings: readonly Fillings[] } {
  const byStatus = group(nodes, (node): Outlines['status'] =>
    rewardOf(node) === null || scale === null ? node.progress.status : 'scored',
  );
  const outlines = [...byStatus].map(([status, own]) => ({
    ...{ key: status, status },
    path: own.map((node) => outlineOf(node, layout)).join(''),
  }));
  const rewards = nodes.flatMap((node) => {
    const reward = rewardOf(node);
    return reward === null || scale === null ? [] : [{ id: node.id, level: scale.level(reward) }];
  });
  const byStep = group(rewards, ({ level }) => Math.round(level * LEVELS));
  const fillings = [...byStep].flatMap(([step, own]): Fillings[] => {
    if (scale === null) return [];
    const { least, most } = scale.domain;
    return [
      {
        key: String(step),
        colour: scale.colour(least + ((most - least) * step) / LEVELS),
        path: own.map(({ id }) => filledAt(id, step / LEVELS, layout)).join(''),
      },
    ];
  });
  return { outlines, fillings };
}

function outlineOf({ id }: TreeNode, { notes, places }: TreeLayout): string {
  const note = notes.get(id);
  if (note !== undefined) {
    const { x, y, width, height } = note;
    return svg`M${x - width / 2},${y - height / 2}h${width}v${height}h${-width}z`;
  }
  const place = places.get(id);
  return place === undefined ? '' : svg`M${place.x - NODE_RADIUS},${place.y}` + DISC;
}

const DISC = svg`a${NODE_RADIUS},${NODE_RADIUS} 0 1 1 ${2 * NODE_RADIUS},0a${NODE_RADIUS},${NODE_RADIUS} 0 1 1 ${-2 * NODE_RADIUS},0z`;

function filledAt(id: NodeId, level: number, { places }: TreeLayout): string {
  const place = places.get(id);
  if (place === undefined) return '';
  // A whole disc's arc would begin where it ends, and not be drawn.
  const shown = Math.min(shownLevel(level), 0.995);
  const top = NODE_RADIUS - 2 * NODE_RADIUS * shown;
  const chord = Math.sqrt(NODE_RADIUS ** 2 - top ** 2);
  const arc = svg`a${NODE_RADIUS},${NODE_RADIUS} 0 ${shown > 0.5 ? 1 : 0} 0 ${2 * chord},0z`;
  return svg`M${place.x - chord},${place.y + top}${arc}`;
}

/** The edges of one look as one path. */
export interface EdgeBatch extends Pick<LineageEdge, 'weight' | 'isGrown'>, Batch {}

/** One for each weight and growth, in the order of the edges. */
export function batchEdges(edges: readonly LineageEdge[]): readonly EdgeBatch[] {
  const byLook = group(edges, ({ weight, isGrown }) => `${weight} ${isGrown ? 'grown' : 'ahead'}`);
  return [...byLook].flatMap(([key, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const { weight, isGrown } = first;
    return [{ key, weight, isGrown, path: own.map(({ path }) => path).join('') }];
  });
}

/** How far from a node's middle it still is what was meant. */
const REACH = 2.2 * NODE_RADIUS;

/** The node that is drawn nearest to a place; null where none is near. */
export function nodeAt(x: number, y: number, { places, notes }: TreeLayout): NodeId | null {
  let nearest: NodeId | null = null;
  let least = REACH;
  for (const [id, place] of places) {
    const note = notes.get(id);
    const across = Math.max(0, Math.abs(x - place.x) - (note?.width ?? 0) / 2);
    const along = Math.max(0, Math.abs(y - place.y) - (note?.height ?? 0) / 2);
    const distance = Math.hypot(across, along);
    if (distance >= least) continue;
    [nearest, least] = [id, distance];
  }
  return nearest;
}
