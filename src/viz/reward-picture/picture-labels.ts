/** The words beside an anchor and a winner, placed so that they cover neither each other nor, where there is room, a dot. */
import { type ArmTree, findNode, type NodeId, rewardOf, type TreeNode } from '../../core/index.ts';
import { formatGain, formatReward } from '../../ui/index.ts';
import { type NodeStanding, standingsOf } from '../layout/node-labels.ts';
import { LETTER, laneLabel, widthOfLaneLabel } from './lane-labels.ts';
import { bracketReach, STAR_SIZE, type PictureFrame } from './picture-frame.ts';
import type { DotPlace } from './place-by-reward.ts';
import type { LaneLayer, LanePlan } from './plan-lanes.ts';

export interface PictureLabel {
  readonly id: NodeId;
  /** Said in bold: “0.86 winner”. */
  readonly strong: string;
  /** Said after it: “ · +1.04 over its anchor”; empty where there is nothing to add. */
  readonly soft: string;
  readonly left: number;
  /** Middle of its line. */
  readonly y: number;
  readonly width: number;
}

const LABEL_HEIGHT = 16;
const BESIDE = 6;
/** A lane that is narrower has no room for an anchor’s words beside all of a winner’s. */
const ROOM_FOR_TWO = 344;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface LabelWords {
  readonly id: NodeId;
  readonly strong: string;
  readonly soft: string;
  /** The same, shorter, for where the whole has no room beside its dot. */
  readonly shortSoft: string;
  readonly isAnchor: boolean;
  /** Whether its dot stands in brackets: outside the budget. */
  readonly isBracketed: boolean;
}

/** The labels of an arm. */
export function pictureLabels(
  arm: ArmTree,
  plan: LanePlan,
  frame: PictureFrame,
  places: ReadonlyMap<NodeId, DotPlace>,
): readonly PictureLabel[] {
  const standings = standingsOf(arm);
  const isTight = frame.laneRight - frame.laneLeft < ROOM_FOR_TWO;
  // The winner first: it has the most words, and the others make room for it.
  const named = [...new Set([arm.winnerId, ...arm.anchors, ...arm.rejected])].flatMap(
    (id): LabelWords[] => {
      const node = findNode(arm, id);
      const standing = id === null ? undefined : standings.get(id);
      const words = node && standing ? wordsOf(node, standing, isTight) : null;
      return node === null || words === null ? [] : [{ id: node.id, ...words }];
    },
  );
  return plan.layers.flatMap((layer) => {
    const labels: PictureLabel[] = [];
    const ownLabel =
      frame.laneLabels === 'foot' ? widthOfLaneLabel(laneLabel(arm, layer)) + BESIDE : 0;
    for (const words of named) {
      const isHere = layer.responses.includes(words.id);
      if (!isHere || places.get(words.id)?.isWaiting !== false) continue;
      labels.push(placed(words, { layer, frame, places, labels, ownLabel }));
    }
    return labels;
  });
}

function wordsOf(
  node: TreeNode,
  { isAnchor, isRejected, isWinner, gain }: NodeStanding,
  isTight: boolean,
): Omit<LabelWords, 'id'> | null {
  const reward = rewardOf(node);
  const names = [isWinner && 'winner', isAnchor && 'anchor', isRejected && 'rejected']
    .filter(Boolean)
    .join(' · ');
  if (reward === null || names === '') return null;
  const shortSoft = isWinner && gain !== null ? ` · ${formatGain(gain)}` : '';
  const soft = isTight || shortSoft === '' ? shortSoft : `${shortSoft} over its anchor`;
  return {
    strong: `${formatReward(reward)} ${names}`,
    soft,
    shortSoft,
    isAnchor,
    isBracketed: !node.inBudget,
  };
}

interface LabelRoom {
  readonly layer: LaneLayer;
  readonly frame: PictureFrame;
  readonly places: ReadonlyMap<NodeId, DotPlace>;
  /** Those placed already. */
  readonly labels: readonly PictureLabel[];
  /** How much of the lane's foot its own label takes. */
  readonly ownLabel: number;
}

/** All of it beside its dot, or less, else all at the lane's foot, where no dots are. */
function placed(words: LabelWords, room: LabelRoom): PictureLabel {
  const short = { ...words, soft: words.shortSoft };
  const label =
    besideDot(words, room, false) ?? besideDot(short, room, false) ?? besideDot(words, room, true);
  if (label !== null) return label;
  const width = widthOf(words);
  const x = room.places.get(words.id)?.x ?? room.frame.axisLeft;
  return { ...words, width, ...atTheFoot(width, x, room) };
}

/** Right or left of its dot, or where it may also stand under it; null where there is no room. */
function besideDot(
  words: LabelWords,
  room: LabelRoom,
  mayStandUnder: boolean,
): PictureLabel | null {
  const { layer, frame, places, labels, ownLabel } = room;
  const width = widthOf(words);
  const dot = places.get(words.id) ?? { x: frame.axisLeft, y: layer.lane.firstRow };
  const beside = reachOf(words, frame) + BESIDE;
  const rightOf = dot.x + beside;
  const leftOf = dot.x - beside - width;
  const foot = layer.lane.labelRow;
  const least = frame.laneLeft + 2;
  const most = frame.laneRight - 2;
  const below = {
    left: Math.max(least, Math.min(most - width, dot.x - width / 2)),
    y: dot.y + beside + LABEL_HEIGHT / 2,
  };
  const under = [
    // Not where an anchor's way into its note passes.
    ...(words.isAnchor || below.y > foot ? [] : [below]),
    { left: dot.x + BESIDE, y: foot },
    { left: dot.x - BESIDE - width, y: foot },
  ];
  const candidates = [
    { left: rightOf, y: dot.y },
    { left: leftOf, y: dot.y },
    ...(mayStandUnder ? under : []),
  ];
  const taken = [
    ...layer.responses.filter((id) => id !== words.id).flatMap((id) => dotBox(id, room)),
    ...labels.map(boxOf),
    boxOf({ left: frame.laneLeft, width: ownLabel, y: foot }),
  ];
  const free = candidates.find((candidate) => {
    const box = boxOf({ ...candidate, width });
    return box.left >= least && box.right <= most && !taken.some((other) => overlap(box, other));
  });
  return free === undefined ? null : { ...words, width, ...free };
}

/** How far a dot may be drawn from its centre, with what stands around it. */
function reachOf({ isBracketed }: LabelWords, { radius }: PictureFrame): number {
  return Math.max(radius * STAR_SIZE, isBracketed ? bracketReach(radius) : 0);
}

/** Within the lane, moved along its foot until it covers no other label. */
function atTheFoot(width: number, x: number, { layer, frame, labels, ownLabel }: LabelRoom) {
  const y = layer.lane.labelRow;
  const inside = (left: number): number =>
    Math.max(frame.laneLeft + ownLabel + 2, Math.min(frame.laneRight - 2 - width, left));
  const starts = [
    inside(x + BESIDE),
    inside(x - BESIDE - width),
    ...labels.flatMap(({ left, width: other }) => [
      inside(left - width - BESIDE),
      inside(left + other + BESIDE),
    ]),
  ];
  const left =
    starts.find((start) => {
      const box = boxOf({ left: start, width, y });
      return !labels.some((label) => overlap(box, boxOf(label)));
    }) ?? inside(x + BESIDE);
  return { left, y };
}

function widthOf({ strong, soft }: LabelWords): number {
  return strong.length * LETTER.strong + soft.length * LETTER.soft;
}

function dotBox(id: NodeId, { places, frame }: LabelRoom): readonly Box[] {
  const dot = places.get(id);
  if (dot === undefined) return [];
  const { radius } = frame;
  return [
    { left: dot.x - radius, right: dot.x + radius, top: dot.y - radius, bottom: dot.y + radius },
  ];
}

/** The box of a label. */
export function boxOf({ left, width, y }: Pick<PictureLabel, 'left' | 'width' | 'y'>): Box {
  return {
    left,
    right: left + width,
    top: y - LABEL_HEIGHT / 2,
    bottom: y + LABEL_HEIGHT / 2,
  };
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
