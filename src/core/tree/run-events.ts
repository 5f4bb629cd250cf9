import type {
  ChatMessage,
  FinishReason,
  SampledToken,
  SamplingSettings,
  TokenUsage,
} from '../policy.ts';
import type { Thoughts } from '../thoughts.ts';
import type { Arm } from '../plan/arms.ts';
import type { RunHeader } from '../plan/run-plan.ts';
import type { Reward } from '../reward.ts';
import type {
  NodeFailure,
  NodeId,
  NodeKind,
  ResponseAddress,
  ResponseRemark,
  ScoringHeader,
  ScoringTime,
  Vote,
} from './sampling-tree.ts';

/** What the sampler tells, in the order in which it happens. Times are milliseconds since the epoch. */
export type RunEvent =
  | { readonly type: 'run-started'; readonly run: RunHeader; readonly at: number }
  | { readonly type: 'run-finished'; readonly at: number }
  | { readonly type: 'run-stopped'; readonly at: number }
  | { readonly type: 'run-failed'; readonly message: string; readonly at: number }
  | ArmsAdded
  | ArmEvent
  | ScoringEvent
  | VoteCast;

/** What a scorer says of responses that are there already. */
export type ScoringEvent = ScoringStarted | ScoringGiven | ScoringFailed;

/** Arms that a run gets after it was planned: other splits or strategies, of any budget, with the plan's seed and settings. */
export interface ArmsAdded {
  readonly type: 'arms-added';
  /** Of ids that the run has not. */
  readonly arms: readonly Arm[];
  readonly at: number;
}

/** What is told of one arm. */
export type ArmEvent =
  | { readonly type: 'arm-started'; readonly armId: string; readonly at: number }
  | NodeStarted
  | TokenAdded
  | NodeFinished
  | NodeFailed
  | RewardGiven
  | RewardFailed
  | AnchorChosen
  | { readonly type: 'winner-chosen'; readonly armId: string; readonly nodeId: NodeId | null }
  | { readonly type: 'arm-finished'; readonly armId: string; readonly at: number };

interface OfNode {
  readonly armId: string;
  readonly nodeId: NodeId;
}

export interface NodeStarted extends OfNode {
  readonly type: `${NodeKind}-started`;
  readonly messages: readonly ChatMessage[];
  readonly sampling: SamplingSettings;
  readonly attempt: number;
  /** The node that the text was drawn for, where an earlier arm asked the same; absent where it is drawn for this one. */
  readonly drawnFor?: ResponseAddress;
  /** Of the call, which is the other node's where it was drawn for that one. */
  readonly at: number;
}

export interface TokenAdded extends OfNode {
  readonly type: 'token-added';
  /** What was thought before the answer; may be empty, as the text may be. */
  readonly thoughts: string;
  readonly text: string;
  readonly tokens: readonly SampledToken[];
}

export interface NodeFinished extends OfNode {
  readonly type: `${NodeKind}-finished`;
  readonly text: string;
  readonly tokens: readonly SampledToken[];
  readonly finishReason: FinishReason;
  readonly usage: TokenUsage;
  readonly remarks: readonly ResponseRemark[];
  /** What the model thought before; absent where it told nothing of the kind. */
  readonly thoughts?: Thoughts;
  readonly at: number;
}

export interface NodeFailed extends OfNode {
  readonly type: `${NodeKind}-failed`;
  readonly failure: NodeFailure;
  readonly at: number;
}

export interface RewardGiven extends OfNode {
  readonly type: 'reward-given';
  readonly reward: Reward;
  readonly otherReward: Reward | null;
  /** Why the other reward, asked for, is null. */
  readonly otherProblem?: string;
  /** Absent where it wasn't noted, as in runs kept before it was. */
  readonly took?: ScoringTime;
}

export interface RewardFailed extends OfNode {
  readonly type: 'reward-failed';
  readonly message: string;
  readonly took?: ScoringTime;
}

export interface AnchorChosen extends OfNode {
  readonly type: 'anchor-chosen';
  /** The layer that will refine the anchor. An adaptive arm comes to have it so: in the place of its last draft that isn't begun. */
  readonly layer: number;
  /** The response that the layer's feedback holds the anchor against; absent where it reads the anchor alone. */
  readonly rejectedId?: NodeId;
}

export interface ScoringStarted {
  readonly type: 'scoring-started';
  readonly scoring: ScoringHeader;
  readonly at: number;
}

export interface ScoringGiven extends OfNode {
  readonly type: 'scoring-given';
  readonly scoringId: string;
  readonly reward: Reward;
  /** The reward under the other conditioning; null where it wasn't asked for or failed. */
  readonly otherReward: Reward | null;
  /** Why it failed. */
  readonly otherProblem?: string;
}

export interface ScoringFailed extends OfNode {
  readonly type: 'scoring-failed';
  readonly scoringId: string;
  readonly message: string;
}

export interface VoteCast {
  readonly type: 'vote-cast';
  readonly vote: Vote;
  readonly at: number;
}

/** Events worth keeping: all but the tokens of an answer that isn't finished, since the finished text carries them. */
export type DurableEvent = Exclude<RunEvent, TokenAdded>;

/** Whether an event belongs into a run’s log. */
export function isDurable(event: RunEvent): event is DurableEvent {
  return event.type !== 'token-added';
}
