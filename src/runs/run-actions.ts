import type {
  CatalogAssessment,
  ModelSource,
  NextArms,
  ResponseAddress,
  RunHeader,
  RunPlan,
  Scoring,
} from '../core/index.ts';
import type { ChosenModel } from './chosen-model.ts';
import {
  type FindLacks,
  type MakeScorer,
  type Scorers,
  type ScorerSettings,
  scorerToRun,
  type ScoringRequest,
} from './injected-scorers.ts';
import { ModelConsent } from './model-consent.ts';
import type { ModelSession } from './model-session.ts';
import type { Observable } from './observable.ts';
import { modelToResume } from './resume-run.ts';
import type { RunController } from './run-controller.ts';

export interface RunActionParts {
  readonly controller: Pick<RunController, 'view' | 'start' | 'resume' | 'extend' | 'score'>;
  readonly models: Pick<ModelSession, 'state'>;
  readonly scorers: Scorers;
  readonly lacks: FindLacks;
}

/** What a person has set up for the next run. */
export interface RunSetUp {
  readonly name: string;
  readonly plan: RunPlan;
  /** Null for the scorer that suits the model. */
  readonly scorerId: string | null;
}

/** What counts for whatever is begun: the model chosen, and what is set of the scorers. */
export interface Choices {
  readonly assessment: CatalogAssessment | null;
  /** Null where no model is chosen. */
  readonly choice: ChosenModel | null;
  readonly settings: ScorerSettings;
}

/** What a person asks of another scorer: which one, and what it reads. */
export type ScoringWish = Pick<ScoringRequest, 'conditionedOn' | 'bothWays'> & {
  readonly scorerId: string;
};

/**
 * Begins what a person wishes for. Decides which model and scorer it takes, with which settings, and asks first where a model
 * is to be fetched from elsewhere.
 */
export class RunActions {
  /** The model that the person has to agree to; null while nothing is asked. */
  readonly asking: Observable<ChosenModel | null>;
  readonly #consent: ModelConsent;
  readonly #parts: RunActionParts;

  constructor(parts: RunActionParts) {
    this.#parts = parts;
    this.#consent = new ModelConsent(parts.models);
    this.asking = this.#consent.asking;
  }

  /** @param onBegin called when the run begins: at once, or when the person has agreed to the model */
  run(setUp: RunSetUp, { choice, settings }: Choices, onBegin: () => void): void {
    const { controller, scorers, lacks } = this.#parts;
    const { name, plan } = setUp;
    this.#consent.withModel(choice, ({ source }) => {
      onBegin();
      const scorerId = scorerToRun(scorers, setUp.scorerId, source, lacks);
      const scorer = scorers.forRun(scorerId, settings);
      void controller.start({ name, plan, source, scorer });
    });
  }

  /** Goes on with a run by the model that wrote it, where it is offered, and by its own scorer, set as it was. */
  resume(run: RunHeader | null, choices: Choices): void {
    const { controller } = this.#parts;
    this.#goOn(run, choices, (source, scorer) => controller.resume(source, scorer));
  }

  /** Tries failed nodes of the run on screen again, by the run's own model and scorer. */
  tryAgain(run: RunHeader | null, again: readonly ResponseAddress[], choices: Choices): void {
    const { controller } = this.#parts;
    this.#goOn(run, choices, (source, scorer) => controller.resume(source, scorer, again));
  }

  /** Samples in the run on screen what further arms lack, by the run's own model and scorer. */
  extend(run: RunHeader | null, next: NextArms, choices: Choices): void {
    const { controller } = this.#parts;
    this.#goOn(run, choices, (source, scorer) => controller.extend(source, scorer, next));
  }

  #goOn(
    run: RunHeader | null,
    { assessment, choice, settings }: Choices,
    sample: (source: ModelSource, scorer: MakeScorer) => Promise<void>,
  ): void {
    const { scorers } = this.#parts;
    this.#consent.withModel(modelToResume(assessment, run, choice), ({ source }) => {
      if (run === null) return;
      const { rewardModel } = run;
      const kept = scorers.settingsKept(rewardModel, settings);
      void sample(source, scorers.forRun(rewardModel.id, kept));
    });
  }

  /** Lets a scorer read the run on screen. */
  score({ scorerId, conditionedOn, bothWays }: ScoringWish, choices: Choices): void {
    const settings = this.#settingsOnScreen(choices);
    this.#ask(scorerId, settings, choices, { conditionedOn, bothWays, again: null });
  }

  /** Asks a scoring's scorer again, set as it was, about the responses on which it failed. */
  retry(scoring: Scoring, choices: Choices): void {
    const { id, rewardModel, conditionedOn } = scoring;
    const kept = this.#parts.scorers.settingsKept(rewardModel, this.#settingsOnScreen(choices));
    const bothWays = wasReadBothWays(scoring);
    this.#ask(rewardModel.id, kept, choices, { conditionedOn, bothWays, again: id });
  }

  /** @param model the one asked about, or another that the person takes in its place */
  readonly agree = (model: ChosenModel): void => {
    this.#consent.agree(model);
  };

  readonly cancel = (): void => {
    this.#consent.cancel();
  };

  /** The run's tokens were drawn from its own model's vocabulary, whichever model is loaded now. */
  #settingsOnScreen({ settings }: Choices): ScorerSettings {
    const { tree } = this.#parts.controller.view.getSnapshot();
    return { ...settings, vocabularyTokens: tree?.run.policy.vocabularyTokens ?? null };
  }

  /** A scorer that this version lacks is asked for like any other, so that the controller tells why it could not. */
  #ask(
    scorerId: string,
    settings: ScorerSettings,
    { choice }: Choices,
    wish: Omit<ScoringRequest, 'source' | 'scorer'>,
  ): void {
    const { controller, scorers } = this.#parts;
    const scorer = scorers.forScoring(scorerId, settings);
    if (scorers.asksPolicy(scorerId) && choice !== null) {
      this.#consent.withModel(choice, ({ source }) => {
        void controller.score({ ...wish, scorer, source });
      });
    } else {
      void controller.score({ ...wish, scorer, source: choice?.source ?? null });
    }
  }
}

/** Scorings kept before that was noted tell it by what they gave. */
function wasReadBothWays({ bothWays, outcomes }: Scoring): boolean {
  if (bothWays !== undefined) return bothWays;
  return outcomes.some(
    ({ scoring }) => scoring.status === 'scored' && scoring.otherReward !== null,
  );
}
