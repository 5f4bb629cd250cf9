import { nextOfEverySplit, type NextArms, type RunPlan } from '../core/index.ts';
import type { QueuedRun } from './sample-runs.ts';

/** What every run of a study is planned with: arms with their splits, sampling, what the scorer reads. */
export type SharedPlan = Omit<RunPlan, 'prompt' | 'preference' | 'seed'>;

/** A prompt x with its preference z. */
export interface StudyPrompt {
  /** Unique within a study. */
  readonly id: string;
  readonly prompt: string;
  readonly preference: string;
}

/** Prompts × arms × seeds: a run for each prompt and seed, with all the arms in it, so that they share their drafts. */
export interface Study {
  readonly name: string;
  readonly prompts: readonly StudyPrompt[];
  readonly seeds: readonly number[];
  readonly shared: SharedPlan;
  /** Where told, each run gets after its own arms those that every split N0/N1 of PRS needs. */
  readonly everySplit?: true;
}

/** What the runs of a study share of the plan of one. */
export function sharedPlanOf(plan: RunPlan): SharedPlan {
  const { budget, arms, sampling, feedbackMaxTokens } = plan;
  const { conditionedOn, scoreBothWays, prompts } = plan;
  return {
    ...{ budget, arms, sampling, feedbackMaxTokens },
    ...{ conditionedOn, scoreBothWays, prompts },
  };
}

/** The arms that a run of the study gets after its own; null where it gets none. */
export function furtherArmsOf({ everySplit, shared }: Study): NextArms | null {
  if (everySplit !== true) return null;
  // What every split needs is known when the planned arms are there: before, drafts that they share would count as missing.
  return (tree) =>
    tree.state.status === 'finished' ? nextOfEverySplit(tree, 'prs', shared.budget) : [];
}

/** How many runs a study has. */
export function countRuns({ prompts, seeds }: Study): number {
  return prompts.length * seeds.length;
}

/**
 * The runs of a study, one at a time: every prompt with the first seed, then with the next, so that one that is stopped has
 * something to say of all prompts.
 *
 * @param key what the ids of its runs begin with: letters, digits and hyphens
 */
export function* runsOfStudy(
  { prompts, seeds, shared }: Study,
  key: string,
): Generator<QueuedRun, void, undefined> {
  for (const seed of seeds) {
    for (const [place, { id, prompt, preference }] of prompts.entries()) {
      yield {
        id: `${key}-${String(place + 1)}-${String(seed)}`,
        name: seeds.length === 1 ? id : `${id}, seed ${String(seed)}`,
        plan: { prompt, preference, seed, ...shared },
      };
    }
  }
}
