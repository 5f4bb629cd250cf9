import { useMemo, useState, useSyncExternalStore } from 'react';
import type { CatalogAssessment, RunHeader } from '../../core/index.ts';
import { settingsOf, type ScorerFactory } from '../../rewards/index.ts';
import {
  ModelConsent,
  modelToResume,
  type ActWithModel,
  type ChosenModel,
  type ModelSession,
  type RunController,
} from '../../runs/index.ts';
import { readForm } from './form/read-form.ts';
import {
  formOf,
  planOf,
  runName,
  scorerOf,
  scorerSettings,
  type RunForm,
} from './form/run-form.ts';

export interface RunActionsProps {
  readonly controller: RunController;
  readonly models: ModelSession;
  readonly scorers: ScorerFactory;
  readonly assessment: CatalogAssessment | null;
  readonly choice: ChosenModel | null;
  readonly form: RunForm;
  readonly onForm: (form: RunForm) => void;
  /** Puts a run, or none, into the address. */
  readonly onShowRun: (runId: string | null) => void;
}

export interface RunActions {
  /** The model that the person has to agree to; null while nothing is asked. */
  readonly asking: ChosenModel | null;
  readonly agree: (model: ChosenModel) => void;
  readonly cancel: () => void;
  /** Acts with the chosen model, once it is agreed to where that has to be asked. */
  readonly withModel: (act: ActWithModel) => void;
  readonly run: () => void;
  readonly resume: () => void;
  readonly reuse: () => void;
  readonly startAnew: () => void;
  /** Why the last wish could not be met, a sentence; null where it could. */
  readonly notice: string | null;
}

/** Starting, continuing and copying runs, each asking first where a model is to be fetched from elsewhere. */
export function useRunActions(props: RunActionsProps, run: RunHeader | null): RunActions {
  const { controller, models, form, onForm, choice, assessment, onShowRun, scorers } = props;
  const consent = useMemo(() => new ModelConsent(models), [models]);
  const asking = useSyncExternalStore(consent.asking.subscribe, consent.asking.getSnapshot);
  const [notice, setNotice] = useState<string | null>(null);

  const withModel = (chosen: ChosenModel | null, act: ActWithModel): void => {
    setNotice(null);
    consent.withModel(chosen, act);
  };
  const start = ({ source }: ChosenModel): void => {
    onShowRun(null);
    void controller.start({
      name: runName(form.prompt),
      plan: planOf(form),
      source,
      scorer: scorers.forRun(scorerOf(form, source), scorerSettings(form)),
    });
  };
  const goOn = ({ source }: ChosenModel): void => {
    if (run === null) return;
    const { rewardModel } = run;
    const settings = settingsOf(rewardModel, scorerSettings(form));
    void controller.resume(source, scorers.forRun(rewardModel.id, settings));
  };

  return {
    asking,
    agree: (agreed) => {
      consent.agree(agreed);
    },
    cancel: () => {
      consent.cancel();
    },
    withModel: (act) => {
      withModel(choice, act);
    },
    run: () => {
      withModel(choice, start);
    },
    resume: () => {
      withModel(modelToResume(assessment, run, choice), goOn);
    },
    reuse: () => {
      const copied = run === null ? null : readForm(formOf(run, form));
      if (copied !== null) onForm(copied);
      setNotice(copied === null ? 'This run’s set-up has values that can’t be used here.' : null);
    },
    startAnew: () => {
      setNotice(null);
      controller.close();
      onShowRun(null);
    },
    notice,
  };
}
