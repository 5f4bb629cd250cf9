import * as z from 'zod/mini';
import { secondsForText } from './progress-and-time-left.ts';
import type { RunView } from './run-view.ts';

/** How long one text took on this machine when it was last measured, its scoring included. */
export interface KeptPace {
  /** Of the model that wrote, and of the scorer. */
  readonly policyId: string;
  readonly scorerId: string;
  readonly secondsForText: number;
}

/** What a run measured of this machine; null for one that wasn't sampled here, or not to its end. */
export function paceOf({ state, live, tree }: RunView): KeptPace | null {
  const seconds = tree === null || state !== 'finished' || !live ? null : secondsForText(tree.arms);
  if (tree === null || seconds === null) return null;
  const { policy, rewardModel } = tree.run;
  return { policyId: policy.id, scorerId: rewardModel.id, secondsForText: seconds };
}

const paceShape = z.object({
  policyId: z.string(),
  scorerId: z.string(),
  secondsForText: z.number().check(z.positive()),
}) satisfies z.ZodMiniType<KeptPace>;

/**
 * Seconds for one text, by a pace that was kept.
 *
 * @param kept from outside
 * @param of whose pace it has to be
 * @returns null where nothing was measured of these
 */
export function readPace(
  kept: unknown,
  of: { readonly policyId: string | null; readonly scorerId: string },
): number | null {
  const { success, data: pace } = paceShape.safeParse(kept);
  const isOfThese = success && pace.policyId === of.policyId && pace.scorerId === of.scorerId;
  return isOfThese ? pace.secondsForText : null;
}
