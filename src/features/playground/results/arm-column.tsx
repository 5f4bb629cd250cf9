import {
  accountsOf,
  armLabel,
  ARM_TRAITS,
  type ArmTree,
  type NodeId,
  type RunPlan,
} from '../../../core/index.ts';
import { formatCount, formatSeconds } from '../../../ui/index.ts';
import {
  RewardStrip,
  SamplingTreeView,
  TreeOutline,
  type RewardDomain,
} from '../../../viz/index.ts';
import styles from './results.module.css';

export interface ArmColumnProps {
  readonly arm: ArmTree;
  readonly peers: readonly ArmTree[];
  readonly plan: RunPlan;
  readonly domain: RewardDomain | null;
  readonly selectedId: NodeId | null;
  readonly onSelect: (nodeId: NodeId) => void;
}

/** One arm: its tree, its rewards in the order sampled, and what it cost. */
export function ArmColumn({ arm, peers, plan, domain, selectedId, onSelect }: ArmColumnProps) {
  return (
    <section className={styles.arm} aria-label={armLabel(arm.arm)}>
      <div>
        <h3>{armLabel(arm.arm)}</h3>
        <p className={styles.note}>{ARM_TRAITS[arm.arm.kind].summary}</p>
      </div>
      <SamplingTreeView {...{ arm, peers, plan, domain, selectedId, onSelect }} />
      <RewardStrip {...{ arm, domain, selectedId, onSelect }} />
      {arm.status !== 'planned' && <p className={styles.cost}>{costSentence(arm)}</p>}
      <details className={styles.note}>
        <summary>The tree as a list</summary>
        <TreeOutline {...{ arm, selectedId, onSelect }} />
      </details>
    </section>
  );
}

function costSentence(arm: ArmTree): string {
  const { responses, feedbacks, promptTokens, completionTokens, seconds } = accountsOf(arm);
  const feedback = feedbacks === 0 ? [] : [`${String(feedbacks)} feedback`];
  return [
    `${String(responses)} responses`,
    ...feedback,
    `${formatCount(promptTokens + completionTokens)} tokens`,
    formatSeconds(seconds),
  ].join(' · ');
}
