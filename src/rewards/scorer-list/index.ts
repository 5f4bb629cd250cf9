export { REWARD_MODEL_SCORER } from './reward-model-scorer.ts';
export * from './scorer-list.ts';
export * from './scorer-settings.ts';
