import { findNode, type NodeId, nodeName, rewardOf, textOf } from '../../core/index.ts';
import { formatReward, Note, Region, ShownText } from '../../ui/index.ts';
import type { BesideArm, Pair } from './beside-arms.ts';
import styles from './beside.module.css';

export interface BesideTextsProps {
  readonly pairs: readonly Pair[];
  /** The responses that a person opened, by their arm's id; the winner's stands for every other. */
  readonly opened: ReadonlyMap<string, NodeId>;
}

/** The winners' texts beside each other, strategy by strategy; a response that is chosen in the picture takes its arm's place. */
export function BesideTexts({ pairs, opened }: BesideTextsProps) {
  return (
    <Region name="Texts">
      <Note>Each arm’s winner, or the response that you choose in the picture.</Note>
      {pairs.map(({ kind, one, other }) => (
        <div key={kind} className={styles.texts}>
          {[one, other].map((each, place) =>
            each === null ? (
              <Note key={place}>The other run has no such arm.</Note>
            ) : (
              <OneText key={place} of={each} nodeId={opened.get(each.arm.arm.id) ?? null} />
            ),
          )}
        </div>
      ))}
    </Region>
  );
}

interface OneTextProps {
  readonly of: BesideArm;
  /** Null for the winner. */
  readonly nodeId: NodeId | null;
}

function OneText({ of: { arm, label }, nodeId }: OneTextProps) {
  const node = findNode(arm, nodeId ?? arm.winnerId);
  const reward = node === null ? null : rewardOf(node);
  const isWinner = node !== null && node.id === arm.winnerId;
  return (
    <article className={styles.text} aria-label={label}>
      <h3>{label}</h3>
      {node === null ? (
        <Note>No response has a reward, so there is no winner.</Note>
      ) : (
        <>
          <Note>
            {nodeName(node, arm)}
            {isWinner && ', winner'}
            {reward !== null && `, ${formatReward(reward)}`}
          </Note>
          <ShownText text={textOf(node)} name={`${nodeName(node, arm)} of ${label}`} />
        </>
      )}
    </article>
  );
}
