import { sumOfUsages, type Conditioning, type Policy, type RewardModel } from '../../core/index.ts';
import { createAnswerFloors } from '../floors/answer-floors.ts';
import type { FloorsEdition } from '../floors/floors-edition.ts';
import {
  editionSet,
  OPENING_EDITION,
  partReadBy,
  type InformationEdition,
} from '../preference-information/information-edition.ts';
import { createPreferenceInformation } from '../preference-information/preference-information.ts';
import { readerOf } from '../preference-information/read-information.ts';
import { rubricSet } from '../rubric/rubric-as-set.ts';
import type { SettingValues } from '../scorer-settings.ts';
import { createBlend, type BlendPart } from './blend-scorers.ts';
import { EMBEDDED_BLEND, versionWithFloors } from './blend-edition.ts';
import recipe from './embedded-blend.json' with { type: 'json' };

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
    id: EMBEDDED_BLEND.id,
    name: `Blend for the embedded model${readsWhole && edition.version > 1 ? ', whole responses' : ''}`,
    version: edition.version === 1 ? 1 : recipe.version,
  });
}

/** The blend as a person has set it, or a run began with it. */
export function embeddedBlendSet(
  values: SettingValues,
  floors: FloorsEdition | null,
  policy: Policy,
): RewardModel {
  const reader = readerOf(policy);
  const edition = editionSet(values);
  const parts = [rubricSet(values), createPreferenceInformation(reader, edition)];
  const blend = createEmbeddedBlend(parts, edition);
  return floors === null
    ? blend
    : withFloors(blend, createAnswerFloors(reader, floors), versionWithFloors(floors));
}

/**
 * The blend, less what the floors take; nothing is taken where it reads no preference, since it then reads nothing of the
 * model that floors could be measured by.
 */
function withFloors(blend: RewardModel, floors: RewardModel, version: number): RewardModel {
  const { settings } = floors.description;
  const own = Object.entries({ ...settings, version: floors.description.version });
  return {
    description: {
      ...blend.description,
      version,
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
