import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { messageOf } from '../../../core/index.ts';
import { type ChosenModel, ModelConsent } from '../../../runs/index.ts';
import { isUnderWay, type KeptStudy, type StudyRequest } from '../../../studies/index.ts';
import { STUDIES_KEY } from './kept-studies-query.ts';
import { modelOfStudy } from './model-of-study.ts';
import type { StudyPage, StudyTools } from './study-tools.ts';

export interface StudyActions {
  /** The model that the person has to agree to; null while nothing is asked. */
  readonly asking: ChosenModel | null;
  readonly agree: (model: ChosenModel) => void;
  readonly cancel: () => void;
  /** Keeps a new study and begins it, unless another is under way. */
  readonly start: (study: KeptStudy) => void;
  readonly goOn: (study: KeptStudy) => void;
  /** Goes on with a study, and asks for texts again that failed in runs of it that have ended. */
  readonly askAgain: (study: KeptStudy) => void;
  readonly stop: () => void;
  readonly remove: (id: string) => void;
  /** Why the last wish could not be met, a sentence; null where it could. */
  readonly problem: string | null;
}

/** Binds what can be done with studies to the model and the scorers of the page. */
export function useStudyActions(page: StudyPage, { controller, store }: StudyTools): StudyActions {
  const { models } = page;
  const [problem, setProblem] = useState<string | null>(null);
  const consent = useMemo(() => new ModelConsent(models), [models]);
  const asking = useSyncExternalStore(consent.asking.subscribe, consent.asking.getSnapshot);
  const attempt = useAttempt(setProblem);
  const goOn = (study: KeptStudy, again = false): void => {
    setProblem(goOnWith({ study, again }, page, { controller, consent }));
  };
  return {
    ...{ asking, problem },
    goOn: (study) => {
      goOn(study);
    },
    askAgain: (study) => {
      goOn(study, true);
    },
    agree: (model) => {
      consent.agree(model);
    },
    cancel: () => {
      consent.cancel();
    },
    start: (study) => {
      void attempt(store.put(study)).then((isKept) => {
        if (isKept && !isUnderWay(controller.view.getSnapshot())) goOn(study);
      });
    },
    stop: () => {
      controller.stop();
    },
    remove: (id) => {
      void attempt(controller.remove(id));
    },
  };
}

/** @returns why it can't be gone on with, a sentence; null where it can */
function goOnWith(
  { study, again }: Pick<StudyRequest, 'study' | 'again'>,
  { assessment, choice, scorers }: StudyPage,
  { controller, consent }: Pick<StudyTools, 'controller'> & { readonly consent: ModelConsent },
): string | null {
  const model = modelOfStudy(assessment, study, choice);
  if (model === null) {
    return `“${study.study.name}” is of ${study.model.name}: choose that model, then go on.`;
  }
  consent.withModel(model, ({ source }) => {
    const seed = study.study.seeds[0] ?? 0;
    const scorer = scorers.forRun(study.scorer.id, { values: study.scorer.values, seed });
    void controller.goOn({ study, source, scorer, again });
  });
  return null;
}

/** Tells what went wrong with a change to the studies, and reads them anew. */
function useAttempt(tell: (problem: string | null) => void) {
  const client = useQueryClient();
  return async (change: Promise<void>): Promise<boolean> => {
    tell(null);
    try {
      await change;
      return true;
    } catch (error) {
      tell(messageOf(error));
      return false;
    } finally {
      void client.invalidateQueries({ queryKey: STUDIES_KEY });
    }
  };
}
