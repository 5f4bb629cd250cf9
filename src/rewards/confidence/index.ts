export { createMeanLogProbability, meanLogProbability } from './mean-log-probability.ts';
export {
  createSelfCertainty,
  selfCertainty,
  type SelfCertaintySettings,
} from './self-certainty.ts';
