import { memo, type RefObject, useId, useMemo, useRef, useState } from 'react';
import {
  armLabel,
  type ArmTree,
  cutText,
  findNode,
  type NodeId,
  type ResponseAddress,
  textOf,
  type TreeNode,
} from '../../core/index.ts';
import { formatReward, useStableCallback } from '../../ui/index.ts';
import { nodeLabel, standingsOf } from '../layout/node-labels.ts';
import { type RewardDomain, rewardScale, type RewardScale } from '../layout/reward-scale.ts';
import { useLetterWidth } from '../letter-width.ts';
import { useElementSize } from '../use-element-size.ts';
import { ArmPicture, type ArmPictureProps } from './arm-picture.tsx';
import { type PictureFrame, pictureFrame } from './picture-frame.ts';
import { xOfReward } from './place-by-reward.ts';
import { type NodeTip, useNodeTip } from './use-node-tip.ts';
import styles from './picture.module.css';

export interface RewardPictureProps {
  readonly arms: readonly ArmTree[];
  /** Of the axis; null before the first reward where the scorer doesn't say what it usually gives. */
  readonly domain: RewardDomain | null;
  /** What arms are called, by their id, where they are called otherwise than by themselves. */
  readonly labels?: ReadonlyMap<string, string>;
  readonly selected: ResponseAddress | null;
  /** A node was clicked, or opened. */
  readonly onSelect: (node: ResponseAddress) => void;
  /** A node was opened, by double click or Enter: after `onSelect`. */
  readonly onOpen?: (node: ResponseAddress) => void;
}

/** All arms in one picture: to the right is better, everywhere, and on one axis. */
export function RewardPicture(props: RewardPictureProps) {
  const { arms, domain, labels, selected, onSelect, onOpen } = props;
  const ref = useRef<HTMLDivElement | null>(null);
  const frame = useFrame(ref, arms);
  const scale = useScale(domain);
  const letterWidth = useLetterWidth();
  const { tip, handlers } = useNodeTip(ref);
  const tipId = useId();
  const select = useStableCallback(onSelect);
  const open = useStableCallback((node: ResponseAddress) => onOpen?.(node));
  return (
    // The handlers only show what the nodes' own buttons say in other ways.
    <div ref={ref} className={styles.picture} {...handlers}>
      {frame !== null && (
        <>
          {arms.map((arm) => {
            const armId = arm.arm.id;
            return (
              <OneArm
                key={armId}
                {...{ arm, frame, scale, letterWidth, tipId }}
                label={labels?.get(armId) ?? armLabel(arm.arm)}
                selectedId={selected?.armId === armId ? selected.nodeId : null}
                tippedId={tip?.armId === armId ? tip.nodeId : null}
                onSelect={select}
                onOpen={open}
              />
            );
          })}
          <RewardAxis {...{ frame, scale }} />
          <TipOfNode {...{ arms, tip, tipId }} width={frame.width} />
        </>
      )}
      <ChangedAxis domain={domain} />
    </div>
  );
}

interface OneArmProps extends Pick<
  ArmPictureProps,
  'arm' | 'label' | 'frame' | 'scale' | 'letterWidth' | 'selectedId'
> {
  /** The node whose tip is open. */
  readonly tippedId: NodeId | null;
  readonly tipId: string;
  readonly onSelect: (node: ResponseAddress) => void;
  readonly onOpen: (node: ResponseAddress) => void;
}

/** Drawn again only where something of this arm is another: a step of the split leaves the others as they are. */
const OneArm = memo(function OneArm({ tippedId, tipId, onSelect, onOpen, ...drawn }: OneArmProps) {
  const armId = drawn.arm.arm.id;
  return (
    <ArmPicture
      {...drawn}
      tipped={tippedId === null ? null : { armId, nodeId: tippedId, tipId }}
      onSelect={(nodeId) => {
        onSelect({ armId, nodeId });
      }}
      onOpen={(nodeId) => {
        onOpen({ armId, nodeId });
      }}
    />
  );
});

/** Null before the picture is as wide as it is seen: drawn for another width, dots would travel to where they belong. */
function useFrame(
  ref: RefObject<HTMLElement | null>,
  arms: readonly ArmTree[],
): PictureFrame | null {
  const width = useElementSize(ref)?.width ?? null;
  const most = Math.max(1, ...arms.flatMap(({ arm }) => arm.split));
  return useMemo(() => (width === null ? null : pictureFrame(width, [most])), [width, most]);
}

function useScale(domain: RewardDomain | null): RewardScale | null {
  const least = domain?.least ?? null;
  const most = domain?.most ?? null;
  return useMemo(
    () => (least === null || most === null ? null : rewardScale({ least, most })),
    [least, most],
  );
}

/** What a tick's number takes; where ticks stand closer, every other is without. */
const TICK_WORDS = 44;

interface RewardAxisProps {
  readonly frame: PictureFrame;
  readonly scale: RewardScale | null;
}

/** The one axis, which stays in view under however many lanes. */
function RewardAxis({ frame, scale }: RewardAxisProps) {
  const isCrowded = scale !== null && areCrowded(scale, frame);
  const { height, ...nameAt } = axisName(frame);
  return (
    <svg
      className={styles.axis}
      viewBox={`0 0 ${String(frame.width)} ${String(height)}`}
      width={frame.width}
      height={height}
      role="img"
      aria-label={`Axis: reward${rangeOf(scale)}, further right is better`}
    >
      <line
        className={styles.axisLine}
        x1={frame.laneLeft}
        x2={frame.laneRight}
        y1={0.5}
        y2={0.5}
      />
      {scale?.ticks.map((tick, place) => {
        const x = xOfReward(tick, scale, frame);
        return (
          <g key={tick} transform={`translate(${String(x)},0)`}>
            <line className={styles.axisLine} y2={5} />
            {isCrowded && place % 2 === 1 ? null : (
              <text y={17} textAnchor="middle">
                {formatReward(tick)}
              </text>
            )}
          </g>
        );
      })}
      <text {...nameAt} textAnchor="end">
        reward, better →
      </text>
    </svg>
  );
}

/** Where the axis has its name, and how high that makes it: where no number can be, among the lanes' labels or in a line of its own. */
function axisName({ laneLabels, laneLeft, laneRight }: PictureFrame) {
  return laneLabels === 'beside'
    ? { x: laneLeft - 8, y: 17, height: 26 }
    : { x: laneRight, y: 31, height: 36 };
}

/** Whether ticks stand so close that not each of them can have its number. */
function areCrowded(scale: RewardScale, frame: PictureFrame): boolean {
  const [first = 0, second = Infinity] = scale.ticks.map((tick) => xOfReward(tick, scale, frame));
  return second - first < TICK_WORDS;
}

function rangeOf(scale: RewardScale | null): string {
  if (scale === null) return '';
  return ` from ${formatReward(scale.domain.least)} to ${formatReward(scale.domain.most)}`;
}

/** Says to those who don't see it that the axis has changed; nothing of its first numbers. */
function ChangedAxis({ domain }: { readonly domain: RewardDomain | null }) {
  const [told, setTold] = useState<{
    readonly domain: RewardDomain | null;
    readonly words: string;
  }>({ domain, words: '' });
  const isSame = told.domain?.least === domain?.least && told.domain?.most === domain?.most;
  if (!isSame) {
    const words =
      told.domain === null || domain === null
        ? ''
        : `The reward axis now runs from ${formatReward(domain.least)} to ${formatReward(domain.most)}.`;
    setTold({ domain, words });
  }
  return (
    <p className={styles.unseen} role="status">
      {told.words}
    </p>
  );
}

interface TipOfNodeProps {
  readonly arms: readonly ArmTree[];
  readonly tip: NodeTip | null;
  readonly tipId: string;
  /** Of the picture. */
  readonly width: number;
}

const TIP_WIDTH = 320;
const TIP_TEXT = 420;

/** A node's name, its reward and its first lines. */
function TipOfNode({ arms, tip, tipId, width }: TipOfNodeProps) {
  const arm = arms.find(({ arm: { id } }) => id === tip?.armId);
  const node = arm && findNode(arm, tip?.nodeId ?? null);
  const standing = arm && node ? standingsOf(arm).get(node.id) : undefined;
  if (tip === null || !arm || !node || !standing) return null;
  const room = Math.min(TIP_WIDTH, width);
  const left = Math.max(0, Math.min(width - room, tip.x - room / 2));
  const words = wordsOf(node);
  return (
    <div
      id={tipId}
      className={styles.tip}
      role="tooltip"
      data-tip
      style={{
        left,
        width: room,
        ...(tip.isAbove ? { top: tip.top, transform: 'translateY(-100%)' } : { top: tip.bottom }),
      }}
    >
      <p className={styles.tipName}>{nodeLabel(arm, node, standing)}</p>
      {words === '' ? null : (
        <p className={styles.tipWords} dir="auto">
          {words}
        </p>
      )}
    </div>
  );
}

function wordsOf(node: TreeNode): string {
  if (node.progress.status === 'failed') return node.progress.failure.message;
  return cutText(textOf(node).trim(), TIP_TEXT);
}
