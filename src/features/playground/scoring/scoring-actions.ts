import type { Scoring, Vote } from '../../../core/index.ts';
import {
  findScorer,
  settingsOf,
  type ScorerFactory,
  type ScorerSettings,
  type SettingValues,
} from '../../../rewards/index.ts';
import type {
  ChosenModel,
  RunController,
  RunView,
  ScoringProgress,
  ScoringRequest,
} from '../../../runs/index.ts';
import { scorerSettings, type RunForm } from '../form/run-form.ts';
import type { NamedScoring } from './named-scorings.ts';
import type { ScoringWish } from './score-again.tsx';

export interface ScoringActions {
  /** Null while no scorer is at work. */
  readonly progress: ScoringProgress | null;
  /** Why the last scorer could not, a sentence; null where it could. */
  readonly problem: string | null;
  /** What is set of the scorers. */
  readonly values: SettingValues;
  /** Null where that can’t be changed. */
  readonly setValues: ((values: SettingValues) => void) | null;
  readonly score: (wish: ScoringWish) => void;
  readonly retry: (scoring: NamedScoring) => void;
  readonly stop: () => void;
  readonly vote: (vote: Vote) => void;
}

export interface ScoringActionParts {
  readonly controller: Pick<RunController, 'score' | 'stop' | 'vote'>;
  readonly view: RunView;
  readonly form: RunForm;
  /** Keeps an edited form; absent where it can’t be edited. */
  readonly onForm?: (form: RunForm) => void;
  /** The model that scorers read with; null where none is chosen. */
  readonly choice: ChosenModel | null;
  readonly scorers: ScorerFactory;
  /** Asks about the model where it comes from elsewhere, then acts with the one agreed to. */
  readonly withModel: (act: (model: ChosenModel) => void) => void;
}

/** Asking scorers about the run on screen, and casting votes on it. */
export function scoringActions(parts: ScoringActionParts): ScoringActions {
  const { controller, view, form, onForm } = parts;
  const vocabularyTokens = view.tree?.run.policy.vocabularyTokens ?? null;
  const settings = { ...scorerSettings(form), vocabularyTokens };
  return {
    progress: view.scoring,
    problem: view.scoringProblem,
    values: form.scorerValues,
    setValues:
      onForm === undefined
        ? null
        : (scorerValues) => {
            onForm({ ...form, scorerValues });
          },
    score: ({ scorerId, conditionedOn, bothWays }) => {
      ask(parts, scorerId, settings, { conditionedOn, bothWays, again: null });
    },
    retry: (scoring) => {
      const { id, rewardModel, conditionedOn } = scoring;
      const bothWays = wasReadBothWays(scoring);
      const same = settingsOf(rewardModel, settings);
      ask(parts, rewardModel.id, same, { conditionedOn, bothWays, again: id });
    },
    stop: () => {
      controller.stop();
    },
    vote: (vote) => {
      void controller.vote(vote);
    },
  };
}

/** A scorer that this version lacks is asked for like any other, so that the controller tells why it could not. */
function ask(
  { controller, choice, scorers, withModel }: ScoringActionParts,
  scorerId: string,
  settings: ScorerSettings,
  wish: Omit<ScoringRequest, 'source' | 'scorer'>,
): void {
  const scorer = scorers.forScoring(scorerId, settings);
  if (findScorer(scorerId)?.reads === 'policy' && choice !== null) {
    withModel(({ source }) => void controller.score({ ...wish, scorer, source }));
  } else {
    void controller.score({ ...wish, scorer, source: choice?.source ?? null });
  }
}

/** Scorings kept before that was noted tell it by what they gave. */
function wasReadBothWays({ bothWays, outcomes }: Scoring): boolean {
  if (bothWays !== undefined) return bothWays;
  return outcomes.some(
    ({ scoring }) => scoring.status === 'scored' && scoring.otherReward !== null,
  );
}
