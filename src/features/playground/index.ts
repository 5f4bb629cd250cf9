export { FIRST_KEPT_FORM, formFor, keptOf, readKeptForm, writeKeptForm } from './form/kept-form.ts';
export type { RunForm } from './form/run-form.ts';
export type { RewardModelTools } from './scoring/reward-model/reward-model-tools.ts';
export { PlaygroundScreen } from './playground-screen.tsx';
export { RUN_BUTTON_ID } from './setup/setup-pane.tsx';
export type { RecordedOnPage } from './recorded/use-shown-view.ts';
