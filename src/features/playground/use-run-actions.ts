import { useState } from 'react';
import type { RunHeader } from '../../core/index.ts';
import { pointwiseOffer, settingsOf } from '../../rewards/index.ts';
import { isSameSource, type ChosenModel, type ModelState } from '../../runs/index.ts';
import { offeredModel } from './consent/offered-model.ts';
import { readForm } from './form/read-form.ts';
import { formOf, planOf, runName, scorerOf, scorerSettings } from './form/run-form.ts';
import type { PlaygroundScreenProps } from './playground-screen.tsx';
import { scorerEngines } from './scoring/reward-model/reward-model-tools.ts';

/** What a model is asked about for. */
interface Question {
  readonly model: ChosenModel;
  readonly act: (model: ChosenModel) => void;
}

export interface RunActions {
  /** The model that the person has to agree to; null while nothing is asked. */
  readonly asking: ChosenModel | null;
  readonly agree: (model: ChosenModel) => void;
  readonly cancel: () => void;
  /** Acts with the chosen model, once it is agreed to where that has to be asked. */
  readonly withModel: (act: (model: ChosenModel) => void) => void;
  readonly run: () => void;
  readonly resume: () => void;
  readonly reuse: () => void;
  readonly startAnew: () => void;
  /** Why the last wish could not be met, a sentence; null where it could. */
  readonly notice: string | null;
}

/** Starting, continuing and copying runs, each asking first where a model is to be fetched from elsewhere. */
export function useRunActions(
  props: PlaygroundScreenProps,
  run: RunHeader | null,
  model: ModelState,
): RunActions {
  const { controller, form, onForm, choice, assessment, onShowRun, rewardModels } = props;
  const [question, setQuestion] = useState<Question | null>(null);
  const [notice, setNotice] = useState<string | null>(null);

  const askOr = (chosen: ChosenModel | null, act: Question['act']): void => {
    setNotice(null);
    if (chosen === null) return;
    const ready = model.status === 'ready' && isSameSource(model.source, chosen.source);
    if (chosen.needsConsent && !ready) setQuestion({ model: chosen, act });
    else act(chosen);
  };
  const start = ({ source }: ChosenModel): void => {
    onShowRun(null);
    void controller.start({
      name: runName(form.prompt),
      plan: planOf(form),
      source,
      scorer: (policy) =>
        pointwiseOffer(scorerOf(form, source)).make(
          scorerSettings(form),
          scorerEngines(policy, rewardModels),
        ),
    });
  };
  const goOn = ({ source }: ChosenModel): void => {
    if (run === null) return;
    const { rewardModel } = run;
    const settings = settingsOf(rewardModel, scorerSettings(form));
    void controller.resume(source, async (policy) =>
      pointwiseOffer(rewardModel.id).make(settings, scorerEngines(policy, rewardModels)),
    );
  };

  return {
    asking: question?.model ?? null,
    agree: (agreed) => {
      setQuestion(null);
      question?.act(agreed);
    },
    cancel: () => {
      setQuestion(null);
    },
    withModel: (act) => {
      askOr(choice, act);
    },
    run: () => {
      askOr(choice, start);
    },
    resume: () => {
      // The model that wrote the run, where it is in the list; else the one that is chosen.
      askOr(offeredModel(assessment, run?.policy.id ?? null) ?? choice, goOn);
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
