import type {
  ChatMessage,
  FinishReason,
  PolicyErrorKind,
  SampledToken,
  SamplingSettings,
  TokenUsage,
} from '../policy.ts';
import type { Thoughts } from '../thoughts.ts';
import type { Arm } from '../plan/arms.ts';
import type { RunHeader } from '../plan/run-plan.ts';
import type { Conditioning, Reward, RewardModelDescription } from '../reward.ts';

/** A run as far as it has got: one tree for each arm. Made by folding events (`growTree`). */
export interface SamplingTree {
  readonly run: RunHeader;
  readonly state: RunState;
  readonly arms: readonly ArmTree[];
  /** What other scorers made of the same responses, without sampling again; the run's own rewards stay. */
  readonly scorings: readonly Scoring[];
  /** What people said of the responses, in the order cast. */
  readonly votes: readonly Vote[];
}

/** How a run stands. */
export type RunState =
  | { readonly status: 'planned' }
  | { readonly status: 'running' }
  | { readonly status: 'finished' }
  /** Stopped by the person; finished nodes are kept. */
  | { readonly status: 'stopped' }
  | { readonly status: 'failed'; readonly message: string };

/** One arm as far as it has got. */
export interface ArmTree {
  readonly arm: Arm;
  readonly status: 'planned' | 'running' | 'finished';
  /**
   * Every node of the plan, in the order in which they are sampled, from the first moment on. Of an adaptive arm what has been decided,
   * and then a draft for each response that hasn't.
   */
  readonly nodes: readonly TreeNode[];
  /** `anchors[k]` is the id of the response that layer k refines; null before it is chosen, and for layer 0. */
  readonly anchors: readonly (NodeId | null)[];
  /** `rejected[k]` is the id of the response that layer k's feedback holds its anchor against; null where it reads the anchor alone. */
  readonly rejected: readonly (NodeId | null)[];
  /** The best response of the pool; null before it is chosen, or where no response was scored. */
  readonly winnerId: NodeId | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
}

/**
 * Unique within an arm: `draft-3`, `refinement-2-1` (layer 2, first), `feedback-1` (the only one of layer 1), `feedback-1-2`
 * (layer 1, second of several); `anchor-draft` where there are no drafts.
 */
export type NodeId = string;

/** A response of layer 0, a critique of an anchor, or a response of a further layer. */
export type NodeKind = 'draft' | 'feedback' | 'refinement';

/** A node's place in the plan: known before anything is sampled. */
export interface NodePlace {
  readonly id: NodeId;
  readonly kind: NodeKind;
  /** 0 for drafts; k for the feedback and the refinements of layer k. */
  readonly layer: number;
  /** Position among its layer's nodes of the same kind, from 0. */
  readonly index: number;
  /** The feedback that a refinement is conditioned on; null where it has none, and for drafts and feedback. */
  readonly feedbackId: NodeId | null;
  readonly seed: number;
  /** Whether it counts towards N. Feedback doesn't, nor does the greedy anchor draft of PRS (0, N). */
  readonly inBudget: boolean;
  readonly greedy: boolean;
}

/** A place with what has come of it. */
export interface TreeNode extends NodePlace {
  /** Calls that brought no answer: failed, stopped, or lost with their engine. */
  readonly endedCalls: readonly EndedCall[];
  readonly progress: NodeProgress;
  readonly scoring: NodeScoring;
}

/** How far the sampling of a node has got. */
export type NodeProgress =
  | { readonly status: 'planned' }
  | ({
      readonly status: 'writing';
      /** What it has thought so far. */
      readonly thoughts: string;
      readonly text: string;
      readonly tokenCount: number;
    } & NodeCall)
  | ({ readonly status: 'finished' } & NodeCall & Generation)
  | ({
      readonly status: 'failed';
      readonly text: string;
      readonly failure: NodeFailure;
    } & Partial<NodeCall>)
  /** Being written when the person stopped the run. */
  | ({ readonly status: 'stopped'; readonly text: string } & NodeCall);

/** A call that brought no answer. Times are milliseconds since the epoch. */
export interface EndedCall {
  readonly startedAt: number;
  readonly endedAt: number;
}

/** What was sent to the policy, and when. */
export interface NodeCall {
  readonly messages: readonly ChatMessage[];
  readonly sampling: SamplingSettings;
  /** 1, or 2 after the engine was lost in the first attempt. */
  readonly attempt: number;
  /** The node of another arm that asked the same: the text was drawn for that one, and its times are those of that call. */
  readonly drawnFor?: ResponseAddress;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/** What came back. */
export interface Generation {
  readonly text: string;
  readonly tokens: readonly SampledToken[];
  readonly finishReason: FinishReason;
  readonly usage: TokenUsage;
  readonly remarks: readonly ResponseRemark[];
  /** Absent where the model told no thoughts. They are no part of the text; the usage counts their tokens. */
  readonly thoughts?: Thoughts;
  /** Milliseconds since the epoch. */
  readonly finishedAt: number;
}

/**
 * - `empty`: nothing but white space; it counts towards N, is not scored and can be neither anchor nor winner.
 * - `cut-off`: reached max tokens; it is scored as it stands.
 * - `identical-to-anchor`: a refinement that repeats its anchor word for word; it is scored and loses the tie to the anchor.
 */
export type ResponseRemark = 'empty' | 'cut-off' | 'identical-to-anchor';

/** Why a node has no text, its message a sentence. */
export interface NodeFailure {
  /** `no-anchor`: no response before this layer has a reward, so there was nothing to refine. */
  readonly kind: PolicyErrorKind | 'no-anchor';
  readonly message: string;
}

/** What the run’s own scorer, or another, says of a response. */
export type NodeScoring =
  | { readonly status: 'unscored' }
  | {
      readonly status: 'scored';
      readonly reward: Reward;
      /** The reward under the other conditioning, where the plan asks for both. */
      readonly otherReward: Reward | null;
      /** Why there is no other reward although it was asked for, a sentence; absent where it wasn't or where there is one. */
      readonly otherProblem?: string;
      readonly took?: ScoringTime;
    }
  | { readonly status: 'failed'; readonly message: string; readonly took?: ScoringTime };

/** When a scorer was asked about a response of a run and when it had answered. Milliseconds since the epoch. */
export interface ScoringTime {
  readonly startedAt: number;
  readonly endedAt: number;
}

/** A scorer asked about a run's responses after they were sampled. */
export interface Scoring extends ScoringHeader {
  /** One for each response that it has been asked about. */
  readonly outcomes: readonly ScoringOutcome[];
}

/** Who read a run’s responses, and how. */
export interface ScoringHeader {
  /** Unique within the run. */
  readonly id: string;
  readonly rewardModel: RewardModelDescription;
  readonly conditionedOn: Conditioning;
  /** Whether the other conditioning was asked for too; absent where nothing tells, as in runs kept before this was. */
  readonly bothWays?: boolean;
}

/** What a scorer says of one response. */
export interface ScoringOutcome {
  readonly response: ResponseAddress;
  readonly scoring: NodeScoring;
}

/** Where in a run a response stands. */
export interface ResponseAddress {
  readonly armId: string;
  readonly nodeId: NodeId;
}

/** One blind comparison of two responses by a person. */
export interface Vote {
  readonly first: ResponseAddress;
  readonly second: ResponseAddress;
  readonly outcome: 'first' | 'second' | 'tie';
  /** Who voted, as they called themselves; may be empty. */
  readonly voter: string;
}
