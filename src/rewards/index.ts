/** Reward models R: one folder each, every one behind the contract in core, and in the list of scorers. */
export * from './rubric/index.ts';
export * from './badges/index.ts';
export * from './judge/index.ts';
export * from './confidence/index.ts';
export * from './controls/index.ts';
// The rest of a reward model is fetched when one is wanted: a page that runs none stays light.
export { BACKBONE_ADVICE, MADE_UP_MODEL, REWARD_MODELS } from './reward-model/entries.ts';
export type * from './reward-model/index.ts';
export * from './preference-information/index.ts';
export * from './blend/index.ts';
export * from './scorer-factory.ts';
export * from './scorer-list.ts';
export type * from './scorer-module.ts';
export * from './settings.ts';
