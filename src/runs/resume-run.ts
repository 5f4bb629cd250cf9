import {
  type CatalogAssessment,
  type NextArms,
  type Policy,
  type ResponseAddress,
  type RewardModel,
  type RewardModelDescription,
  type RunHeader,
  shortened,
} from '../core/index.ts';
import { type ChosenModel, offeredModel } from './chosen-model.ts';
import type { RunView } from './run-view.ts';

// Going on with an interrupted run: whether it can be, and with which model and scorer. What is finished is kept by the
// sampler itself (`sampleRun`), which takes up the tree where it stopped.

/** What is to be sampled of a run beside what it lacks by its plan. */
export interface MoreOfRun {
  /** Which arms it gets that it was not planned with. */
  readonly next: NextArms;
  /** Failed nodes that are tried once more. */
  readonly again: readonly ResponseAddress[];
}

/** Whether the run on screen ended before all its arms did. */
export function canResume({ tree, state }: RunView): boolean {
  if (tree === null || (state !== 'stopped' && state !== 'failed')) return false;
  return tree.arms.some(({ status }) => status !== 'finished');
}

/** The model to go on with a run: the one that wrote it, where it is in the list; else the one that is chosen. */
export function modelToResume(
  assessment: CatalogAssessment | null,
  run: RunHeader | null,
  choice: ChosenModel | null,
): ChosenModel | null {
  return offeredModel(assessment, run?.policy.id ?? null) ?? choice;
}

/** @throws Error with a sentence where a run would get a second model or scorer. */
export function checkModelAndScorer(
  run: Pick<RunHeader, 'policy' | 'rewardModel'>,
  policy: Policy,
  { description }: RewardModel,
): void {
  if (policy.description.id !== run.policy.id) {
    throw new Error(
      `This run was written by ${run.policy.name}: choose that model to go on with it.`,
    );
  }
  checkSameScorer(run.rewardModel, description);
}

/** @throws Error with a sentence where rewards of two scorers, or of two models that one scorer reads with, would be mixed. */
export function checkSameScorer(before: RewardModelDescription, now: RewardModelDescription): void {
  const { id, name, version } = before;
  if (now.id !== id || now.version !== version) {
    throw new Error(
      `This was scored by ${name}, version ${String(version)}, which is not here any more: score it anew.`,
    );
  }
  const names = new Set([...Object.keys(before.settings), ...Object.keys(now.settings)]);
  const changed = [...names].filter((each) => before.settings[each] !== now.settings[each]);
  // A model has a name and an id: people know it by the name.
  const setting = changed.find((each) => each.endsWith('policyName')) ?? changed[0];
  if (setting === undefined) return;
  const [was, is] = [before, now].map(({ settings }) => shown(settings[setting]));
  const what = isPolicy(setting) ? 'the model' : `the setting “${setting}” at`;
  const mend = isPolicy(setting) ? 'choose that model' : 'set it as it was';
  throw new Error(
    `This was scored by ${name} with ${what} ${String(was)}, and now it is ${String(is)}: ${mend}, or score it anew.`,
  );
}

/** Whether a setting tells the model that a scorer reads with; a blend puts the name of its part before it. */
function isPolicy(setting: string): boolean {
  return /(^|\.)policy(Id|Name|Engine)?$/.test(setting);
}

/** Characters of a setting's text that a sentence has room for. */
const LONGEST_SHOWN = 60;

function shown(value: string | number | boolean | undefined): string {
  if (value === undefined) return 'none';
  if (typeof value !== 'string') return String(value);
  return `“${shortened(value, LONGEST_SHOWN, ' …')}”`;
}
