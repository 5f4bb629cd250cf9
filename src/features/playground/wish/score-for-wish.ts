import type { SamplingTree } from '../../../core/index.ts';
import { freeScorer, type SettingValues } from '../../../rewards/index.ts';
import type { ReadForPreference } from '../../../runs/index.ts';
import { readForPreference } from '../../../runs/read-for-preference.ts';

/**
 * Scores a run for another preference by the scorer that needs nothing but the texts. A file of its own, so that a first visit
 * fetches nothing of it.
 *
 * @param values what is set of the scorers
 * @throws Error with a sentence where that scorer can't be fetched
 * @throws the signal's reason when it is aborted
 */
export async function scoreForWish(
  of: SamplingTree,
  preference: string,
  values: SettingValues,
  signal: AbortSignal,
): Promise<ReadForPreference> {
  return readForPreference(of, preference, await freeScorer(values), signal);
}
