import {
  type Arm,
  type Estimate,
  estimateRun,
  makeArm,
  promptSizes,
  type RunPlan,
  type ScoringUsage,
  type Split,
} from '../core/index.ts';
import { countRuns, runsOfStudy, type Study } from './study.ts';

/** What a study will take, as far as it can be known before it is sampled. */
export interface StudyEstimate extends Estimate {
  readonly runs: number;
  /** Calls and tokens that its scorer adds at most. */
  readonly scoring: ScoringUsage;
}

/**
 * What sampling a study will take: the sum over its runs, each as it is estimated before it is run alone, with every split where the
 * study samples them.
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
    const run = estimateRunOf(study, plan);
    total.calls += run.calls * seeds.length;
    total.promptTokens += run.promptTokens * seeds.length;
    total.mostCompletionTokens += run.mostCompletionTokens * seeds.length;
    const scored = scoringOfRun(study, plan, scoringOf);
    scoring.calls += scored.calls * seeds.length;
    scoring.tokens += scored.tokens * seeds.length;
  }
  return { runs: countRuns(study), ...total, scoring };
}

/** Texts of one run of a study: another prompt or seed has as many, or with every split about as many. */
export function textsOfRun(study: Study): number {
  const [first] = runsOfStudy(study, '');
  return first === undefined ? 0 : estimateRunOf(study, first.plan).calls;
}

/** What a run takes; with every split, as far as chance tells. */
function estimateRunOf({ everySplit }: Study, plan: RunPlan): Estimate {
  if (everySplit !== true) return estimateRun(plan);
  const { feedbacks, refinements } = textsBetweenEnds(plan);
  const { calls, promptTokens, mostCompletionTokens } = estimateRun(withEnds(plan));
  const { feedback, afterFeedback } = promptSizes(prsOf([1, 1]), plan);
  return {
    calls: calls + feedbacks + refinements,
    promptTokens: promptTokens + feedbacks * feedback + refinements * afterFeedback,
    mostCompletionTokens:
      mostCompletionTokens +
      feedbacks * plan.feedbackMaxTokens +
      refinements * plan.sampling.maxTokens,
  };
}

function scoringOfRun(
  { everySplit }: Study,
  plan: RunPlan,
  scoringOf: (plan: RunPlan) => ScoringUsage,
): ScoringUsage {
  if (everySplit !== true) return scoringOf(plan);
  const ends = scoringOf(withEnds(plan));
  const [one, two] = [1, 2].map((refined) => scoringOf({ ...plan, arms: [prsOf([1, refined])] }));
  const { refinements } = textsBetweenEnds(plan);
  const ofRefinement = (key: keyof ScoringUsage) => (two?.[key] ?? 0) - (one?.[key] ?? 0);
  return {
    calls: ends.calls + refinements * ofRefinement('calls'),
    tokens: ends.tokens + refinements * ofRefinement('tokens'),
  };
}

/** The run with PRS (0, N) and (N, 0) beside its arms. */
function withEnds(plan: RunPlan): RunPlan {
  const { arms, budget } = plan;
  return { ...plan, arms: [...arms, prsOf([0, budget]), prsOf([budget, 0])] };
}

function prsOf(split: Split): Arm {
  const budget = split.reduce((sum, part) => sum + part, 0);
  return { ...makeArm('prs', budget, split), id: split.join('/') };
}

/**
 * What every split of PRS takes beside its ends and the planned arms: the k-th draft is the best so far, and so an anchor, once in
 * k runs, and has then a feedback and N - k refinements.
 */
function textsBetweenEnds({ arms, budget }: RunPlan) {
  let [feedbacks, refinements] = [0, 0];
  for (let draft = 1; draft < budget; draft += 1) {
    feedbacks += 1 / draft;
    refinements += (budget - draft) / draft;
  }
  for (const { kind, split } of arms) {
    const [drafts = 0, refined = 0] = split;
    if (kind !== 'prs' || split.length !== 2 || drafts === 0 || refined === 0) continue;
    feedbacks -= 1;
    refinements -= refined;
  }
  return {
    feedbacks: Math.max(0, Math.round(feedbacks)),
    refinements: Math.max(0, Math.round(refinements)),
  };
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
