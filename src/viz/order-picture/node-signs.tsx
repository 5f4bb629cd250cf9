import { repeatsAnchor, rewardOf, type TreeNode } from '../../core/index.ts';
import { formatGain, formatReward } from '../../ui/index.ts';
import { NODE_RADIUS } from './place-by-order.ts';
import styles from './tree-scene.module.css';

/** The upward tick of an improving pair, on the edge that leads into the refinement. */
export function GainTick({
  gain,
  showsNumber,
}: {
  readonly gain: number;
  readonly showsNumber: boolean;
}) {
  return (
    <g transform={`translate(0,${String(-NODE_RADIUS - 9)})`}>
      <path className={styles.tick} d="M-5,4L0,-5L5,4Z" />
      {showsNumber ? (
        <text className={styles.gain} x={8} y={3}>
          {formatGain(gain)}
        </text>
      ) : null}
    </g>
  );
}

/** A badge for responses that ended in an unusual way: `//` cut off at max tokens, `=` a repeated anchor. */
export function RemarkBadge({ node }: { readonly node: TreeNode }) {
  const sign = repeatsAnchor(node) ? '=' : isCutOff(node) ? '//' : null;
  if (sign === null) return null;
  return (
    <g transform="translate(14,12)">
      <RemarkSign sign={sign} />
    </g>
  );
}

/** Whether it ended at the limit of tokens. */
export function isCutOff({ progress }: TreeNode): boolean {
  return progress.status === 'finished' && progress.remarks.includes('cut-off');
}

/** The badge itself, around the origin. */
export function RemarkSign({ sign }: { readonly sign: '=' | '//' }) {
  return (
    <>
      <circle className={styles.badge} r={7} />
      <text className={styles.badgeSign} y={3.2}>
        {sign}
      </text>
    </>
  );
}

/** Brackets around what doesn't count towards N. */
export function OutsideBrackets() {
  return <path className={styles.outside} d="M-22,-20Q-32,0 -22,20M22,-20Q32,0 22,20" />;
}

export interface NodeCaptionProps {
  readonly node: TreeNode;
  readonly isAnchor: boolean;
  readonly isRejected: boolean;
  readonly isOtherAnchor: boolean;
  readonly isWinner: boolean;
}

/** Under a node: its reward, or the word for what happened instead, and what it became. */
export function NodeCaption(props: NodeCaptionProps) {
  const { node, isAnchor, isRejected, isOtherAnchor, isWinner } = props;
  const reward = rewardOf(node);
  const standing = [isWinner && 'winner', isAnchor && 'anchor', isRejected && 'rejected'].filter(
    Boolean,
  );
  // On a line of its own: beside “winner” it would run into the next node's words.
  const roles = [standing.join(' · '), isOtherAnchor ? 'would be anchor' : ''].filter(Boolean);
  return (
    <text className={styles.caption} y={NODE_RADIUS + 6}>
      <tspan className={reward === null ? styles.word : styles.reward} x={0} dy="0.85em">
        {reward === null ? stateWord(node) : formatReward(reward)}
      </tspan>
      {roles.map((role) => (
        <tspan key={role} className={styles.role} x={0} dy="1.15em">
          {role}
        </tspan>
      ))}
    </text>
  );
}

/** The word for a response without a reward; none while it is planned or on its way. */
function stateWord({ progress, scoring }: TreeNode): string {
  if (progress.status === 'failed' || progress.status === 'stopped') return progress.status;
  if (progress.status !== 'finished') return '';
  if (progress.remarks.includes('empty')) return 'empty';
  return scoring.status === 'failed' ? 'no reward' : '';
}
