import { z } from 'zod';
import {
  sumOfUsages,
  type Conditioning,
  type RewardModel,
  type RewardModelDescription,
} from '../../core/index.ts';
import {
  editionKept,
  editionSet,
  OPENING_EDITION,
  partReadBy,
  READS_WHOLE_FIELD,
  type InformationEdition,
} from '../preference-information/information-edition.ts';
import {
  createPreferenceInformation,
  preferenceInformation,
  preferenceInformationCalls,
  READS_OPENINGS,
} from '../preference-information/preference-information.ts';
import { readerOf } from '../preference-information/read-information.ts';
import { ANSWER_FLOORS_CALL, createAnswerFloors } from '../floors/answer-floors.ts';
import { rubric, rubricKept, rubricSet } from '../rubric/rubric-scorer.ts';
import type { PointwiseScorer, ScorerSettings } from '../scorer-contract.ts';
import { valueOf, type Setting, type SettingValues } from '../scorer-settings.ts';
import { createBlend, type BlendPart } from './blend-scorers.ts';
import recipe from './embedded-blend.json' with { type: 'json' };

const ID = 'embedded-blend';

/** Version 3 has floors; a run that an earlier version began goes on without them. */
const VERSION_WITH_FLOORS = 3;

const HAS_FLOORS: Setting<boolean> = {
  id: 'blendHasFloors',
  schema: z.boolean(),
  usual: true,
};

const hasFloors = (values: SettingValues): boolean =>
  valueOf(values, HAS_FLOORS) && editionSet(values).version > 1;

type RecipePart = (typeof recipe.withoutPreference)[number];

/**
 * The blend for the embedded model, with the weights that were fitted for it
 * (docs/decisions/2026-11-25-preference-information-opening.md). What preference information says of the whole response has
 * another spread than what it says of the opening, so each has its own recipe; version 1 had the one for the whole.
 *
 * @param rewardModels the scorers that the recipe names, among others
 * @param edition of preference information among them
 * @throws Error with a sentence where one is missing
 */
export function createEmbeddedBlend(
  rewardModels: readonly RewardModel[],
  edition: InformationEdition = OPENING_EDITION,
): RewardModel {
  const cook = (parts: readonly RecipePart[], conditionedOn: Conditioning): readonly BlendPart[] =>
    parts.map(({ scorer, ...numbers }) => {
      const rewardModel = rewardModels.find(({ description }) => description.id === scorer);
      if (rewardModel === undefined) {
        throw new Error(`The embedded blend needs the scorer “${scorer}”.`);
      }
      return { ...numbers, rewardModel, conditionedOn };
    });
  const readsWhole = partReadBy(edition) === 'whole';
  const { withPreference } = readsWhole ? recipe.whole : recipe.opening;
  const parts = [
    ...cook(withPreference, 'prompt-and-preference'),
    ...cook(recipe.withoutPreference, 'prompt'),
  ];
  return createBlend(parts, {
    id: ID,
    name: `Blend for the embedded model${readsWhole && edition.version > 1 ? ', whole responses' : ''}`,
    version: edition.version === 1 ? 1 : recipe.version,
  });
}

export const embeddedBlend: PointwiseScorer = {
  id: ID,
  name: 'Blend for the embedded model',
  about:
    'The rubric and preference information, standardised and weighed as fitted on the tuning half of the preference set, less floors for what says nothing, doesn’t hang together or isn’t about the prompt; without a preference the rubric alone.',
  cost: READS_OPENINGS,
  reads: 'policy',
  needs: 'score-text',
  comparesPairs: false,
  scalePerConditioning: true,
  alsoCalled: ['blend', 'embedded'],
  // Its parts are standardised: their mean is 0, and each deviates by its weight.
  usually: ({ preference, conditionedOn }) => {
    const isWished = conditionedOn === 'prompt-and-preference' && preference.trim() !== '';
    const parts = isWished ? recipe.opening.withPreference : recipe.withoutPreference;
    return { mean: 0, deviation: Math.hypot(...parts.map(({ weight }) => weight)) };
  },
  fields: [READS_WHOLE_FIELD],
  settingsKept,
  calls: (against, { values }) => {
    const calls = preferenceInformationCalls(against, editionSet(values));
    return calls.length > 0 && hasFloors(values) ? [...calls, ANSWER_FLOORS_CALL] : calls;
  },
  make: async ({ values }, { policy }) => {
    const reader = readerOf(await policy());
    const edition = editionSet(values);
    const parts = [rubricSet(values), createPreferenceInformation(reader, edition)];
    const blend = createEmbeddedBlend(parts, edition);
    return hasFloors(values) ? withFloors(blend, createAnswerFloors(reader)) : blend;
  },
};

/**
 * The blend, less what the floors take; nothing is taken where it reads no preference, since it then reads nothing of the
 * model that floors could be measured by.
 */
function withFloors(blend: RewardModel, floors: RewardModel): RewardModel {
  const { settings } = floors.description;
  const own = Object.entries({ ...settings, version: floors.description.version });
  return {
    description: {
      ...blend.description,
      version: VERSION_WITH_FLOORS,
      summary: `${blend.description.summary} ${floors.description.summary}`,
      settings: {
        ...blend.description.settings,
        ...Object.fromEntries(
          own.map(([name, value]) => [`${floors.description.id}.${name}`, value]),
        ),
      },
    },
    async score(request, signal) {
      const reward = await blend.score(request, signal);
      if (request.conditionedOn === 'prompt' || request.preference.trim() === '') return reward;
      const taken = await floors.score(request, signal);
      return {
        value: reward.value + taken.value,
        breakdown: [...reward.breakdown, ...taken.breakdown],
        conditionedOn: reward.conditionedOn,
        usage: sumOfUsages([reward, taken].flatMap(({ usage }) => usage ?? [])),
      };
    },
  };
}

/** A blend keeps the settings of its parts, each name after its part's. */
function settingsKept({
  settings,
  version: kept,
}: RewardModelDescription): Partial<ScorerSettings> {
  const { version, ...read } = partSettings(settings, preferenceInformation.id);
  const information = editionKept({ version: Number(version), settings: read });
  return {
    values: {
      ...information.values,
      ...rubricKept(partSettings(settings, rubric.id)),
      [HAS_FLOORS.id]: kept >= VERSION_WITH_FLOORS,
    },
  };
}

type Settings = RewardModelDescription['settings'];

function partSettings(settings: Settings, part: string): Settings {
  const prefix = `${part}.`;
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
}
