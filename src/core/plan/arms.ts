/** The sampling strategies that every comparison offers, named as in Ye & Ng (2024). */
export type ArmKind = 'rand' | 'prand' | 'prs' | 'prs-0-n' | 'prs-without-feedback';

/** One arm of a run: a strategy with its share of the budget for each layer. */
export interface Arm {
  /** Unique within a run. */
  readonly id: string;
  readonly kind: ArmKind;
  /** Responses of each layer: `[N0, N1, …]`, non-negative integers that sum to the budget N. */
  readonly split: readonly number[];
}

export interface ArmTraits {
  readonly name: string;
  readonly summary: string;
  /** Whether drafts are sampled from x joined with z, or from x alone. */
  readonly readsPreference: boolean;
  /** Whether refinements are sampled after a feedback f on their anchor. */
  readonly writesFeedback: boolean;
}

export const ARM_TRAITS: Readonly<Record<ArmKind, ArmTraits>> = {
  rand: {
    name: 'Rand',
    summary: 'Best of N drafts sampled from the prompt alone.',
    readsPreference: false,
    writesFeedback: false,
  },
  prand: {
    name: 'PRand',
    summary: 'Best of N drafts sampled from the prompt and the preference.',
    readsPreference: true,
    writesFeedback: false,
  },
  prs: {
    name: 'PRS (N0, N1, …)',
    summary: 'N0 drafts, feedback on the best, N1 refinements of it; the best of all wins.',
    readsPreference: true,
    writesFeedback: true,
  },
  'prs-0-n': {
    name: 'PRS (0, N)',
    summary: 'One greedy anchor draft outside the budget, feedback on it, then N refinements.',
    readsPreference: true,
    writesFeedback: true,
  },
  'prs-without-feedback': {
    name: 'PRS without feedback',
    summary: 'As PRS, but refinements see their anchor and no feedback.',
    readsPreference: true,
    writesFeedback: false,
  },
};

export const ARM_KINDS = Object.keys(ARM_TRAITS) as readonly ArmKind[];
