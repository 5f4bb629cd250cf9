import type { RewardModelDescription } from '../../core/index.ts';

/** What the floors are called in kept runs. */
export const FLOORS_ID = 'answer-floors';

/** What the floors under a scorer's reward let pass, a sentence; null where its description has none. */
export function floorsTold({ settings }: Pick<RewardModelDescription, 'settings'>): string | null {
  const hasFloors = Object.keys(settings).some((name) => name.startsWith(`${FLOORS_ID}.`));
  return hasFloors
    ? 'A reward counts how a text is written and how well it fits the wish; the floors under it let pass what the model finds likely enough after the prompt.'
    : null;
}
