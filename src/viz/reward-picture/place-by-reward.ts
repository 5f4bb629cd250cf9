import { type ArmTree, findNode, type NodeId, rewardOf } from '../../core/index.ts';
import type { RewardScale } from '../layout/reward-scale.ts';
import { CHIP, type LaneLayer, type LanePlan } from './plan-lanes.ts';
import { DOT_GAP, type PictureFrame } from './picture-frame.ts';
import { swarm } from './swarm.ts';

export interface DotPlace {
  readonly x: number;
  readonly y: number;
  /** Whether it has no reward and waits in the order sampled, left of the axis. */
  readonly isWaiting: boolean;
}

/** The chip that drafts hang from. */
const CHIP_LEFT = 8;

/** Where a reward stands. */
export function xOfReward(reward: number, scale: RewardScale, frame: PictureFrame): number {
  return frame.axisLeft + scale.level(reward) * (frame.axisRight - frame.axisLeft);
}

/**
 * Where each response of an arm stands: at its reward, dodging those sampled before it, or waiting for it. Its lane is the
 * plan's; nothing but a reward moves it.
 */
export function placeByReward(
  arm: ArmTree,
  plan: LanePlan,
  frame: PictureFrame,
  scale: RewardScale | null,
): ReadonlyMap<NodeId, DotPlace> {
  return new Map(plan.layers.flatMap((layer) => placesOf(arm, layer, frame, scale)));
}

function placesOf(
  arm: ArmTree,
  layer: LaneLayer,
  frame: PictureFrame,
  scale: RewardScale | null,
): readonly (readonly [NodeId, DotPlace])[] {
  const scored = layer.responses.flatMap((id) => {
    const node = findNode(arm, id);
    const reward = node === null ? null : rewardOf(node);
    return reward === null || scale === null ? [] : [{ id, x: xOfReward(reward, scale, frame) }];
  });
  const { firstRow, lastRow } = layer.lane;
  const apart = 2 * frame.radius + DOT_GAP;
  const heights = swarm(scored, { apart, top: firstRow, bottom: lastRow });
  const atReward = new Map(
    scored.map(({ id, x }, index) => [id, { x, y: heights[index] ?? firstRow, isWaiting: false }]),
  );
  return layer.responses.map((id, index) => [
    id,
    atReward.get(id) ?? waitingPlace(index, layer, frame),
  ]);
}

/** Waiting responses fill the lane's left edge column by column; where many wait, the columns overlap. */
function waitingPlace(index: number, layer: LaneLayer, frame: PictureFrame): DotPlace {
  const { rows, firstRow } = layer.lane;
  const { radius } = frame;
  const columns = Math.ceil(layer.responses.length / rows);
  const first = frame.laneLeft + radius + 5;
  const last = frame.axisLeft - 2 * radius - 6;
  const step = 2 * radius + DOT_GAP;
  const pitch = columns < 2 ? 0 : Math.min(step, Math.max(0, last - first) / (columns - 1));
  return {
    x: first + Math.floor(index / rows) * pitch,
    y: firstRow + (index % rows) * step,
    isWaiting: true,
  };
}

/** The box of the root's chip, its letters inside. */
export function chipBox(plan: LanePlan, frame: PictureFrame, letters: number) {
  const top = (plan.layers[0]?.lane.top ?? 0) + CHIP.inset;
  const width = 14 + letters * 8;
  return { left: frame.laneLeft + CHIP_LEFT, top, width, height: CHIP.height };
}

export type ChipBox = ReturnType<typeof chipBox>;
