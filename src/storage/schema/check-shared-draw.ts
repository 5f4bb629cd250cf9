import {
  type DurableEvent,
  type FinishedNode,
  type GrowingTree,
  isFinished,
  type TreeNode,
} from '../../core/index.ts';
import { describeValue, type FieldPath, type Problem, problemAt } from './describe-problem.ts';

type EventOf<Type extends DurableEvent['type']> = Extract<DurableEvent, { readonly type: Type }>;
type StartEvent = EventOf<'draft-started' | 'feedback-started' | 'refinement-started'>;

/** What was drawn for another node was asked as this one's would be, at that node's time. */
export function checkTakenOver(
  { drawnFor, messages, at }: StartEvent,
  node: TreeNode,
  path: FieldPath,
  run: GrowingTree,
): Problem | null {
  const drawn = drawnNode(drawnFor, run);
  if (drawn?.kind !== node.kind) {
    const expected = `a finished ${node.kind} of another arm`;
    return problemAt([...path, 'drawnFor'], expected, describeValue(drawnFor?.nodeId));
  }
  if (JSON.stringify(messages) !== JSON.stringify(drawn.progress.messages)) {
    return problemAt([...path, 'messages'], `those of "${drawn.id}"`, 'others');
  }
  if (at === drawn.progress.startedAt) return null;
  const expected = `the moment at which "${drawn.id}" was started`;
  return problemAt([...path, 'at'], expected, describeValue(at));
}

/** Its text is the other's, written at the same time. */
export function checkSharedText(
  { text, thoughts, at }: EventOf<'draft-finished' | 'feedback-finished' | 'refinement-finished'>,
  { progress }: TreeNode,
  path: FieldPath,
  run: GrowingTree,
): Problem | null {
  const drawn = progress.status === 'writing' ? drawnNode(progress.drawnFor, run) : null;
  if (drawn === null) return null;
  if (text !== drawn.progress.text) {
    return problemAt([...path, 'text'], `that of "${drawn.id}"`, describeValue(text));
  }
  if (thoughts?.text !== drawn.progress.thoughts?.text) {
    return problemAt(
      [...path, 'thoughts'],
      `those of "${drawn.id}"`,
      describeValue(thoughts?.text),
    );
  }
  if (at === drawn.progress.finishedAt) return null;
  const expected = `the moment at which "${drawn.id}" was finished`;
  return problemAt([...path, 'at'], expected, describeValue(at));
}

function drawnNode(address: StartEvent['drawnFor'], run: GrowingTree): FinishedNode | null {
  if (address === undefined) return null;
  const node = run.arm(address.armId)?.node(address.nodeId) ?? null;
  return node !== null && isFinished(node) ? node : null;
}
