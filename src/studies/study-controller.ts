import {
  messageOf,
  type Clock,
  type ModelSource,
  type Policy,
  type RewardModel,
  type RunStore,
  upTo,
} from '../core/index.ts';
import {
  isBusy,
  type MakeScorer,
  type ModelSession,
  type Observable,
  type RunLocks,
  type RunView,
  type Schedule,
  Subject,
} from '../runs/index.ts';
import { textsOfRun } from './estimate-study.ts';
import { checkMakers, type KeptStudy, type StudySpent } from './kept/kept-study.ts';
import { KeepInStore } from './kept/keep-in-store.ts';
import { lackingRunsOf, type RunsOfStudy, runsLeft, storedRunsOf } from './kept/runs-left.ts';
import type { StudyStore } from './kept/study-store.ts';
import { sampleRuns } from './sample-runs.ts';
import { countRuns } from './study.ts';
import { TextsCount, type TextsProgress } from './texts-progress.ts';
import { AwakeClock, type Every } from './awake-clock.ts';

/** The study that this page samples, or sampled last. */
export interface StudyView {
  /** `waiting`: the playground's run has the model, and goes first. */
  readonly state: 'idle' | 'loading' | 'sampling' | 'waiting' | 'stopped' | 'finished' | 'failed';
  /** Null before the first. */
  readonly study: KeptStudy | null;
  /** Null until its runs are counted. */
  readonly progress: TextsProgress | null;
  /** Why it failed, a sentence for people. */
  readonly problem: string | null;
}

export const NO_STUDY: StudyView = { state: 'idle', study: null, progress: null, problem: null };

/** Whether a study is sampled now, or will be without being asked again. */
export function isUnderWay({ state }: Pick<StudyView, 'state'>): boolean {
  return state === 'loading' || state === 'sampling' || state === 'waiting';
}

export interface StudyRequest {
  readonly study: KeptStudy;
  readonly source: ModelSource;
  readonly scorer: MakeScorer;
  /** Whether texts and rewards that failed in runs that have ended are asked for once more. */
  readonly again: boolean;
}

export interface StudyControllerParts {
  readonly models: Pick<ModelSession, 'ensure'>;
  readonly runs: Pick<RunStore, 'create' | 'append' | 'load' | 'list'>;
  readonly studies: StudyStore;
  readonly locks: RunLocks;
  readonly clock: Clock;
  /** Tells of time that passes, so that sleep is none of what a study took. */
  readonly every: Every;
  readonly schedule: Schedule;
  /** The playground's run: the same model writes it. */
  readonly screen: Observable<RunView>;
}

/**
 * Samples what a kept study lacks, one study at a time. What is finished is kept as it finishes, so that it goes on after whatever
 * has ended the page. While a run of the playground goes on it waits, and then goes on by itself.
 */
export class StudyController {
  readonly view: Observable<StudyView>;
  readonly #view: Subject<StudyView>;
  readonly #parts: StudyControllerParts;
  #turn = new AbortController();

  constructor(parts: StudyControllerParts) {
    this.#parts = parts;
    this.#view = new Subject(NO_STUDY, parts.schedule);
    this.view = this.#view;
  }

  /** Begins a study or goes on with it. Resolves when it has ended, however it did; does nothing while one is under way. */
  async goOn(request: StudyRequest): Promise<void> {
    if (isUnderWay(this.#view.getSnapshot())) return;
    const { signal } = (this.#turn = new AbortController());
    this.#view.setAtOnce({ ...NO_STUDY, state: 'loading', study: request.study });
    try {
      await this.#sampleAlone(request, signal);
      this.#show({ state: 'finished' });
    } catch (error) {
      const problem = signal.aborted ? null : messageOf(error);
      this.#show({ state: problem === null ? 'stopped' : 'failed', problem });
    }
  }

  /** Stops the study under way; what is finished stays. */
  stop(): void {
    this.#turn.abort();
  }

  /**
   * Forgets a study; its runs stay.
   *
   * @throws Error with a sentence where it is being sampled
   */
  async remove(id: string): Promise<void> {
    const letGo = await this.#hold(id);
    try {
      await this.#parts.studies.remove(id);
      if (this.#view.getSnapshot().study?.id === id) this.#view.setAtOnce(NO_STUDY);
    } finally {
      letGo();
    }
  }

  /** @throws the signal's reason, or an Error with a sentence that says what to do */
  async #sampleAlone(request: StudyRequest, signal: AbortSignal): Promise<void> {
    const { id } = request.study;
    const letGo = await this.#hold(id);
    try {
      // Another tab may have gone on with it.
      const study = await this.#parts.studies.load(id);
      if (study === null) throw new Error('This study was deleted: set it up again.');
      this.#show({ study });
      const again = request.again ? await this.#lackingRuns() : new Set<string>();
      do {
        await this.#whenScreenIsFree(signal);
      } while (!(await this.#sit(request, again, signal)));
    } finally {
      letGo();
    }
  }

  /** One stretch of work with the model. @returns whether the study is finished; else the playground has taken the model */
  async #sit(request: StudyRequest, again: Set<string>, turn: AbortSignal): Promise<boolean> {
    const taken = new AbortController();
    const unsubscribe = this.#parts.screen.subscribe(() => {
      if (hasModel(this.#parts.screen.getSnapshot())) taken.abort();
    });
    try {
      await this.#sample(request, again, AbortSignal.any([turn, taken.signal]));
    } catch (error) {
      // Whatever failed then may have failed for want of the model.
      if (turn.aborted || !taken.signal.aborted) throw error;
    } finally {
      unsubscribe();
    }
    turn.throwIfAborted();
    return !taken.signal.aborted;
  }

  /** @param again runs of which texts or rewards are asked for again; each leaves it once it has been */
  async #sample(
    { source, scorer }: StudyRequest,
    again: Set<string>,
    signal: AbortSignal,
  ): Promise<void> {
    const { models, runs, locks, clock } = this.#parts;
    const { study, spent: before } = this.#study();
    const stored = storedRunsOf(this.#study(), (await runs.list()).runs, again);
    if (stored.done.size === countRuns(study)) return;
    this.#show({ state: 'loading' });
    const policy = await models.ensure(source, signal);
    const awake = new AwakeClock(clock, this.#parts.every);
    const count = this.#countFor(stored, awake);
    const spent = (): StudySpent => count.spent(awake.now());
    const isAskedAgain = again.size > 0;
    const onFinished = (runId: string, failed: number): Promise<void> => {
      again.delete(runId);
      const others = Object.entries(this.#study().unscored).filter(([id]) => id !== runId);
      const own = failed > 0 ? [[runId, failed] as const] : [];
      return this.#keepSpent(before, spent(), Object.fromEntries([...others, ...own]));
    };
    const keeping = new KeepInStore({ store: runs, locks, onFinished });
    const makeRewardModel = async (reading: Policy): Promise<RewardModel> => {
      const rewardModel = await scorer(() => Promise.resolve(reading), signal);
      await this.#keepMakers(policy, rewardModel);
      return rewardModel;
    };
    this.#show({ state: 'sampling', progress: count.at(awake.now()) });
    const inFlight = Math.max(1, policy.description.parallelism);
    const parts = { policy, makeRewardModel, clock, keeping, inFlight, count, again: isAskedAgain };
    try {
      await sampleRuns(runsLeft(this.#study(), stored), parts, signal);
    } finally {
      awake.close();
      keeping.close();
      await this.#keepSpent(before, spent());
    }
  }

  /** Ids of finished runs that lack texts or rewards. */
  async #lackingRuns(): Promise<Set<string>> {
    const { runs } = await this.#parts.runs.list();
    return new Set(lackingRunsOf(this.#study(), runs).ids);
  }

  /** Counts texts, and shows the count. */
  #countFor({ done }: RunsOfStudy, clock: Clock): TextsCount {
    const { study } = this.#study();
    const show = (count: TextsCount): void => {
      this.#show({ progress: count.at(clock.now()) });
    };
    const sizes = [countRuns(study), done.size, textsOfRun(study)] as const;
    return new TextsCount(...sizes, clock.now(), show, upTo(study.shared.arms));
  }

  /** All runs of a study have one model and one scorer. */
  async #keepMakers({ description }: Policy, rewardModel: RewardModel): Promise<void> {
    const study = this.#study();
    const { id, name } = description;
    const makers = { policy: { id, name }, rewardModel: rewardModel.description };
    if (study.madeBy === null) await this.#keep({ madeBy: makers });
    else checkMakers(study.madeBy, makers);
  }

  #keepSpent(
    before: StudySpent,
    now: StudySpent,
    unscored = this.#study().unscored,
  ): Promise<void> {
    return this.#keep({
      spent: {
        seconds: before.seconds + now.seconds,
        texts: before.texts + now.texts,
        tokens: before.tokens + now.tokens,
      },
      unscored,
    });
  }

  async #keep(change: Partial<KeptStudy>): Promise<void> {
    const study = { ...this.#study(), ...change };
    this.#show({ study });
    await this.#parts.studies.put(study);
  }

  #study(): KeptStudy {
    const { study } = this.#view.getSnapshot();
    if (study === null) throw new Error('No study is under way.');
    return study;
  }

  async #hold(id: string): Promise<() => void> {
    const letGo = await this.#parts.locks.hold(id);
    if (letGo === null) {
      throw new Error('This study is being sampled in another tab: go on there, or stop it first.');
    }
    return letGo;
  }

  /** Resolves when no run of the playground uses the model. @throws the signal's reason */
  async #whenScreenIsFree(signal: AbortSignal): Promise<void> {
    const { screen } = this.#parts;
    signal.throwIfAborted();
    if (!hasModel(screen.getSnapshot())) return;
    this.#show({ state: 'waiting' });
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (!signal.aborted && hasModel(screen.getSnapshot())) return;
        unsubscribe();
        signal.removeEventListener('abort', look);
        resolve();
      };
      const unsubscribe = screen.subscribe(look);
      signal.addEventListener('abort', look);
    });
    signal.throwIfAborted();
  }

  #show(change: Partial<StudyView>): void {
    this.#view.set({ ...this.#view.getSnapshot(), ...change });
  }
}

/** Whether the playground loads a model, samples, or lets a scorer read. */
function hasModel(view: RunView): boolean {
  return isBusy(view) || view.scoring !== null;
}
