import { late, type RewardModel, type RewardModelDescription } from '../../core/index.ts';
import type { PointwiseScorer, ScoredAgainst } from '../scorer-contract.ts';
import type { ReadingSetting, SettingValues, WeightsSetting } from '../scorer-settings.ts';
import { RUBRIC_ID } from './check.ts';
import { correctionKept, READING_CORRECTION } from './preference/reading-correction.ts';
import { DEFAULT_RUBRIC_WEIGHTS, RUBRIC_WEIGHTS, type RubricWeights } from './weights.ts';

/** The checks and the reading of preferences: a third of the page's code, which nobody needs to see a picture. */
const code = late('The rubric', () => import('./rubric-as-set.ts'));

const weightsField: WeightsSetting = {
  shownAs: 'weights',
  setting: RUBRIC_WEIGHTS,
  title: 'Weights of the rubric',
  note: 'The reward is the sum of these checks, each something that can be counted in the text. It measures how an answer is written, not whether it is true. A finished run on screen is read by new weights at once; its anchors stay.',
  back: 'Back to the default weights',
  weightsFor: (...asked) => code.now()?.shownWeights(...asked) ?? [],
};

/** Over the 84 tuning pairs of the preference set, as the blend's recipe has them; without a wish fewer checks count. */
const USUAL = {
  withPreference: { mean: 2.42, deviation: 0.86 },
  withoutPreference: { mean: 1.65, deviation: 0.1 },
};

/** The chips under the preference. */
const READING_FIELD: ReadingSetting = { shownAs: 'reading', setting: READING_CORRECTION };

export const rubric: PointwiseScorer = {
  id: RUBRIC_ID,
  name: 'Rubric',
  about:
    'What can be counted in the text, chosen from the preference. It does not know whether an answer is true.',
  cost: 'Costs nothing.',
  reads: 'texts',
  comparesPairs: false,
  usually: (against) => (readsWish(against) ? USUAL.withPreference : USUAL.withoutPreference),
  fields: [weightsField, READING_FIELD],
  settingsKept: ({ settings }) => ({ values: rubricKept(settings) }),
  code,
  make: ({ values }) => rubricLoaded(values),
  makeAtOnce: ({ values }) => code.now()?.rubricSet(values) ?? null,
};

/** The rubric as a person has set it, once its code is here. */
export async function rubricLoaded(values: SettingValues): Promise<RewardModel> {
  const { rubricSet } = await code.load();
  return rubricSet(values);
}

/** What a kept description tells of how it was set. */
export function rubricKept(settings: RewardModelDescription['settings']): SettingValues {
  return {
    [RUBRIC_WEIGHTS.id]: changedWeights(settings),
    // Takes the place of one that is set now, where it was sampled without.
    [READING_CORRECTION.id]: correctionKept(settings) ?? undefined,
  };
}

function readsWish({ preference, conditionedOn }: ScoredAgainst): boolean {
  return conditionedOn === 'prompt-and-preference' && preference.trim() !== '';
}

/** The weights that a kept description tells of, those left out that are the default. */
function changedWeights(settings: RewardModelDescription['settings']): RubricWeights {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([id, value]) =>
      typeof value === 'number' &&
      Object.hasOwn(DEFAULT_RUBRIC_WEIGHTS, id) &&
      DEFAULT_RUBRIC_WEIGHTS[id] !== value
        ? [[id, value]]
        : [],
    ),
  );
}
