import {
  type Clock,
  growTree,
  isDurable,
  type ModelSource,
  type NextArms,
  OWN_SCORING,
  plantTree,
  type Policy,
  type RewardModel,
  type RunEvent,
  type RunHeader,
  type RunPlan,
  type RunStore,
  type SamplingTree,
  type Vote,
  type StoredRun,
  messageOf,
  steadyClock,
} from '../core/index.ts';
import type { MakeScorer, ScoringRequest } from './injected-scorers.ts';
import type { ModelSession } from './model-session.ts';
import { type Observable, type Schedule, Subject } from './observable.ts';
import { type OpenedRun, readRun } from './opened-run.ts';
import { RunKeeper } from './run-keeper.ts';
import { GETTING_READY, SAMPLER } from './late-sampler.ts';
import type { RunLocks } from './one-tab-run-lock.ts';
import { IDLE, isBusy, lastTime, type RunView, storedTree, viewOf } from './run-view.ts';
import { checkModelAndScorer, type MoreOfRun } from './resume-run.ts';

export interface RunRequest {
  readonly name: string;
  readonly plan: RunPlan;
  readonly source: ModelSource;
  readonly scorer: MakeScorer;
}

export interface RunControllerDependencies {
  readonly models: ModelSession;
  readonly store: RunStore;
  readonly locks: RunLocks;
  readonly clock: Clock;
  readonly schedule: Schedule;
  /** Tries again what could not be stored, a while later. */
  readonly retryLater: Schedule;
  /** Makes a new UUID. */
  readonly createId: () => string;
}

/** Starts, stops, opens and continues runs; folds their events and stores each finished node as it finishes. */
export class RunController {
  readonly view: Observable<RunView>;
  readonly #view: Subject<RunView>;
  readonly #dependencies: RunControllerDependencies;
  /** Whoever took the screen last: what others still have to say is stored and not shown. */
  #turn = new AbortController();
  /** Keeps the run on screen; null where there is none. */
  #keeper: RunKeeper | null = null;
  /** The last wish to open a run: an earlier one that loads later is not shown. */
  #wish = Symbol();

  constructor(dependencies: RunControllerDependencies) {
    this.#dependencies = { ...dependencies, clock: steadyClock(dependencies.clock) };
    this.#view = new Subject(IDLE, dependencies.schedule);
    this.view = this.#view;
  }

  /** Loads the model if need be and runs the plan to its end. Resolves when the run has ended, however it did. */
  async start({ name, plan, source, scorer }: RunRequest): Promise<void> {
    const { createId, clock } = this.#dependencies;
    await this.#sit(source, null, async (policy, turn) => {
      const rewardModel = await scorer(() => Promise.resolve(policy), turn.signal);
      const header = {
        id: createId(),
        name,
        createdAt: clock.now(),
        plan,
        policy: policy.description,
        rewardModel: rewardModel.description,
      };
      const planted = plantTree(header);
      const keeper = this.#keep(turn, header, null);
      this.#show(turn, { tree: planted });
      await keeper.begin();
      return this.#sample(planted, keeper, policy, rewardModel, turn);
    });
  }

  /**
   * Goes on with the stopped run on screen: finished nodes are kept, the others sampled with the seeds they had.
   * Another model or scorer than the run's is refused, since a run has one of each.
   *
   * @param again failed nodes that are tried once more, also where the run has ended
   */
  resume(source: ModelSource, scorer: MakeScorer, again: MoreOfRun['again'] = []): Promise<void> {
    return this.#goOn(source, scorer, { next: () => [], again });
  }

  /**
   * Adds arms to the run on screen and samples what they lack, by its own model and scorer: what its other arms have drawn
   * alike is taken from them. Arms that it has already are not added again. What the next ones are is asked until there are none.
   */
  extend(source: ModelSource, scorer: MakeScorer, next: NextArms): Promise<void> {
    return this.#goOn(source, scorer, { next, again: [] });
  }

  async #goOn(source: ModelSource, scorer: MakeScorer, more: MoreOfRun): Promise<void> {
    const { tree } = this.#view.getSnapshot();
    const before = this.#keeper;
    if (tree === null || before === null || isBusy(this.#view.getSnapshot())) return;
    await this.#sit(source, tree, async (policy, turn) => {
      const rewardModel = await scorer(() => Promise.resolve(policy), turn.signal);
      checkModelAndScorer(tree.run, policy, rewardModel);
      const [latest, keeper] = await this.#latest(tree, before, turn);
      this.#show(turn, { tree: latest });
      return this.#sample(latest, keeper, policy, rewardModel, turn, more);
    });
  }

  /**
   * Lets another scorer read the run on screen, without sampling: its rewards stand beside the run's own. A scoring that
   * was stopped goes on where it is named again; what failed is tried again. Resolves when it has ended.
   */
  async score(request: ScoringRequest): Promise<void> {
    const { tree } = this.#view.getSnapshot();
    const keeper = this.#keeper;
    if (tree === null || keeper === null || isBusy(this.#view.getSnapshot())) return;
    const turn = this.#take();
    this.#show(turn, { scoring: GETTING_READY, scoringProblem: null });
    try {
      await (request.again === OWN_SCORING
        ? this.#scoreAlone(tree, keeper, request, turn)
        : this.#scoreTree(tree, keeper, request, turn));
    } catch (error) {
      this.#show(turn, { scoringProblem: turn.signal.aborted ? null : messageOf(error) });
    }
    this.#show(turn, { scoring: null });
  }

  /** Keeps a person's vote on two responses of the run on screen. */
  async vote(vote: Vote): Promise<void> {
    const keeper = this.#keeper;
    if (keeper === null) return;
    const at = this.#clockOf(keeper).now();
    await this.#tell(this.#turn, keeper, { type: 'vote-cast', vote, at });
  }

  /** Stops loading or sampling; what is finished stays. */
  stop(): void {
    this.#turn.abort();
  }

  /** Shows a stored run, with what was finished, and stops the one on screen. One that can't be read stops nothing. */
  async open(runId: string): Promise<void> {
    const before = this.#turn;
    const wish = (this.#wish = Symbol());
    if (this.#view.getSnapshot().tree?.run.id === runId) return;
    const opened = await readRun(runId, this.#dependencies);
    if (this.#turn !== before || this.#wish !== wish) return;
    if (opened.stored === null && isBusy(this.#view.getSnapshot())) return;
    this.#put(opened);
  }

  /** Reads the run on screen anew: another tab samples it. */
  async lookAgain(): Promise<void> {
    const before = this.#turn;
    const { tree } = this.#view.getSnapshot();
    if (tree === null) return;
    const opened = await readRun(tree.run.id, this.#dependencies);
    if (this.#turn === before) this.#put(opened);
  }

  /** Tries again to store what is not stored of the run on screen, all of it where the stored run was deleted. */
  async keepAgain(): Promise<void> {
    await this.#keeper?.retry();
  }

  /** The run on screen with all that was told of it, stored or not; null where there is none. */
  runOnScreen(): StoredRun | null {
    return this.#keeper?.run ?? null;
  }

  /** Clears the screen for the next run; what is stored stays. */
  close(): void {
    this.#take();
    this.#keeper = null;
    this.#view.setAtOnce(IDLE);
  }

  /** The kept run has another name now. */
  renamed(runId: string, name: string): void {
    const { tree } = this.#view.getSnapshot();
    if (tree?.run.id !== runId) return;
    this.#keeper?.rename(name);
    this.#show(this.#turn, { tree: { ...tree, run: { ...tree.run, name } } });
  }

  /** The kept run is gone: there is nothing left to show or to go on with. */
  removed(runId: string): void {
    if (this.#view.getSnapshot().tree?.run.id === runId) this.close();
  }

  /** Shows a run that was loaded, or why it could not be. One that another tab samples is read anew when that has ended. */
  #put({ stored, view }: OpenedRun): void {
    const turn = this.#take();
    this.#keeper = null;
    if (stored !== null) this.#keep(turn, stored.header, stored);
    this.#view.setAtOnce(view);
    if (stored === null || view.state !== 'elsewhere') return;
    this.#dependencies.locks.whenFree(stored.header.id, turn.signal).then(
      () => this.lookAgain(),
      // The screen was taken by another.
      () => undefined,
    );
  }

  /** One stretch of work with a model, from loading it to the last event stored. */
  async #sit(
    source: ModelSource,
    tree: SamplingTree | null,
    work: (policy: Policy, turn: AbortController) => Promise<readonly Promise<void>[]>,
  ): Promise<void> {
    const turn = this.#take();
    if (tree === null) this.#keeper = null;
    const { storageProblem, keeping } = this.#view.getSnapshot();
    const kept = tree === null ? {} : { storageProblem, keeping };
    this.#view.setAtOnce({ ...IDLE, ...kept, state: 'loading', tree, live: true });
    try {
      const policy = await this.#dependencies.models.ensure(source, turn.signal);
      turn.signal.throwIfAborted();
      await Promise.all(await work(policy, turn));
    } catch (error) {
      const problem = turn.signal.aborted ? null : messageOf(error);
      this.#show(turn, { state: problem === null ? 'stopped' : 'failed', problem });
    }
  }

  /** @returns the writes under way: a run has ended before its last event is stored. */
  async #sample(
    planted: SamplingTree,
    keeper: RunKeeper,
    policy: Policy,
    rewardModel: RewardModel,
    turn: AbortController,
    { next, again }: MoreOfRun = { next: () => [], again: [] },
  ): Promise<readonly Promise<void>[]> {
    const parts = { policy, rewardModel, clock: this.#clockOf(keeper) };
    const letGo = await this.#hold(planted);
    const writes: Promise<void>[] = [];
    try {
      const { sampleFurtherArms } = await SAMPLER.load();
      for await (const event of sampleFurtherArms(planted, next, parts, turn.signal, again)) {
        // A run that gets further arms goes on: it isn't shown as finished in between.
        const changeOf = event.type === 'arms-added' ? undefined : viewOf;
        writes.push(this.#tell(turn, keeper, event, changeOf));
      }
    } finally {
      letGo();
    }
    return writes;
  }

  /** What the run's own scorer says belongs to its sampling: one tab at a time writes it, about the run as it is stored. */
  async #scoreAlone(
    tree: SamplingTree,
    before: RunKeeper,
    request: ScoringRequest,
    turn: AbortController,
  ): Promise<void> {
    const letGo = await this.#hold(tree);
    try {
      const [latest, keeper] = await this.#latest(tree, before, turn);
      this.#show(turn, viewOf(latest));
      await this.#scoreTree(latest, keeper, request, turn);
    } finally {
      letGo();
    }
  }

  /** Resolves when everything that the scorer said is stored. */
  async #scoreTree(
    tree: SamplingTree,
    keeper: RunKeeper,
    request: ScoringRequest,
    turn: AbortController,
  ): Promise<void> {
    const writes: Promise<void>[] = [];
    const parts = { ...this.#dependencies, clock: this.#clockOf(keeper) };
    try {
      const { scoreRun } = await SAMPLER.load();
      for await (const step of scoreRun(tree, request, parts, turn.signal)) {
        if (step.event !== null) writes.push(this.#tell(turn, keeper, step.event));
        this.#show(turn, { scoring: step.progress });
      }
    } finally {
      await Promise.all(writes);
    }
  }

  /** @throws Error with a sentence where another tab holds the run. */
  async #hold({ run }: SamplingTree): Promise<() => void> {
    const letGo = await this.#dependencies.locks.hold(run.id);
    if (letGo === null) throw new Error('This run is being sampled in another tab.');
    return letGo;
  }

  /**
   * Another tab may have gone on with the run since it was opened here, so what is stored counts; where not all of the run could
   * be stored, or it was deleted, what is on screen does.
   */
  async #latest(
    tree: SamplingTree,
    keeper: RunKeeper,
    turn: AbortController,
  ): Promise<readonly [SamplingTree, RunKeeper]> {
    if (!keeper.keeping.deleted && keeper.keeping.waiting > 0) await keeper.retry();
    if (keeper.keeping.waiting > 0) return [tree, keeper];
    const stored = await this.#dependencies.store.load(tree.run.id);
    if (stored === null) return [tree, keeper];
    return [storedTree(stored), this.#keep(turn, stored.header, stored)];
  }

  /**
   * Stores what is said of a run, and folds it into the one on screen where that is still the same turn's: the one place
   * where events of the run on screen are folded.
   */
  #tell(
    turn: AbortController,
    keeper: RunKeeper,
    event: RunEvent,
    changeOf: (tree: SamplingTree) => Partial<RunView> = (tree) => ({ tree }),
  ): Promise<void> {
    const { tree } = this.#view.getSnapshot();
    if (tree !== null && this.#turn === turn) this.#show(turn, changeOf(growTree(tree, event)));
    return isDurable(event) ? keeper.add(event) : Promise.resolve();
  }

  /** Whoever keeps a run from now on; the one on screen tells there what it could not store. */
  #keep(turn: AbortController, header: RunHeader, stored: StoredRun | null): RunKeeper {
    const { store, retryLater } = this.#dependencies;
    const keeper = new RunKeeper(
      {
        ...{ store, retryLater },
        onChange: (keeping) => {
          if (this.#keeper !== keeper) return;
          const { problem: storageProblem } = keeping;
          this.#view.set({ ...this.#view.getSnapshot(), storageProblem, keeping });
        },
      },
      header,
      stored,
    );
    if (this.#turn === turn) this.#keeper = keeper;
    return keeper;
  }

  /** Nothing is told of a run before what was told last. */
  #clockOf({ run }: RunKeeper): Clock {
    return steadyClock(this.#dependencies.clock, lastTime(run.events, run.header.createdAt));
  }

  /** Takes the screen: whatever was going on there stops. */
  #take(): AbortController {
    this.#turn.abort();
    this.#turn = new AbortController();
    return this.#turn;
  }

  #show(turn: AbortController, change: Partial<RunView>): void {
    if (this.#turn === turn) this.#view.set({ ...this.#view.getSnapshot(), ...change });
  }
}
