import {
  type ArmEvent,
  bestOf,
  type DurableEvent,
  GrowingTree,
  pool,
  type RunHeader,
  splitProblem,
  type StoredRun,
} from '../../core/index.ts';
import { type AfterwardsEvent, checkAfterwards, isAfterwards } from './check-scorings-and-votes.ts';
import { checkArmEvent, isBest } from './check-arm.ts';
import { describeValue, type FieldPath, type Problem, problemAt } from './describe-problem.ts';
import { LIMITS } from './run-size-limits.ts';
import { contentOf } from './run-as-stored.ts';

type DurableArmEvent = Extract<DurableEvent, ArmEvent>;

/** A log that doesn't contradict itself, or the first contradiction in it. */
export type CheckedLog =
  | { readonly problem: Problem }
  /** `ending` is told after the log: see `missingWinners`. */
  | { readonly problem: null; readonly ending: readonly DurableEvent[] };

/**
 * What the types can't say of a log: each event is held to the tree that those before it have grown, and the first that
 * contradicts what stands is named. What passes folds to a tree that doesn't contradict itself.
 */
export function checkLog({ header, events }: StoredRun): CheckedLog {
  const tree = new GrowingTree(header);
  const isSameHeader = createHeaderCheck(header);
  for (const [position, event] of events.entries()) {
    const path = ['events', position];
    const problem = isAfterwards(event)
      ? checkAfterwards(event, path, tree)
      : checkEvent(event, path, tree, isSameHeader);
    if (problem !== null) return { problem };
    tree.add(event);
  }
  return { problem: null, ending: missingWinners(tree) };
}

/** A page may be closed after the run's scorer was asked again, and before it is told that another response wins by it. */
function missingWinners({ arms }: GrowingTree): readonly DurableEvent[] {
  return Array.from(arms).flatMap(({ tree }): readonly DurableEvent[] => {
    if (tree.status !== 'finished' || isBest(tree.winnerId, tree)) return [];
    const nodeId = bestOf(pool(tree))?.id ?? null;
    return [{ type: 'winner-chosen', armId: tree.arm.id, nodeId }];
  });
}

function checkEvent(
  event: Exclude<DurableEvent, AfterwardsEvent>,
  path: FieldPath,
  tree: GrowingTree,
  isSameHeader: (header: RunHeader) => boolean,
): Problem | null {
  switch (event.type) {
    case 'run-started':
      return isSameHeader(event.run)
        ? null
        : problemAt([...path, 'run'], 'the same as the field "run"', 'different');
    case 'arms-added':
      return checkAdded(event, path, tree);
    case 'run-finished':
      return checkRunning(event.type, path, tree) ?? checkEnd(path, tree);
    case 'run-stopped':
    case 'run-failed':
      return checkHalt(event, path, tree);
    default:
      return checkOfArm(event, path, tree);
  }
}

/** Arms of ids that the run has not, each with a split that its strategy allows, and not too many. */
function checkAdded(
  { arms }: Extract<DurableEvent, { type: 'arms-added' }>,
  path: FieldPath,
  tree: GrowingTree,
): Problem | null {
  const all = [...tree.arms].length + arms.length;
  if (all > LIMITS.armsInAll) {
    const expected = `so few that the run has at most ${String(LIMITS.armsInAll)} arms`;
    return problemAt([...path, 'arms'], expected, `${String(arms.length)} more`);
  }
  for (const [position, arm] of arms.entries()) {
    const field = [...path, 'arms', position];
    const isTwice = arms.findIndex(({ id }) => id === arm.id) !== position;
    if (isTwice || tree.arm(arm.id) !== null) {
      return problemAt(
        [...field, 'id'],
        'different for each arm',
        `${describeValue(arm.id)} twice`,
      );
    }
    const budget = arm.split.reduce((sum, part) => sum + part, 0);
    const isBudget = budget > 0 && budget <= LIMITS.budget;
    const expected = isBudget
      ? splitProblem(arm, budget)
      : `numbers that sum to 1 to ${String(LIMITS.budget)}`;
    if (expected !== null) return problemAt([...field, 'split'], expected, arm.split.join('/'));
  }
  return null;
}

function checkHalt(
  { type, at }: { readonly type: string; readonly at: number },
  path: FieldPath,
  { state, arms }: GrowingTree,
): Problem | null {
  if (state.status === 'finished') {
    return problemAt([...path, 'type'], 'about a run that is not finished', `"${type}"`);
  }
  for (const { latestStart } of arms) {
    if (latestStart === null || at >= latestStart) continue;
    const expected = `no earlier than what it stops, ${String(latestStart)},`;
    return problemAt([...path, 'at'], expected, describeValue(at));
  }
  return null;
}

function checkEnd(path: FieldPath, { arms }: GrowingTree): Problem | null {
  for (const { tree } of arms) {
    if (tree.status !== 'finished') {
      const expected = `after the end of the arm "${tree.arm.id}"`;
      return problemAt([...path, 'type'], expected, 'before it');
    }
  }
  return null;
}

function checkOfArm(event: DurableArmEvent, path: FieldPath, tree: GrowingTree): Problem | null {
  const arm = tree.arm(event.armId);
  if (arm === null) {
    const found = describeValue(event.armId);
    return problemAt([...path, 'armId'], "the id of one of the plan's arms", found);
  }
  const problem = checkArmEvent(event, path, arm, tree);
  if (problem !== null || isToldAfterTheEnd(event, arm.tree)) return problem;
  return checkRunning(event.type, path, tree);
}

/** The run's own scorer may be asked again about what it failed on, and another response may win by it. */
function isToldAfterTheEnd({ type }: DurableArmEvent, arm: { readonly status: string }): boolean {
  const isReward = type === 'reward-given' || type === 'reward-failed';
  return isReward || (type === 'winner-chosen' && arm.status === 'finished');
}

function checkRunning(type: string, path: FieldPath, { state }: GrowingTree): Problem | null {
  if (state.status === 'running') return null;
  const expected = 'told while the run is under way';
  return problemAt([...path, 'type'], expected, `"${type}" when it is ${state.status}`);
}

/** A log has a header for each time that the run was begun or went on; the run's own is written out once. */
function createHeaderCheck(header: RunHeader): (other: RunHeader) => boolean {
  const contentOfHeader = (one: RunHeader): string => contentOf({ header: one, events: [] });
  const content = contentOfHeader(header);
  return (other) => other.id === header.id && contentOfHeader(other) === content;
}
