export {
  FIRST_KEPT_FORM,
  formFor,
  isSame,
  type KeptForm,
  keptOf,
  type OwnForms,
  readKeptForm,
  writeKeptForm,
} from './form/kept-form.ts';
export {
  type FormInAddress,
  formFromAddress,
  formToAddress,
  setUpToShare,
} from './form/form-in-address.ts';
export type { RewardModelTools } from './scoring/reward-model/reward-model-tools.ts';
export { PlaygroundScreen } from './playground-screen.tsx';
export { KeysButton } from './keys/lazy-keys-button.ts';
export { RUN_BUTTON_ID } from './setup/setup-pane.tsx';
export type { OwnSetUp } from './setup/own-set-up.tsx';
export type { RecordedOnPage } from './recorded/use-shown-view.ts';
