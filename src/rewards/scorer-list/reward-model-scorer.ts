import type { RewardModel, RewardModelDescription } from '../../core/index.ts';

/** The scorer that a person chooses; what it makes is named by this id and the loaded model's. */
export const REWARD_MODEL_SCORER = 'reward-model';

/** Whether a description's id is that of a loaded reward model. */
export function isRewardModelId(id: string): boolean {
  return id.startsWith(`${REWARD_MODEL_SCORER}-`);
}

/**
 * The reward model, where it is the one that is wanted: other weights would mix rewards that don't compare.
 *
 * @param wanted the description that a kept scoring tells; undefined where whichever is loaded will do.
 * @throws Error with a sentence that says which one to load.
 */
export function checkRewardModel(
  wanted: RewardModelDescription | undefined,
  loaded: RewardModel,
): RewardModel {
  if (wanted === undefined) return loaded;
  const { id, settings } = loaded.description;
  const parts = Object.entries(wanted.settings);
  if (id === wanted.id && parts.every(([name, value]) => settings[name] === value)) return loaded;
  throw new Error(
    `These responses were scored by ${wanted.name}, with ${partsOf(wanted)}. Load that one, or score anew with ${loaded.description.name}.`,
  );
}

function partsOf({ settings }: RewardModelDescription): string {
  const { backbone, head } = settings;
  return `the backbone ${String(backbone)} and the head ${String(head)}`;
}
