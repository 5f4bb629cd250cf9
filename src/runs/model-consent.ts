import type { ChosenModel } from './chosen-model.ts';
import { isSameSource, type ModelSession } from './model-session.ts';
import { Subject, type Observable } from './observable.ts';

/** What is done with a model once it may be used. */
export type ActWithModel = (model: ChosenModel) => void;

/** Asks before a model is fetched from elsewhere, and only then lets what needs it begin. */
export class ModelConsent {
  /** The model that the person has to agree to; null while nothing is asked. */
  readonly asking: Observable<ChosenModel | null>;
  readonly #asking = new Subject<ChosenModel | null>(null, (flush) => {
    flush();
  });
  readonly #models: Pick<ModelSession, 'state'>;
  #act: ActWithModel | null = null;

  constructor(models: Pick<ModelSession, 'state'>) {
    this.#models = models;
    this.asking = this.#asking;
  }

  /** Acts at once with a model that is in memory or needs no consent; asks about another; does nothing without one. */
  withModel(chosen: ChosenModel | null, act: ActWithModel): void {
    if (chosen === null) return;
    if (!chosen.needsConsent || this.#isReady(chosen)) {
      act(chosen);
      return;
    }
    this.#act = act;
    this.#asking.set(chosen);
  }

  /** @param model the one asked about, or another that the person takes in its place */
  agree(model: ChosenModel): void {
    const act = this.#act;
    this.cancel();
    act?.(model);
  }

  cancel(): void {
    this.#act = null;
    this.#asking.set(null);
  }

  #isReady({ source }: ChosenModel): boolean {
    const state = this.#models.state.getSnapshot();
    return state.status === 'ready' && isSameSource(state.choice, source);
  }
}
