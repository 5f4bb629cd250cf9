export { createMeanLogProbability } from './mean-log-probability.ts';
export { createSelfCertainty, type SelfCertaintySettings } from './self-certainty.ts';
