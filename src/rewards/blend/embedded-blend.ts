import type { Conditioning, RewardModel } from '../../core/index.ts';
import {
  OPENING_EDITION,
  partReadBy,
  type InformationEdition,
} from '../preference-information/index.ts';
import { createBlend, type BlendPart } from './blend.ts';
import recipe from './embedded-blend.json' with { type: 'json' };

const ID = 'embedded-blend';

/**
 * Whether a scorer's rewards with z and without stand on two scales: it then has a recipe for each, and the difference between
 * the two means nothing.
 *
 * @param id of the scorer's description
 */
export function hasScalePerConditioning(id: string): boolean {
  return id === ID;
}

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
