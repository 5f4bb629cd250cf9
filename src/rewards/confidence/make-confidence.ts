/** What the confidence scorers read with: fetched once the page stands. */
export { createMeanLogProbability } from './mean-log-probability.ts';
export { createSelfCertainty, vocabularyOf } from './self-certainty.ts';
