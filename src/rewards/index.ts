/** Reward models R: one folder each, every one behind the contract in core. */
export * from './rubric/index.ts';
export * from './badges/index.ts';
export * from './judge/index.ts';
export * from './confidence/index.ts';
export * from './controls/index.ts';
export * from './reward-model/index.ts';
export * from './preference-information/index.ts';
export * from './blend/index.ts';
export * from './scorer-list/index.ts';
