import { memo, Suspense, useDeferredValue } from 'react';
import type { KnownModel } from '../../../core/index.ts';
import { type ChosenModel, modelSize } from '../../../runs/index.ts';
import { isFirstForm } from '../form/kept-form.ts';
import { planOf, type RunForm, scorerSettings } from '../form/run-form.ts';
import { RunWarnings } from './lazy-run-warnings.ts';
import { RunEstimate } from './run-estimate.tsx';

export interface ForetoldProps {
  readonly form: RunForm;
  readonly choice: ChosenModel | null;
  /** What is known of the chosen model before it is loaded. */
  readonly known: KnownModel;
  readonly scorerId: string;
}

/** What a run of the set-up will take, and what it may run into. Where a hand moves the split, the picture follows first. */
export function Foretold({ form, ...others }: ForetoldProps) {
  return <OfForm {...others} form={useDeferredValue(form)} />;
}

const OfForm = memo(function OfForm({ form, choice, known, scorerId }: ForetoldProps) {
  const plan = planOf(form);
  return (
    <>
      <RunEstimate plan={plan} scorerId={scorerId} settings={scorerSettings(form)} />
      {(!isFirstForm(form, modelSize(choice)) || isUnusual(known)) && (
        <Suspense>
          <RunWarnings plan={plan} model={known} />
        </Suspense>
      )}
    </>
  );
});

/** Tokens that the set-up of a first visit takes at most, its refinements included, whichever model's settings it has. */
const ROOM_FOR_FIRST_FORM = 1024;

/** Whether something is to be said of a model whatever is set up; else a first visit fetches nothing that could say it. */
function isUnusual({ contextTokens, lacksChatTemplate }: KnownModel): boolean {
  return lacksChatTemplate || (contextTokens !== null && contextTokens < ROOM_FOR_FIRST_FORM);
}
