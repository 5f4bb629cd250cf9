/**
 * The sampling strategies that every comparison offers, named as in Ye & Ng (2024). A strategy is its traits and nothing
 * else: whoever plans, samples, draws, charges or stores an arm asks them (or the places that `planNodes` made of them).
 */
export interface ArmTraits {
  /** As a person chooses it. */
  readonly name: string;
  /** As one arm is called, with its split behind: "PRS 4/4". */
  readonly shortName: string;
  readonly summary: string;
  /** Whether drafts are sampled from x joined with z, or from x alone. */
  readonly readsPreference: boolean;
  readonly split: SplitRule;
  readonly feedback: FeedbackRule;
  /** Whether feedback reads, beside the anchor, the worst response so far: the rejected one. */
  readonly feedbackReadsRejected?: true;
}

/**
 * How an arm divides its budget N:
 *
 * - `drafts-alone`: N drafts and nothing else.
 * - `refinements-alone`: no drafts and N refinements, of one greedy anchor draft outside the budget.
 * - `free`: N0 drafts and the refinements of each further layer as the person says.
 * - `adaptive`: response by response, from the rewards before it: a further draft, or a layer of one refinement.
 */
export type SplitRule = 'drafts-alone' | 'refinements-alone' | 'free' | 'adaptive';

/**
 * How many feedbacks a layer has, and so what a refinement is conditioned on beside x, z and its anchor:
 *
 * - `none`: nothing more.
 * - `one-for-a-layer`: the layer's one f.
 * - `one-for-each-refinement`: an f of its own, drawn with its own seed from the same feedback prompt.
 */
export type FeedbackRule = 'none' | 'one-for-a-layer' | 'one-for-each-refinement';

const ARMS = {
  rand: {
    name: 'Rand',
    shortName: 'Rand',
    summary: 'Best of N drafts sampled from the prompt alone.',
    readsPreference: false,
    split: 'drafts-alone',
    feedback: 'none',
  },
  prand: {
    name: 'PRand',
    shortName: 'PRand',
    summary: 'Best of N drafts sampled from the prompt and the preference.',
    readsPreference: true,
    split: 'drafts-alone',
    feedback: 'none',
  },
  prs: {
    name: 'PRS (N0, N1, …)',
    shortName: 'PRS',
    summary: 'N0 drafts, feedback on the best, then N1 refinements.',
    readsPreference: true,
    split: 'free',
    feedback: 'one-for-a-layer',
  },
  'prs-0-n': {
    name: 'PRS (0, N)',
    shortName: 'PRS',
    summary: 'One greedy anchor draft outside the budget, feedback on it, then N refinements.',
    readsPreference: true,
    split: 'refinements-alone',
    feedback: 'one-for-a-layer',
  },
  'prs-without-feedback': {
    name: 'PRS without feedback',
    shortName: 'PRS without feedback',
    summary: 'As PRS, but refinements see their anchor and no feedback.',
    readsPreference: true,
    split: 'free',
    feedback: 'none',
  },
  'prs-feedback-each': {
    name: 'PRS, feedback each',
    shortName: 'PRS, feedback each',
    summary:
      'As PRS, but each refinement follows its own feedback: N1 different critiques of the best.',
    readsPreference: true,
    split: 'free',
    feedback: 'one-for-each-refinement',
  },
  tpo: {
    name: 'TPO-style',
    shortName: 'TPO-style',
    summary: 'As PRS, but feedback compares the best so far with the worst.',
    readsPreference: true,
    split: 'free',
    feedback: 'one-for-a-layer',
    feedbackReadsRejected: true,
  },
  'ab-mcts': {
    name: 'AB-MCTS-style',
    shortName: 'AB-MCTS-style',
    summary:
      'Wider or deeper: each response a draft or a refinement, as the rewards so far suggest.',
    readsPreference: true,
    split: 'adaptive',
    feedback: 'one-for-a-layer',
  },
} as const satisfies Record<string, ArmTraits>;

/** A strategy’s id, as files and addresses name it. */
export type ArmKind = keyof typeof ARMS;

/** The traits of every strategy. */
export const ARM_TRAITS: Readonly<Record<ArmKind, ArmTraits>> = ARMS;

/** Every strategy, in the order of the table. */
export const ARM_KINDS = Object.keys(ARMS) as readonly ArmKind[];

/**
 * The arms that a person who has chosen nothing compares: the method, what stating the preference does by itself, and the
 * baseline. Against Rand alone, what comes of the preference and what comes of reflecting can't be told apart.
 */
export const FIRST_ARMS: readonly ArmKind[] = ['prs', 'rand', 'prand'];

/** One arm of a run: a strategy with its share of the budget for each layer. */
export interface Arm {
  /** Unique within a run. */
  readonly id: string;
  readonly kind: ArmKind;
  /** Responses of each layer: `[N0, N1, …]`, non-negative integers that sum to the budget N. `[N]` where that is decided as it goes. */
  readonly split: readonly number[];
}
