/** Reward models R: one folder each, every one behind the contract in core. */
export * from './rubric/index.ts';
