import type { RewardModel, RewardModelDescription } from '../../core/index.ts';
import type { PointwiseScorer } from '../scorer-contract.ts';

const ID = 'reward-model';

/** The reward model that a person has loaded: what it makes is named by this id and the loaded model's. */
export const rewardModelScorer: PointwiseScorer = {
  id: ID,
  name: 'Reward model',
  about: 'A sequence-classification model trained on people’s preferences; load one below.',
  cost: 'Reads each response with its prompt: on a processor seconds for a short one.',
  reads: 'reward-model',
  comparesPairs: false,
  choosesAnchors: false,
  pageOnly:
    'A reward model reads with an engine that runs in a browser: load one in the page, under “Score again with”.',
  made: (id) => id === ID || id.startsWith(`${ID}-`),
  settingsKept: (description) => ({ rewardModel: description }),
  make: async ({ rewardModel: wanted }, { rewardModel }) =>
    checkRewardModel(wanted, await rewardModel()),
};

/**
 * The reward model, where it is the one that is wanted: other weights would mix rewards that don't compare.
 *
 * @param wanted the description that a kept scoring tells; undefined where whichever is loaded will do.
 * @throws Error with a sentence that says which one to load.
 */
function checkRewardModel(
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
