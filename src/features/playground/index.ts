export { readForm } from './form/run-form.ts';
export { FIRST_FORM, type RunForm } from './form/run-form.ts';
export type { RewardModelTools } from './scoring/reward-model/reward-model-tools.ts';
export { PlaygroundScreen } from './playground-screen.tsx';
