import type { Policy } from '../core/index.ts';
import { type Badge, badgesFor } from './badges/accuracy-badges.ts';
import { findScorer } from './offer-and-make-scorers.ts';
import type { SettingValues } from './scorer-settings.ts';
import { badgesOf } from './trust-of-scorer.ts';

const NOT_READ = 'This model stands for its description alone.';

/**
 * The embedded model, which figures were measured with, as it describes itself: some scorers keep that among their settings. It
 * writes and reads nothing.
 */
const MEASURED_WITH: Policy = {
  description: {
    ...{ id: 'embedded-llama-cpp', name: 'SmolLM2-135M-Instruct', engine: 'llama-cpp' },
    ...{ device: '', contextTokens: 0, parallelism: 1, ignoredSettings: [] },
    ...{ logProbabilityOf: null, vocabularyTokens: null },
  },
  generate: () => {
    throw new Error(NOT_READ);
  },
  scoreText: () => Promise.reject(new Error(NOT_READ)),
};

/** The seed that the measuring command draws with. */
const SEED = 1;

/**
 * The badges of a scorer as a person has set it, read with the model that each names; none where it wasn't measured set so. Rejects
 * where the scorer's code can't be fetched.
 */
export async function badgesOfSetUp(
  scorerId: string,
  values: SettingValues,
): Promise<readonly Badge[]> {
  const scorer = findScorer(scorerId);
  if (scorer === null || badgesFor(scorerId).length === 0) return [];
  const { description } = await scorer.make(
    { values, seed: SEED },
    {
      policy: () => Promise.resolve(MEASURED_WITH),
      rewardModel: () => Promise.reject(new Error(NOT_READ)),
    },
  );
  return badgesOf(description);
}
