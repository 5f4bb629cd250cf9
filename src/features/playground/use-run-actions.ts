import { useMemo, useState, useSyncExternalStore } from 'react';
import {
  type CatalogAssessment,
  type NextArms,
  type PolicyAbility,
  type ResponseAddress,
  type RunHeader,
  runName,
  type Scoring,
  type StoredRun,
  type Vote,
  type Split,
} from '../../core/index.ts';
import {
  type Choices,
  type ChosenModel,
  type FindLacks,
  type ModelSession,
  RunActions,
  type RunController,
  type RunSetUp,
  type RunView,
  type Scorers,
  type ScorerValues,
  type ScoringProgress,
  type ScoringWish,
} from '../../runs/index.ts';
import { planOf, type RunForm, scorerSettings, setUpOfRun } from './form/run-form.ts';

export interface RunActionsProps {
  readonly controller: RunController;
  readonly models: ModelSession;
  readonly scorers: Scorers;
  readonly lacks: FindLacks;
  readonly assessment: CatalogAssessment | null;
  readonly choice: ChosenModel | null;
  readonly form: RunForm;
  readonly onForm: (form: RunForm) => void;
  /** Sets up what a run was made from; the person's own set-up is kept. */
  readonly onTake: (form: RunForm) => void;
  /** Hands a run over as a file. */
  readonly onExport: (run: StoredRun) => void;
  /** Puts a run, or none, into the address. */
  readonly onShowRun: (runId: string | null) => void;
  /** A new run begins: to be laid beside one, or for itself. */
  readonly onBegin: (beside: ShownRun | null) => void;
}

/** A run on screen: a kept one by its id; null for the one that came with the page. */
export interface ShownRun {
  readonly runId: string | null;
  /** Null for its own. */
  readonly split: Split | null;
}

export interface BoundRunActions {
  /** The model that the person has to agree to; null while nothing is asked. */
  readonly asking: ChosenModel | null;
  readonly agree: (model: ChosenModel) => void;
  readonly cancel: () => void;
  /** Starts a run of what is set up, with this change if there is one, to be laid beside another if one is named. */
  readonly run: (change?: Partial<RunForm>, beside?: ShownRun | null) => void;
  readonly resume: () => void;
  /** Asks once more for texts that failed. */
  readonly tryAgain: (nodes: readonly ResponseAddress[]) => void;
  /** Samples in the run on screen what further arms of it lack. */
  readonly extend: (next: NextArms) => void;
  /** Stops loading, sampling or scoring. */
  readonly stop: () => void;
  readonly reuse: () => void;
  readonly startAnew: () => void;
  /** Saves what is on screen as a file, stored or not. */
  readonly exportRun: () => void;
  /** Tries again to store what is not stored. */
  readonly keepAgain: () => void;
  /** Reads anew what another tab samples. */
  readonly lookAgain: () => void;
  /** Why the last wish could not be met, a sentence; null where it could. */
  readonly notice: string | null;
  readonly scoring: ScoringActions;
}

/** What can be done with scorers about the run on screen. */
export interface ScoringActions {
  /** Null while no scorer is at work. */
  readonly progress: ScoringProgress | null;
  /** Why the last scorer could not, a sentence; null where it could. */
  readonly problem: string | null;
  /** What the engine of the chosen model can't do. */
  readonly lacks: readonly PolicyAbility[];
  /** What is set of the scorers. */
  readonly values: ScorerValues;
  /** Null where that can’t be changed. */
  readonly setValues: ((values: ScorerValues) => void) | null;
  readonly score: (wish: ScoringWish) => void;
  readonly retry: (scoring: Scoring) => void;
  readonly stop: () => void;
  readonly vote: (vote: Vote) => void;
}

/** Binds starting, continuing, copying and scoring runs to what is set up on the screen. */
export function useRunActions(props: RunActionsProps, view: RunView): BoundRunActions {
  const { controller, models, scorers, lacks, form, assessment, choice, onShowRun } = props;
  const actions = useMemo(
    () => new RunActions({ controller, models, scorers, lacks }),
    [controller, models, scorers, lacks],
  );
  const asking = useSyncExternalStore(actions.asking.subscribe, actions.asking.getSnapshot);
  const [notice, setNotice] = useState<string | null>(null);
  const run = view.tree?.run ?? null;
  const choices: Choices = { assessment, choice, settings: scorerSettings(form) };
  return {
    ...{ asking, notice, agree: actions.agree, cancel: actions.cancel },
    run: (change, beside = null) => {
      setNotice(null);
      const changed = { ...form, ...change };
      actions.run(setUpOf(changed), { ...choices, settings: scorerSettings(changed) }, () => {
        onShowRun(null);
        props.onBegin(beside);
      });
    },
    ...goingOn(actions, run, choices, () => {
      setNotice(null);
    }),
    reuse: () => {
      setNotice(copySetUp(run, props));
    },
    startAnew: () => {
      setNotice(null);
      controller.close();
      onShowRun(null);
    },
    ...keepingActions(props),
    scoring: scoringActions(props, view, actions, choices, () => {
      setNotice(null);
    }),
  };
}

/** What can be sampled of the run on screen beyond what it has. */
function goingOn(
  actions: RunActions,
  run: RunHeader | null,
  choices: Choices,
  forgetNotice: () => void,
): Pick<BoundRunActions, 'resume' | 'tryAgain' | 'extend'> {
  return {
    resume: () => {
      forgetNotice();
      actions.resume(run, choices);
    },
    tryAgain: (nodes) => {
      forgetNotice();
      actions.tryAgain(run, nodes, choices);
    },
    extend: (next) => {
      forgetNotice();
      actions.extend(run, next, choices);
    },
  };
}

function setUpOf(form: RunForm): RunSetUp {
  return { name: runName(form.prompt), plan: planOf(form), scorerId: form.scorerId };
}

/** Puts a run's set-up into the form. @returns why it can't be, a sentence; null where it could */
function copySetUp(
  run: RunHeader | null,
  { form, onTake }: Pick<RunActionsProps, 'form' | 'onTake'>,
): string | null {
  const copied = run === null ? null : setUpOfRun(run, form);
  if (copied === null) return 'This run’s set-up has values that can’t be used here.';
  onTake(copied);
  return null;
}

/** What can be done for the run on screen to stop, and to last. */
function keepingActions({
  controller,
  onExport,
}: RunActionsProps): Pick<BoundRunActions, 'stop' | 'exportRun' | 'keepAgain' | 'lookAgain'> {
  return {
    stop: () => {
      controller.stop();
    },
    exportRun: () => {
      const told = controller.runOnScreen();
      if (told !== null) onExport(told);
    },
    keepAgain: () => {
      void controller.keepAgain();
    },
    lookAgain: () => {
      void controller.lookAgain();
    },
  };
}

function scoringActions(
  { controller, form, onForm, choice, lacks }: RunActionsProps,
  view: RunView,
  actions: RunActions,
  choices: Choices,
  forgetNotice: () => void,
): ScoringActions {
  return {
    progress: view.scoring,
    problem: view.scoringProblem,
    lacks: choice === null ? [] : lacks(choice.source),
    values: form.scorerValues,
    setValues: (scorerValues) => {
      onForm({ ...form, scorerValues });
    },
    score: (wish) => {
      forgetNotice();
      actions.score(wish, choices);
    },
    retry: (scoring) => {
      forgetNotice();
      actions.retry(scoring, choices);
    },
    stop: () => {
      controller.stop();
    },
    vote: (vote) => {
      void controller.vote(vote);
    },
  };
}
