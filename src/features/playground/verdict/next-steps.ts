import type { ArmKind, VerdictFacts } from '../../../core/index.ts';
import { confounds } from './verdict-rules.ts';

/** Something to try after a run: an arm more, shown with what it lacks planned, or the same again with another seed. */
export type NextStep =
  | { readonly kind: 'arm'; readonly arm: ArmKind; readonly label: string }
  | { readonly kind: 'seed'; readonly label: string };

const ANOTHER_SEED: NextStep = { kind: 'seed', label: 'Run with another seed' };

/** One or two things that a run makes worth trying, the more telling first. */
export function nextSteps(
  facts: VerdictFacts,
  hasPreference: boolean,
  chosenArms: readonly ArmKind[],
): readonly NextStep[] {
  if (hasPreference && confounds(facts) && !chosenArms.includes('prand')) {
    const label = 'Add PRand';
    return [{ kind: 'arm', arm: 'prand', label }, ANOTHER_SEED];
  }
  const readsFeedback = facts.outcomes.some(({ arm }) => arm.arm.kind === 'prs');
  if (readsFeedback && !chosenArms.includes('prs-without-feedback')) {
    const label = 'Add PRS without feedback';
    return [{ kind: 'arm', arm: 'prs-without-feedback', label }, ANOTHER_SEED];
  }
  return [ANOTHER_SEED];
}
