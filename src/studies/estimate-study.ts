import {
  estimateRun,
  makeArm,
  type Estimate,
  type RunPlan,
  type ScoringUsage,
} from '../core/index.ts';
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

/** Texts of one run of a study: another prompt or seed has as many, or with every split about as many. */
export function textsOfRun(study: Study): number {
  const [first] = runsOfStudy(study, '');
  if (first === undefined) return 0;
  return study.splits === undefined
    ? estimateRun(first.plan).calls
    : textsWithEverySplit(first.plan);
}

/**
 * The texts of a run with every split of PRS, as far as chance tells: the k-th draft is the best so far, and so an anchor, once in
 * k runs, and has then a feedback and N - k refinements.
 */
function textsWithEverySplit(plan: RunPlan): number {
  const { arms, budget } = plan;
  const ends = [
    [0, budget],
    [budget, 0],
  ].map((split) => ({ ...makeArm('prs', budget, split), id: split.join('/') }));
  const { calls } = estimateRun({ ...plan, arms: [...arms, ...ends] });
  const planned = arms
    .filter(({ kind, split }) => kind === 'prs' && split.length === 2 && split[0] !== 0)
    .reduce(
      (sum, { split: [, refinements = 0] }) => sum + (refinements > 0 ? 1 + refinements : 0),
      0,
    );
  let expected = 0;
  for (let draft = 1; draft < budget; draft += 1) expected += (1 + budget - draft) / draft;
  return calls + Math.max(0, Math.round(expected) - planned);
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
