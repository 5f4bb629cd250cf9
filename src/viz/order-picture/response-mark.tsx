import { memo } from 'react';
import { type Arm, rewardOf, textOf, type TreeNode } from '../../core/index.ts';
import { nodeLabel, type NodeStanding } from '../layout/node-labels.ts';
import type { RewardScale } from '../layout/reward-scale.ts';
import { NODE_RADIUS, type NodePosition } from './place-by-order.ts';
import { firstWords, lastWords } from '../layout/wrap-words.ts';
import { NodeShape } from '../marks/node-shape.tsx';
import type { NodeActions } from '../use-node-actions.ts';
import { NodeButton } from './node-button.tsx';
import { GainTick, NodeCaption, OutsideBrackets, RemarkBadge } from './node-signs.tsx';
import type { Detail } from './pan-zoom.ts';
import styles from './tree-scene.module.css';

export interface ResponseMarkProps extends NodeStanding {
  readonly node: TreeNode;
  readonly place: NodePosition;
  readonly arm: Arm;
  readonly scale: RewardScale | null;
  readonly detail: Detail;
  /** Average advance of a letter, in em. */
  readonly letterWidth: number;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly actions: NodeActions;
}

/** Size of a node's words in the drawing's units: readable from the scale at which they are shown. */
const WORD_SIZE = 4.2;
const WORD_LEADING = 5.4;
const WORD_LINES = 4;

/** A draft or refinement. Drawn again only when its own node object or standing changes. */
export const ResponseMark = memo(function ResponseMark(props: ResponseMarkProps) {
  const { node, place, isAnchor, isOtherAnchor, isWinner, gain, scale, detail } = props;
  const reward = rewardOf(node);
  const frameWidth = detail === 'words' ? place.cell - 1 : 62;
  return (
    <NodeButton {...props} label={nodeLabel(props, node, props)} x={place.x} y={place.y}>
      <rect className={styles.hit} x={-30} y={-30} width={60} height={74} />
      <rect
        className={styles.frame}
        x={-frameWidth / 2}
        y={-31}
        width={frameWidth}
        height={detail === 'words' ? 94 : 78}
        rx={6}
      />
      <g data-node={node.id} data-radius={NODE_RADIUS}>
        {node.inBudget ? null : <OutsideBrackets />}
        <NodeShape
          radius={NODE_RADIUS}
          status={node.progress.status}
          isWinner={isWinner}
          level={reward === null || scale === null ? null : scale.level(reward)}
          colour={reward === null || scale === null ? null : scale.colour(reward)}
        />
        {isAnchor ? <circle className={styles.anchorRing} r={NODE_RADIUS + 4} /> : null}
        {isOtherAnchor ? <circle className={styles.otherAnchorRing} r={NODE_RADIUS + 4} /> : null}
        {gain === null ? null : (
          <GainTick gain={gain} showsNumber={detail === 'gain' || detail === 'words'} />
        )}
        <RemarkBadge node={node} />
        {detail === 'shape' ? null : <NodeCaption {...props} />}
        {detail === 'words' ? (
          <NodeWords node={node} cell={place.cell} letterWidth={props.letterWidth} />
        ) : null}
      </g>
    </NodeButton>
  );
});

interface NodeWordsProps {
  readonly node: TreeNode;
  readonly cell: number;
  readonly letterWidth: number;
}

function NodeWords({ node, cell, letterWidth }: NodeWordsProps) {
  const columns = Math.floor((cell - 5) / (WORD_SIZE * letterWidth));
  const room = { columns, lines: WORD_LINES };
  const fitted = node.progress.status === 'writing' ? lastWords : firstWords;
  return (
    <text className={styles.words} fontSize={WORD_SIZE}>
      {fitted(textOf(node), room).map((line, index) => (
        <tspan key={index} x={0} y={NODE_RADIUS + 26 + index * WORD_LEADING}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
