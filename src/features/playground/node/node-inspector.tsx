import {
  findNode,
  nodeName,
  textOf,
  type ArmTree,
  type RewardModelDescription,
  type RunHeader,
  type TreeNode,
} from '../../../core/index.ts';
import { armLabel, feedbackReadBy } from '../../../core/index.ts';
import { Badge, Region, TabSet, type TabItem } from '../../../ui/index.ts';
import { CallDetails } from './call-details.tsx';
import { FactorPanel } from './factor-panel.tsx';
import { NodeReward } from './node-reward.tsx';
import { remarksOf } from './remarks.ts';
import { SentMessages } from './sent-messages.tsx';
import { TextChanges } from './text-changes.tsx';
import styles from './node.module.css';

export interface NodeInspectorProps {
  readonly arm: ArmTree;
  readonly node: TreeNode;
  readonly run: RunHeader;
  /** Whose rewards are shown; the run's own scorer where null. */
  readonly scorer: RewardModelDescription | null;
}

/** One node in full: what it says, how good, why that good, what was asked, what it cost. */
export function NodeInspector({ arm, node, run, scorer }: NodeInspectorProps) {
  return (
    <Region name="Node" aside={<Badge>{armLabel(arm.arm)}</Badge>}>
      <div className={styles.head}>
        <h3 className={styles.title}>{nodeName(node, arm)}</h3>
        {remarksOf(node, arm).map((remark) => (
          <Badge key={remark}>{remark}</Badge>
        ))}
      </div>
      <TabSet key={node.id} label="Views of the node" tabs={viewsOf(arm, node)} />
      {node.kind !== 'feedback' && (
        <NodeReward node={node} rewardModel={scorer ?? run.rewardModel} />
      )}
      <FactorPanel arm={arm} nodeId={node.id} logProbabilityOf={run.policy.logProbabilityOf} />
      <CallDetails node={node} policy={run.policy} />
    </Region>
  );
}

function viewsOf(arm: ArmTree, node: TreeNode): TabItem[] {
  const messages = 'messages' in node.progress ? (node.progress.messages ?? []) : [];
  const anchor = node.kind === 'refinement' ? findNode(arm, arm.anchors[node.layer] ?? null) : null;
  return [
    { name: 'Text', content: <NodeText node={node} /> },
    ...(anchor === null
      ? []
      : [{ name: 'Changes', content: <Changes arm={arm} node={node} anchor={anchor} /> }]),
    { name: 'Prompt sent', content: <Asked messages={messages} /> },
  ];
}

function NodeText({ node }: { readonly node: TreeNode }) {
  const { progress } = node;
  const text = textOf(node);
  return (
    <>
      {text.trim() !== '' && <p className={styles.text}>{text}</p>}
      {progress.status === 'planned' && <p className={styles.note}>Not written yet.</p>}
      {progress.status === 'writing' && <p className={styles.note}>Being written …</p>}
      {progress.status === 'finished' && text.trim() === '' && (
        <p className={styles.note}>
          The model wrote nothing. The response counts towards N, is not scored and can’t win.
        </p>
      )}
      {progress.status === 'stopped' && (
        <p className={styles.note}>Stopped while it was being written.</p>
      )}
      {progress.status === 'failed' && (
        <p className={styles.problem}>Failed: {progress.failure.message}</p>
      )}
    </>
  );
}

interface ChangesProps {
  readonly arm: ArmTree;
  readonly node: TreeNode;
  readonly anchor: TreeNode;
}

function Changes({ arm, node, anchor }: ChangesProps) {
  const feedback = feedbackReadBy(arm, node);
  return (
    <>
      <p className={styles.note}>
        Against its anchor, {nodeName(anchor, arm)}: <ins>put in</ins>, <del>taken out</del>.
      </p>
      <TextChanges before={textOf(anchor)} after={textOf(node)} />
      <h4>Because of this feedback</h4>
      {feedback === null ? (
        <p className={styles.note}>None: this refinement was asked for without feedback.</p>
      ) : (
        <blockquote className={styles.text}>{textOf(feedback)}</blockquote>
      )}
    </>
  );
}

function Asked({
  messages,
}: {
  readonly messages: Parameters<typeof SentMessages>[0]['messages'];
}) {
  if (messages.length === 0) return <p className={styles.note}>Nothing has been sent yet.</p>;
  return <SentMessages messages={messages} />;
}
