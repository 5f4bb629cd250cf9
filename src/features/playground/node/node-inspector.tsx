import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import {
  armLabel,
  type ArmTree,
  type ChatMessage,
  feedbackReadBy,
  findNode,
  nodeName,
  type ResponseRemark,
  type RewardModelDescription,
  type RunHeader,
  textOf,
  type TreeNode,
} from '../../../core/index.ts';
import { Badge, Button, Disclosure, Region, ShownText, Note, Problem } from '../../../ui/index.ts';
import { type TabItem, TabSet } from '../../../ui/tabs.ts';
import { Glossary } from './glossary.tsx';
import { CallDetails, FactorPanel, NodeReward } from './reward-factors-and-call.tsx';
import styles from './node.module.css';

export interface NodeInspectorProps {
  readonly arm: ArmTree;
  readonly node: TreeNode;
  readonly run: RunHeader;
  /** Whose rewards are shown; the run's own scorer where null. */
  readonly scorer: RewardModelDescription | null;
  /** Asks for the node once more; null where it hasn’t failed, or can’t be asked for now. */
  readonly onTryAgain: (() => void) | null;
  /** Whether the run then goes on with what else it lacks. */
  readonly goesOn?: boolean;
  /** Whether the run is told again: what is being written in it was written long ago. */
  readonly isTold?: boolean;
}

/** One node in full: what it says, how good, why that good, what was asked, what it cost. */
export function NodeInspector({
  arm,
  node,
  run,
  scorer,
  onTryAgain,
  goesOn = false,
  isTold = false,
}: NodeInspectorProps) {
  return (
    <Region name="Node" aside={<Badge>{armLabel(arm.arm)}</Badge>}>
      <div className={styles.head}>
        <h3 className={styles.title}>{nodeName(node, arm)}</h3>
        {remarksOf(node, arm).map((remark) => (
          <Badge key={remark}>{remark}</Badge>
        ))}
      </div>
      <TabSet key={node.id} label="Views of the node" tabs={viewsOf(arm, node, isTold)} />
      {onTryAgain !== null && (
        <Button onClick={onTryAgain}>{goesOn ? 'Try again and continue' : 'Try again'}</Button>
      )}
      {node.kind !== 'feedback' && (
        <NodeReward arm={arm} node={node} rewardModel={scorer ?? run.rewardModel} />
      )}
      <FactorPanel arm={arm} nodeId={node.id} logProbabilityOf={run.policy.logProbabilityOf} />
      <CallDetails node={node} policy={run.policy} />
      <Disclosure title="What the page calls things">
        <Glossary />
      </Disclosure>
    </Region>
  );
}

function viewsOf(arm: ArmTree, node: TreeNode, isTold: boolean): TabItem[] {
  const messages = 'messages' in node.progress ? (node.progress.messages ?? []) : [];
  const anchor = node.kind === 'refinement' ? findNode(arm, arm.anchors[node.layer] ?? null) : null;
  return [
    {
      name: 'Text',
      content: (
        <>
          <ReadByFeedback arm={arm} node={node} />
          <NodeText {...{ node, isTold }} name={nodeName(node, arm)} />
        </>
      ),
    },
    ...(anchor === null
      ? []
      : [{ name: 'Changes', content: <Changes arm={arm} node={node} anchor={anchor} /> }]),
    { name: 'Prompt sent', content: <Asked messages={messages} /> },
  ];
}

/** Which two responses a feedback compares; nothing of other nodes. */
function ReadByFeedback({ arm, node }: { readonly arm: ArmTree; readonly node: TreeNode }) {
  const anchor = findNode(arm, arm.anchors[node.layer] ?? null);
  const rejected = findNode(arm, arm.rejected[node.layer] ?? null);
  if (node.kind !== 'feedback' || anchor === null || rejected === null) return null;
  return (
    <Note>
      Compares {nodeName(anchor, arm)}, the best so far, with {nodeName(rejected, arm)}, the worst
      so far.
    </Note>
  );
}

interface NodeTextProps {
  readonly node: TreeNode;
  readonly name: string;
  readonly isTold: boolean;
}

const WRITTEN_BEFORE = 'Told again: at this step it was being written. This is what came of it.';

function NodeText({ node, name, isTold }: NodeTextProps) {
  const { progress } = node;
  const text = textOf(node);
  return (
    <>
      <NodeThoughts {...{ progress, name }} />
      {text.trim() !== '' && <ShownText {...{ text, name }} />}
      {progress.status === 'planned' && <Note>Not written yet.</Note>}
      {progress.status === 'writing' && <Note>{isTold ? WRITTEN_BEFORE : 'Being written …'}</Note>}
      {progress.status === 'finished' && text.trim() === '' && (
        <Note>
          {progress.thoughts?.closed === false
            ? 'The model was still thinking when its tokens were used up.'
            : 'The model wrote nothing.'}{' '}
          The response counts towards N, is not scored and can’t win.
        </Note>
      )}
      {progress.status === 'stopped' && <Note>Stopped while it was being written.</Note>}
      {progress.status === 'failed' && <Problem>Failed: {progress.failure.message}</Problem>}
    </>
  );
}

interface NodeThoughtsProps extends Pick<NodeTextProps, 'name'> {
  readonly progress: TreeNode['progress'];
}

/** What the model thought before its answer, folded; nothing where it told nothing of the kind. */
function NodeThoughts({ progress, name }: NodeThoughtsProps) {
  const text = thoughtsOf(progress).trim();
  if (text === '') return null;
  return (
    <Disclosure title="Thoughts" summary="neither scored nor sent back; their tokens are charged">
      <ShownText text={text} name={`the thoughts of ${name}`} />
    </Disclosure>
  );
}

function thoughtsOf(progress: TreeNode['progress']): string {
  if (progress.status === 'writing') return progress.thoughts;
  return progress.status === 'finished' ? (progress.thoughts?.text ?? '') : '';
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
      <Note>
        Against its anchor, {nodeName(anchor, arm)}: <ins>put in</ins>, <del>taken out</del>.
      </Note>
      <TextChanges before={textOf(anchor)} after={textOf(node)} />
      <h4>The feedback it was asked to follow</h4>
      {feedback === null ? (
        <Note>None: this refinement was asked for without feedback.</Note>
      ) : (
        <ShownText as="blockquote" text={textOf(feedback)} name={nodeName(feedback, arm)} />
      )}
    </>
  );
}

function Asked({
  messages,
}: {
  readonly messages: Parameters<typeof SentMessages>[0]['messages'];
}) {
  if (messages.length === 0) return <Note>Nothing has been sent yet.</Note>;
  return <SentMessages messages={messages} />;
}

export interface TextChangesProps {
  readonly before: string;
  readonly after: string;
}

/** An imported run may hold texts of any kind; comparing them must not hold up the page. */
const MOST_MILLISECONDS = 500;

/** A word-by-word comparison: what was taken out, what was put in. */
function TextChanges({ before, after }: TextChangesProps) {
  const changes = useMemo(
    () => diffWordsWithSpace(before, after, { timeout: MOST_MILLISECONDS }),
    [before, after],
  );
  if (changes === undefined) {
    return <Note>These texts differ too much to compare word by word.</Note>;
  }
  return (
    <p className={styles.text} dir="auto">
      {changes.map(({ value, added, removed }, position) => {
        if (added) return <ins key={position}>{value}</ins>;
        if (removed) return <del key={position}>{value}</del>;
        return <span key={position}>{value}</span>;
      })}
    </p>
  );
}

const ROLE_NAMES: Readonly<Record<ChatMessage['role'], string>> = {
  system: 'System',
  user: 'Asked',
  assistant: 'Model',
};

/** The exact messages that the policy was given, in order. */
function SentMessages({ messages }: { readonly messages: readonly ChatMessage[] }) {
  return (
    <ol className={styles.messages}>
      {messages.map(({ role, content }, position) => (
        <li key={position}>
          <span className={styles.role}>{ROLE_NAMES[role]}</span>
          <ShownText text={content} name={`message ${String(position + 1)}`} />
        </li>
      ))}
    </ol>
  );
}

const REMARKS: Readonly<Record<ResponseRemark, string>> = {
  empty: 'empty',
  'cut-off': 'cut off at max tokens',
  'identical-to-anchor': 'same as its anchor',
};

/** What is notable about a node, each in a few words. */
function remarksOf(node: TreeNode, arm: ArmTree): readonly string[] {
  const { progress } = node;
  return [
    ...(arm.winnerId === node.id ? ['winner'] : []),
    ...(arm.anchors.includes(node.id) ? ['anchor'] : []),
    ...(arm.rejected.includes(node.id) ? ['rejected'] : []),
    ...(node.inBudget || node.kind === 'feedback' ? [] : ['outside the budget']),
    ...(progress.status === 'finished' ? progress.remarks.map((remark) => REMARKS[remark]) : []),
    ...(progress.status === 'failed' ? ['failed'] : []),
    ...(progress.status === 'stopped' ? ['stopped'] : []),
  ];
}
