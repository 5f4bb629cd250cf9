import { useMemo } from 'react';
import {
  accountsOf,
  ARM_TRAITS,
  armLabel,
  type ArmTree,
  type ControlKind,
  type NodeId,
  type RunHeader,
  type RunPlan,
} from '../../../core/index.ts';
import type { ModelState, RunView } from '../../../runs/index.ts';
import { Badge, formatCount, formatDate, formatSeconds, Region, Note } from '../../../ui/index.ts';
import {
  rewardDomain,
  type RewardDomain,
  RewardLegend,
  RewardStrip,
  SamplingTreeView,
  TreeOutline,
} from '../../../viz/index.ts';
import type { SelectedNode } from '../selected-node.ts';
import { AccountsTable } from './accounts-table.tsx';
import { RunStatus, type RunStatusProps } from './run-status.tsx';
import { WinnerCards } from './winner-cards.tsx';
import styles from './results.module.css';

export interface ResultsPaneProps {
  /** Of the run on screen, or of the next one's plan before it runs. */
  readonly arms: readonly ArmTree[];
  readonly plan: RunPlan;
  /** The run on screen; null before it runs. */
  readonly run: RunHeader | null;
  readonly view: RunView;
  readonly model: ModelState;
  readonly controls: readonly ControlKind[];
  readonly selected: SelectedNode | null;
  readonly onSelect: (selected: SelectedNode) => void;
  readonly actions: RunStatusProps['actions'];
}

/** The arms side by side, then winners and costs. */
export function ResultsPane(props: ResultsPaneProps) {
  const { arms, plan, run, view, controls, selected, onSelect } = props;
  const domain = useMemo(() => rewardDomain(arms), [arms]);
  return (
    <>
      <div className={styles.head}>
        {run === null ? <Introduction /> : <RunTitle run={run} live={view.live} />}
        <RunStatus {...props} />
      </div>
      <Region name="Sampling tree">
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
      </Region>
      {run !== null && (
        <>
          <WinnerCards {...{ arms, controls, seed: plan.seed, onSelect }} />
          <AccountsTable arms={arms} />
        </>
      )}
    </>
  );
}

/** The method in a few sentences, before there is a run to look at. */
function Introduction() {
  return (
    <p className={styles.introduction}>
      <b>Preference-Guided Reflective Sampling.</b> A language model in your browser writes N0
      drafts, a scorer finds the best, the model writes feedback on it and then N1 refinements; the
      best of all wins. Beside it, Rand: as many answers to the prompt alone, without preference or
      feedback. PRand shows what stating the preference does by itself.
    </p>
  );
}

interface RunTitleProps {
  readonly run: RunHeader;
  readonly live: boolean;
}

/** What the run is called, and what wrote and scored it. */
function RunTitle({ run, live }: RunTitleProps) {
  const { name, policy, rewardModel, plan, createdAt } = run;
  return (
    <div>
      <div className={styles.title}>
        <h2>{name}</h2>
        <Badge>{live ? 'live' : 'recorded'}</Badge>
      </div>
      <Note>
        Written by {policy.name} ({policy.engine}, {policy.device}) · scored by {rewardModel.name},
        version {rewardModel.version} · seed {plan.seed} · {formatDate(createdAt)}
      </Note>
    </div>
  );
}

export interface ArmColumnProps {
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
      <details className={styles.outline}>
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
