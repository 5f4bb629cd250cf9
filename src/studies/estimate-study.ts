import { estimateRun, type Estimate, type RunPlan, type ScoringUsage } from '../core/index.ts';
import { countRuns, runsOfStudy, type Study } from './study.ts';

/** What a study will take, as far as it can be known before it is sampled. */
export interface StudyEstimate extends Estimate {
  readonly runs: number;
  /** Calls and tokens that its scorer adds at most. */
  readonly scoring: ScoringUsage;
}

/**
 * What sampling a study will take: the sum over its runs, each as it is estimated before it is run alone.
 *
 * @param scoringOf what scoring a run adds
 */
export function estimateStudy(
  study: Study,
  scoringOf: (plan: RunPlan) => ScoringUsage,
): StudyEstimate {
  const { prompts, seeds, shared } = study;
  const total = { calls: 0, promptTokens: 0, mostCompletionTokens: 0 };
  const scoring = { calls: 0, tokens: 0 };
  for (const { prompt, preference } of prompts) {
    // Another seed takes as much.
    const plan: RunPlan = { prompt, preference, seed: seeds[0] ?? 0, ...shared };
    const run = estimateRun(plan);
    total.calls += run.calls * seeds.length;
    total.promptTokens += run.promptTokens * seeds.length;
    total.mostCompletionTokens += run.mostCompletionTokens * seeds.length;
    const scored = scoringOf(plan);
    scoring.calls += scored.calls * seeds.length;
    scoring.tokens += scored.tokens * seeds.length;
  }
  return { runs: countRuns(study), ...total, scoring };
}

/** Texts of one run of a study: another prompt or seed has as many. */
export function textsOfRun(study: Study): number {
  const [first] = runsOfStudy(study, '');
  return first === undefined ? 0 : estimateRun(first.plan).calls;
}

/** Texts of all runs of a study, as far as they can be known before it is sampled. */
export function textsOfStudy(study: Study): number {
  return countRuns(study) * textsOfRun(study);
}

/**
 * How the time that a study took compares with what was guessed before it.
 *
 * @returns took over guessed; null where nothing was guessed or measured
 */
export function guessRatio(guessedSeconds: number | null, tookSeconds: number): number | null {
  return guessedSeconds === null || guessedSeconds <= 0 || tookSeconds <= 0
    ? null
    : tookSeconds / guessedSeconds;
}
