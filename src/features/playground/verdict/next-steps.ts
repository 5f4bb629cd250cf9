import type { ArmKind, VerdictFacts } from '../../../core/index.ts';
import { confounds } from './verdict-rules.ts';

/** Something to try after a run: an arm more, or the same again with another seed. */
export type NextStep =
  | (NamedStep & { readonly kind: 'arm'; readonly arm: ArmKind })
  | (NamedStep & { readonly kind: 'seed' });

interface NamedStep {
  readonly label: string;
  /** What pressing it does. */
  readonly title: string;
}

const ANOTHER_SEED: NextStep = {
  kind: 'seed',
  label: 'Run a new seed',
  title: 'Samples all of it again, by the model in your browser: how much of this was luck?',
};

/** One or two things that a run makes worth trying, the more telling first. */
export function nextSteps(
  facts: VerdictFacts,
  hasPreference: boolean,
  chosenArms: readonly ArmKind[],
): readonly NextStep[] {
  if (hasPreference && confounds(facts) && !chosenArms.includes('prand')) {
    const label = 'Add PRand';
    const title = 'Samples beside it what stating the preference alone makes';
    return [{ kind: 'arm', arm: 'prand', label, title }, ANOTHER_SEED];
  }
  const readsFeedback = facts.outcomes.some(({ arm }) => arm.arm.kind === 'prs');
  if (readsFeedback && !chosenArms.includes('prs-without-feedback')) {
    const label = 'Add PRS without feedback';
    const title = 'Samples beside it what refining without being told what to change makes';
    return [{ kind: 'arm', arm: 'prs-without-feedback', label, title }, ANOTHER_SEED];
  }
  return [ANOTHER_SEED];
}
