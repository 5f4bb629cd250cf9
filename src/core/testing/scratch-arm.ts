import type { ArmTraits } from '../plan/arms.ts';

/** An arm that no other entry of the table is like: all that CONTRIBUTING's recipe asks for, so that a test can hold it to that. */
export const SCRATCH_ARM: ArmTraits = {
  name: 'Blind PRS',
  shortName: 'Blind PRS',
  summary: 'As PRS, feedback each, but drafts are sampled from the prompt alone.',
  readsPreference: false,
  split: 'free',
  feedback: 'one-for-each-refinement',
};
