import type { Vote } from '../../../core/index.ts';
import { scorerOffer, settingsOf, type ScorerOffer } from '../../../rewards/index.ts';
import type {
  ChosenModel,
  RunController,
  RunView,
  ScoringProgress,
  ScoringRequest,
} from '../../../runs/index.ts';
import { scorerSettings, type RunForm } from '../form/run-form.ts';
import type { Reading } from './readings.ts';
import { scorerEngines, type RewardModelTools } from './reward-model/reward-model-tools.ts';
import type { ScoringWish } from './score-again.tsx';

export interface ScoringActions {
  /** Null while no scorer is at work. */
  readonly progress: ScoringProgress | null;
  /** Why the last scorer could not, a sentence; null where it could. */
  readonly problem: string | null;
  readonly score: (wish: ScoringWish) => void;
  readonly retry: (reading: Reading) => void;
  readonly stop: () => void;
  readonly vote: (vote: Vote) => void;
}

export interface ScoringActionParts {
  readonly controller: RunController;
  readonly view: RunView;
  readonly form: RunForm;
  /** The model that scorers read with; null where none is chosen. */
  readonly choice: ChosenModel | null;
  readonly rewardModels: RewardModelTools;
  /** Asks about the model where it comes from elsewhere, then acts with the one agreed to. */
  readonly withModel: (act: (model: ChosenModel) => void) => void;
}

/** Asking scorers about the run on screen, and casting votes on it. */
export function scoringActions(parts: ScoringActionParts): ScoringActions {
  const { controller, view, form, choice, rewardModels, withModel } = parts;
  const settings = scorerSettings(form);
  const ask = (offer: ScorerOffer, request: Omit<ScoringRequest, 'source'>): void => {
    if (offer.readsPolicy && choice !== null) {
      withModel(({ source }) => void controller.score({ ...request, source }));
    } else {
      void controller.score({ ...request, source: choice?.source ?? null });
    }
  };
  return {
    progress: view.scoring,
    problem: view.scoringProblem,
    score: ({ scorerId, conditionedOn, bothWays }) => {
      const offer = scorerOffer(scorerId);
      ask(offer, {
        scorer: (policy) => offer.make(settings, scorerEngines(policy, rewardModels)),
        conditionedOn,
        bothWays,
        again: null,
      });
    },
    retry: ({ id, scoring: { rewardModel, conditionedOn, outcomes } }) => {
      const offer = scorerOffer(rewardModel.id);
      const bothWays = outcomes.some(
        ({ scoring }) => scoring.status === 'scored' && scoring.otherReward !== null,
      );
      ask(offer, {
        scorer: (policy) =>
          offer.make(settingsOf(rewardModel, settings), scorerEngines(policy, rewardModels)),
        conditionedOn,
        bothWays,
        again: id,
      });
    },
    stop: () => {
      controller.stop();
    },
    vote: (vote) => {
      void controller.vote(vote);
    },
  };
}
