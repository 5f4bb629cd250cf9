import {
  type Arm,
  ARM_TRAITS,
  type ArmTree,
  createPlay,
  makeArm,
  missingTexts,
  type PlayArms,
  OWN_SCORING,
  type RunPlan,
  type SamplingTree,
  type Split,
} from '../core/index.ts';
import { isBusy, type RunView } from './run-view.ts';

/** The arms that are shown of a run. */
export interface PlayedRun {
  readonly arms: readonly ArmTree[];
  /** Texts that the arms shown lack; 0 where they are still to come, and where it isn't played. */
  readonly missing: number;
}

/**
 * Which arms are shown of a run: the planned ones, or those that are set up now, where the rest of the set-up is the run's own.
 * Other splits, budgets and strategies are read from what the run has drawn; what they lack stays planned.
 *
 * @param tree as the shown scoring has it
 * @param next what is set up now
 * @param split at which the run is played where another is set up; null for its own
 */
export function createPlayedRun(): (
  view: RunView,
  tree: SamplingTree,
  scoringId: string | null,
  next: RunPlan,
  split?: Split | null,
) => PlayedRun {
  let known: { tree: SamplingTree; play: PlayArms } | null = null;
  let last: { of: string; arms: readonly ArmTree[] } | null = null;
  return (view, tree, scoringId, next, split = null) => {
    const wanted = armsWanted(tree, next, split);
    if (wanted.length === 0 || !canPlaySplits(view, tree, scoringId)) {
      return { arms: plannedArms(tree), missing: 0 };
    }
    if (known?.tree !== tree) {
      known = { tree, play: createPlay(tree) };
      last = null;
    }
    // The same arms as before are the same objects, so that nothing is drawn anew for them.
    const of = JSON.stringify(wanted);
    if (last?.of !== of) last = { of, arms: known.play(wanted) };
    const { arms } = last;
    return { arms, missing: isAtRest(view) ? missingTexts(arms) : 0 };
  };
}

/** Whether a run has all that it was planned with: it is finished, or came so with the page. */
function isAtRest({ state }: RunView): boolean {
  return state === 'finished' || state === 'idle';
}

/**
 * Whether a run can be shown at other splits. What it was planned with is watched until it is there, whatever is set up meanwhile;
 * and another scorer's rewards would choose other anchors, which were not refined: its reading is shown as it is.
 */
export function canPlaySplits(
  view: RunView,
  tree: SamplingTree,
  scoringId: string | null,
): boolean {
  if (isReadByAnother(scoringId)) return false;
  return !isBusy(view) || plannedArms(tree).every(({ status }) => status === 'finished');
}

/** Whether a run is shown by the rewards of another scorer than its own. */
export function isReadByAnother(scoringId: string | null): boolean {
  return scoringId !== null && scoringId !== OWN_SCORING;
}

/** Whether two plans differ in their arms and budgets at most, so that what is drawn for one serves the other. */
export function hasSameTerms(one: RunPlan, other: RunPlan): boolean {
  return termsOf(one) === termsOf(other);
}

/** Of a plan, the preference and whether it is read: what is set anew where a run is looked at for another wish. */
export function ownWishOf({
  preference,
  conditionedOn,
}: RunPlan): Pick<RunPlan, 'preference' | 'conditionedOn'> {
  return { preference, conditionedOn };
}

function termsOf(plan: RunPlan): string {
  const { prompt, preference, sampling, feedbackMaxTokens, seed, prompts } = plan;
  const { conditionedOn, scoreBothWays } = plan;
  return JSON.stringify(
    {
      prompt,
      preference,
      sampling,
      feedbackMaxTokens,
      seed,
      prompts,
      conditionedOn,
      scoreBothWays,
    },
    inOrder,
  );
}

/** What was stored may have its fields in another order, and none for what is undefined. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** None where nothing asks for others than the planned ones. */
function armsWanted(
  { run: { plan } }: SamplingTree,
  next: RunPlan,
  split: Split | null,
): readonly Arm[] {
  if (hasSameTerms(plan, next)) return next.arms;
  if (split === null) return [];
  const budget = split.reduce((sum, part) => sum + part, 0);
  return plan.arms.map((arm) =>
    ARM_TRAITS[arm.kind].split === 'free'
      ? { ...makeArm(arm.kind, budget, split), id: arm.id }
      : arm,
  );
}

function plannedArms({ run, arms }: SamplingTree): readonly ArmTree[] {
  const planned = new Set(run.plan.arms.map(({ id }: Arm) => id));
  return arms.filter(({ arm }) => planned.has(arm.id));
}

/**
 * The split at which a run's arms are shown: that of the first whose split is free, else all drafts.
 *
 * @returns null where it is the run's own
 */
export function splitShown(planned: readonly Arm[], arms: readonly ArmTree[]): Split | null {
  const shown = splitOf(arms.map(({ arm }) => arm));
  const own = splitOf(planned);
  return shown === null || shown.join() === own?.join() ? null : shown;
}

function splitOf(arms: readonly Arm[]): Split | null {
  const free = arms.find(({ kind }) => ARM_TRAITS[kind].split === 'free');
  return (free ?? arms[0])?.split ?? null;
}
