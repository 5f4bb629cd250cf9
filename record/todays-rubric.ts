import { underHeader } from './under-header.ts';
import { replay, type RunHeader, type StoredRun } from '../src/core/index.ts';
import { createRubric, scoreResponse } from '../src/rewards/rubric/rubric.ts';
import { completeWeights } from '../src/rewards/rubric/weights.ts';

/** What the blend adds of its rubric is kept with three decimals. */
const ROUNDING = 0.0006;
const VERSION = 'rubric.version';
const PART = 'rubric/prompt-and-preference';

/** A response whose rubric part is another than it was when it was recorded. */
export interface ChangedReward {
  readonly response: string;
  /** What the part adds to the reward. */
  readonly was: number;
  readonly is: number;
}

/** The responses of a recorded run that today's rubric rewards otherwise. @throws Error where its scorer was no blend with the rubric */
export function changedRewards({ header, events }: StoredRun): ChangedReward[] {
  const { prompt, preference } = header.plan;
  const [mean, deviation, weight] = ['mean', 'deviation', 'weight'].map((name) =>
    settingOf(header, `${PART}.${name}`),
  ) as [number, number, number];
  const weights = completeWeights({});
  return replay(header, events).arms.flatMap(({ nodes }) =>
    nodes.flatMap(({ progress, scoring }) => {
      if (progress.status !== 'finished' || scoring.status !== 'scored') return [];
      const was = scoring.reward.breakdown.find(({ id }) => id === 'rubric')?.value;
      if (was === undefined) return [];
      const response = progress.text;
      const { conditionedOn } = scoring.reward;
      const { value } = scoreResponse({ prompt, preference, response, conditionedOn }, weights);
      const is = (weight * (value - mean)) / deviation;
      return Math.abs(is - was) > ROUNDING ? [{ response, was, is }] : [];
    }),
  );
}

/** The rubric's version by which a run was scored. */
export const rubricVersionOf = ({ header }: StoredRun): number => settingOf(header, VERSION);

/** The version of the rubric that is here. */
export const TODAYS_VERSION = createRubric().description.version;

/** The run as scored by the rubric that is here. For a run in which that changes no reward. */
export function asScoredToday({ header, events }: StoredRun): StoredRun {
  const { rewardModel } = header;
  const settings = { ...rewardModel.settings, [VERSION]: TODAYS_VERSION };
  return underHeader({ ...header, rewardModel: { ...rewardModel, settings } }, events);
}

function settingOf({ rewardModel }: RunHeader, name: string): number {
  const value = rewardModel.settings[name];
  if (typeof value !== 'number') throw new Error(`The run’s scorer has no setting “${name}”.`);
  return value;
}
