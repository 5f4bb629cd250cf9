import type { Conditioning, RewardModel } from '../../core/index.ts';
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

type RecipePart = (typeof recipe.withPreference)[number];

/**
 * The blend for the embedded model, with the weights that were fitted for it
 * (docs/decisions/2026-11-23-preference-information.md).
 *
 * @param rewardModels the scorers that the recipe names, among others
 * @throws Error with a sentence where one is missing
 */
export function createEmbeddedBlend(rewardModels: readonly RewardModel[]): RewardModel {
  const cook = (parts: readonly RecipePart[], conditionedOn: Conditioning): readonly BlendPart[] =>
    parts.map(({ scorer, ...numbers }) => {
      const rewardModel = rewardModels.find(({ description }) => description.id === scorer);
      if (rewardModel === undefined) {
        throw new Error(`The embedded blend needs the scorer “${scorer}”.`);
      }
      return { ...numbers, rewardModel, conditionedOn };
    });
  const parts = [
    ...cook(recipe.withPreference, 'prompt-and-preference'),
    ...cook(recipe.withoutPreference, 'prompt'),
  ];
  return createBlend(parts, {
    id: ID,
    name: 'Blend for the embedded model',
    version: recipe.version,
  });
}
