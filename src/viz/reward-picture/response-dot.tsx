import { memo } from 'react';
import { rewardOf, type TreeNode } from '../../core/index.ts';
import { RovingMark } from '../../ui/index.ts';
import type { NodeStanding } from '../layout/node-labels.ts';
import { isFurtherLeft, type RewardScale } from '../layout/reward-scale.ts';
import { svg } from '../layout/svg-shapes.ts';
import { NodeShape } from '../marks/node-shape.tsx';
import type { NodeActions } from '../use-node-actions.ts';
import { BRACKETS_OFF } from './picture-frame.ts';
import styles from './picture.module.css';

/** What a dot and a note have in common. */
export interface PictureMarkProps {
  readonly node: TreeNode;
  readonly label: string;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  /** Id of the tip that is open for it. */
  readonly tipId: string | undefined;
  readonly actions: NodeActions;
}

export interface ResponseDotProps extends PictureMarkProps, NodeStanding {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly scale: RewardScale | null;
}

/** A pointer finds even the smallest dot. */
const LEAST_HIT = 12;

/** A draft or a refinement, at its reward. Drawn again only when its node object, standing or place changes. */
export const ResponseDot = memo(function ResponseDot(props: ResponseDotProps) {
  const { node, x, y, radius, scale, isWinner, actions } = props;
  const reward = rewardOf(node);
  return (
    <RovingMark
      className={`${styles.node ?? ''} ${styles.travels ?? ''}`}
      style={{ transform: svg`translate(${x}px,${y}px)` }}
      id={node.id}
      group={actions.marks}
      isTabStop={props.isTabStop}
      name={props.label}
      hasTip
      aria-current={props.isSelected ? 'true' : undefined}
      aria-describedby={props.tipId}
      data-state={node.progress.status}
      onPress={actions.select}
      onOpen={actions.open}
    >
      <g data-node={node.id} data-radius={radius}>
        <circle className={styles.hit} r={Math.max(LEAST_HIT, radius + 3)} />
        {node.inBudget ? null : <Brackets radius={radius} />}
        {isFurtherLeft(node, scale?.domain ?? null) ? <FurtherLeft radius={radius} /> : null}
        <NodeShape
          status={node.progress.status}
          isWinner={isWinner}
          level={1}
          colour={reward === null || scale === null ? null : scale.colour(reward)}
          radius={radius}
        />
        {props.isAnchor ? <circle className={styles.anchorRing} r={radius + 4} /> : null}
        {props.isOtherAnchor ? <circle className={styles.otherAnchorRing} r={radius + 4} /> : null}
        <circle className={styles.frame} r={radius + (props.isAnchor || isWinner ? 9 : 5)} />
      </g>
    </RovingMark>
  );
});

/** Beside a reward that lies further left than the axis shows. */
export function FurtherLeft({ radius }: { readonly radius: number }) {
  return <path className={styles.furtherLeft} d={svg`M${-radius - 4},-5l-6,5l6,5z`} />;
}

/** Around what doesn't count towards N. */
export function Brackets({ radius }: { readonly radius: number }) {
  const [side, height] = [radius + BRACKETS_OFF, radius + 2];
  const one = (x: number): string => svg`M${x},${-height}Q${x * 1.4},0 ${x},${height}`;
  return <path className={styles.brackets} d={`${one(-side)}${one(side)}`} />;
}
