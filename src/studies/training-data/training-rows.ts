import {
  armLabel,
  type ArmKind,
  type ArmTree,
  type ChatMessage,
  draftMessages,
  feedbackReadBy,
  findNode,
  improvingPairs,
  isFinished,
  pool,
  rewardOf,
  type RunHeader,
  type SamplingTree,
  type TreeNode,
} from '../../core/index.ts';

/**
 * What runs teach (Ye & Ng 2024, section 3.4): the winners teach answering, a winner against a response that was rejected teaches
 * choosing, and improving pairs teach refining.
 */
export const TRAINING_KINDS = ['winners', 'preferences', 'improving-pairs'] as const;

export type TrainingKind = (typeof TRAINING_KINDS)[number];

/** A row of training data, with the columns that TRL reads and some for people. */
export interface TrainingRow {
  readonly kind: TrainingKind;
  /** x: it decides whether the row is for training or for testing. */
  readonly prompt: string;
  /** Of the arm whose row it is, as people write it. */
  readonly arm: string;
  /** The columns that are learnt from: messages, as TRL names them. */
  readonly texts: Readonly<Record<string, readonly ChatMessage[]>>;
  /** Rewards by the run's own scorer. */
  readonly rewards: Readonly<Record<string, number>>;
  readonly runId: string;
}

/** Why an arm gives no row of a kind, or a refinement no improving pair. */
export const LEFT_OUT = {
  'no-winner': 'the arm has no winner: it was stopped, or nothing in it has a reward',
  'cut-off': 'a text reached its most tokens and ends where it was cut',
  'no-rejected': 'no other whole text of the pool lies below the winner by the margin',
  'small-gain': 'the refinement lies above its anchor by less than the margin',
} as const;

export type LeftOutReason = keyof typeof LEFT_OUT;

/** What a run doesn't give, and why. */
export interface LeftOut {
  readonly kind: TrainingKind;
  readonly reason: LeftOutReason;
}

/** What is taken from a run. */
export interface TrainingChoice {
  /** By how much a reward must at least lie above the other, in the scorer's own unit; it lies above in any case. */
  readonly margin: number;
  /** Strategies that are learnt from; all where it is null. */
  readonly arms: readonly ArmKind[] | null;
}

/**
 * The rows of a run, arm by arm, and what it doesn't give.
 *
 * A prompt is what the scorer read: x joined with z, or x alone where rewards are conditioned on the prompt. That of an improving
 * pair is what the policy was sent for the refinement: x, z, the anchor and the feedback in the run's own words.
 */
export function* trainingRows(
  { run, arms }: SamplingTree,
  { margin, arms: kinds }: TrainingChoice,
): Generator<TrainingRow | LeftOut, void, undefined> {
  for (const arm of arms) {
    if (kinds !== null && !kinds.includes(arm.arm.kind)) continue;
    yield* rowsOfWinner(arm, run, margin);
    yield* rowsOfPairs(arm, run, margin);
  }
}

function* rowsOfWinner(
  arm: ArmTree,
  run: RunHeader,
  margin: number,
): Generator<TrainingRow | LeftOut, void, undefined> {
  const winner = findNode(arm, arm.winnerId);
  const reward = winner === null ? null : rewardOf(winner);
  const text = winner === null ? null : wholeText(winner);
  if (winner === null || reward === null || text === null) {
    const reason = winner === null || reward === null ? 'no-winner' : 'cut-off';
    yield { kind: 'winners', reason };
    yield { kind: 'preferences', reason };
    return;
  }
  const prompt = promptOf(run);
  const chosen = [answer(text)];
  const common = { prompt: run.plan.prompt, arm: armLabel(arm.arm), runId: run.id };
  yield {
    ...{ kind: 'winners', ...common },
    texts: { messages: [...prompt, ...chosen] },
    rewards: { reward },
  };
  const rejected = rejectedBy(arm, text, reward, margin);
  if (rejected === null) yield { kind: 'preferences', reason: 'no-rejected' };
  else {
    yield {
      ...{ kind: 'preferences', ...common },
      texts: { prompt, chosen, rejected: [answer(rejected.text)] },
      rewards: { chosen_reward: reward, rejected_reward: rejected.reward },
    };
  }
}

/** What the rewards of a run are about. */
function promptOf({ plan: { prompt, preference, conditionedOn } }: RunHeader) {
  return draftMessages(prompt, conditionedOn === 'prompt' ? null : preference);
}

/** The whole text of the pool with the lowest reward, where it lies far enough below the winner; the earlier one of two. */
function rejectedBy(arm: ArmTree, winner: string, best: number, margin: number) {
  let lowest: { readonly text: string; readonly reward: number } | null = null;
  for (const node of pool(arm)) {
    const reward = rewardOf(node);
    const text = wholeText(node);
    if (reward === null || text === null || text === winner) continue;
    if (reward < best && best - reward >= margin && reward < (lowest?.reward ?? Infinity)) {
      lowest = { text, reward };
    }
  }
  return lowest;
}

function* rowsOfPairs(
  arm: ArmTree,
  run: RunHeader,
  margin: number,
): Generator<TrainingRow | LeftOut, void, undefined> {
  const kind = 'improving-pairs';
  for (const { anchorId, refinementId, gain } of improvingPairs(arm)) {
    const anchor = findNode(arm, anchorId);
    const refinement = findNode(arm, refinementId);
    if (anchor === null || refinement === null || !isFinished(refinement)) continue;
    const text = wholeText(refinement);
    const feedback = feedbackReadBy(arm, refinement);
    const read = feedback === null ? [anchor] : [anchor, feedback];
    if (text === null || read.some((node) => wholeText(node) === null)) {
      yield { kind, reason: 'cut-off' };
    } else if (gain < margin) {
      yield { kind, reason: 'small-gain' };
    } else {
      yield {
        ...{ kind, prompt: run.plan.prompt, arm: armLabel(arm.arm), runId: run.id },
        texts: { prompt: refinement.progress.messages, completion: [answer(text)] },
        rewards: { reward: rewardOf(refinement) ?? 0, anchor_reward: rewardOf(anchor) ?? 0 },
      };
    }
  }
}

/** What a node says where it ended by itself and says something; null elsewhere. */
function wholeText(node: TreeNode): string | null {
  if (!isFinished(node)) return null;
  const { text, finishReason, remarks } = node.progress;
  if (finishReason === 'length' || remarks.includes('cut-off')) return null;
  return text.trim() === '' ? null : text;
}

function answer(content: string): ChatMessage {
  return { role: 'assistant', content };
}
