import {
  accountsOf,
  ARM_TRAITS,
  armLabel,
  type ArmTree,
  type NodeId,
  type RunPlan,
} from '../../../core/index.ts';
import { Folded, formatCount, formatSeconds, Note } from '../../../ui/index.ts';
import { type RewardDomain, TreeOutline } from '../../../viz/index.ts';
import { RewardLegend, RewardStrip, SamplingTreeView } from '../../../viz/order-charts.ts';
import type { SelectedNode } from '../selected-node.ts';
import styles from './results.module.css';

export interface OrderLayoutProps {
  readonly arms: readonly ArmTree[];
  readonly plan: RunPlan;
  readonly domain: RewardDomain | null;
  readonly selected: SelectedNode | null;
  readonly onSelect: (selected: SelectedNode) => void;
}

/** The arms side by side, each a tree in the order sampled. */
export function OrderLayout({ arms, plan, domain, selected, onSelect }: OrderLayoutProps) {
  return (
    <>
      <RewardLegend arms={arms} domain={domain} />
      <div className={styles.arms}>
        {arms.map((arm) => (
          <ArmColumn
            key={arm.arm.id}
            arm={arm}
            peers={arms}
            plan={plan}
            domain={domain}
            selectedId={selected?.armId === arm.arm.id ? selected.nodeId : null}
            onSelect={(nodeId) => {
              onSelect({ armId: arm.arm.id, nodeId });
            }}
          />
        ))}
      </div>
    </>
  );
}

interface ArmColumnProps {
  readonly arm: ArmTree;
  readonly peers: readonly ArmTree[];
  readonly plan: RunPlan;
  readonly domain: RewardDomain | null;
  readonly selectedId: NodeId | null;
  readonly onSelect: (nodeId: NodeId) => void;
}

/** One arm: its tree, its rewards in the order sampled, and what it cost. */
function ArmColumn({ arm, peers, plan, domain, selectedId, onSelect }: ArmColumnProps) {
  return (
    <section className={styles.arm} aria-label={armLabel(arm.arm)}>
      <div>
        <h3>{armLabel(arm.arm)}</h3>
        <Note>{ARM_TRAITS[arm.arm.kind].summary}</Note>
      </div>
      <SamplingTreeView {...{ arm, peers, plan, domain, selectedId, onSelect }} />
      <RewardStrip {...{ arm, domain, selectedId, onSelect }} />
      {arm.status !== 'planned' && <p className={styles.cost}>{costSentence(arm)}</p>}
      <Folded summary="The tree as a list" className={styles.outline}>
        <TreeOutline {...{ arm, selectedId, onSelect }} />
      </Folded>
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
