import {
  type Arm,
  type ArmTree,
  createPlay,
  findSameArm,
  missingTexts,
  OWN_SCORING,
  type RunPlan,
  type SamplingTree,
} from '../core/index.ts';
import { isBusy, type RunView } from './run-view.ts';

/** The arms that are shown of a run. */
export interface PlayedRun {
  readonly arms: readonly ArmTree[];
  /** Texts that the arms shown lack, and that can be sampled in this run; 0 where it isn't played. */
  readonly missing: number;
}

/**
 * Which arms are shown of a run: the planned ones, or those that are set up now, where the rest of the set-up is the run's own.
 * Other splits, budgets and strategies are read from what the run has drawn; what they lack stays planned.
 *
 * @param tree as the shown scoring has it
 * @param next what is set up now
 */
export function createPlayedRun(): (
  view: RunView,
  tree: SamplingTree,
  scoringId: string | null,
  next: RunPlan,
) => PlayedRun {
  let known: { tree: SamplingTree; play: ReturnType<typeof createPlay> } | null = null;
  return (view, tree, scoringId, next) => {
    if (!canBePlayed(view, tree, scoringId, next)) return { arms: plannedArms(tree), missing: 0 };
    if (known?.tree !== tree) known = { tree, play: createPlay(tree) };
    const arms = known.play(next.arms);
    return { arms, missing: isBusy(view) ? 0 : missingTexts(arms) };
  };
}

/** Another scorer's rewards would choose other anchors, which were not refined: its reading is shown as it is. */
function canBePlayed(
  view: RunView,
  tree: SamplingTree,
  scoringId: string | null,
  next: RunPlan,
): boolean {
  if (next.arms.length === 0 || !hasSameTerms(tree.run.plan, next)) return false;
  // What is being sampled is watched, whatever is set up meanwhile.
  if (isBusy(view)) return next.arms.every((arm) => findSameArm(tree, arm) !== null);
  return scoringId === null || scoringId === OWN_SCORING;
}

/** Whether two plans differ in their arms and budgets at most. */
function hasSameTerms(one: RunPlan, other: RunPlan): boolean {
  return termsOf(one) === termsOf(other);
}

function termsOf(plan: RunPlan): string {
  const { prompt, preference, sampling, feedbackMaxTokens, seed } = plan;
  const sorted = (values: object): unknown => Object.entries(values).sort();
  return JSON.stringify([
    [prompt, preference, seed, feedbackMaxTokens, plan.conditionedOn, plan.scoreBothWays],
    sorted(sampling),
    sorted(plan.prompts),
  ]);
}

function plannedArms({ run, arms }: SamplingTree): readonly ArmTree[] {
  const planned = new Set(run.plan.arms.map(({ id }: Arm) => id));
  return arms.filter(({ arm }) => planned.has(arm.id));
}
