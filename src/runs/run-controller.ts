import {
  type Clock,
  growTree,
  isDurable,
  type ModelSource,
  OWN_SCORING,
  plantTree,
  type Policy,
  type RewardModel,
  type RunEvent,
  type RunPlan,
  type RunStore,
  sampleRun,
  type SamplingTree,
  type Vote,
  messageOf,
} from '../core/index.ts';
import type { MakeScorer, ScoringRequest } from './injected-scorers.ts';
import type { ModelSession } from './model-session.ts';
import { type Observable, type Schedule, Subject } from './observable.ts';
import type { RunLocks } from './run-lock.ts';
import { IDLE, isBusy, type RunView, storedTree, viewOf } from './run-view.ts';
import { checkModelAndScorer } from './resume-run.ts';
import { GETTING_READY, scoreRun } from './score-run.ts';

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
  /** The last wish to open a run: an earlier one that loads later is not shown. */
  #wish = Symbol();

  constructor(dependencies: RunControllerDependencies) {
    this.#dependencies = dependencies;
    this.#view = new Subject(IDLE, dependencies.schedule);
    this.view = this.#view;
  }

  /** Loads the model if need be and runs the plan to its end. Resolves when the run has ended, however it did. */
  async start({ name, plan, source, scorer }: RunRequest): Promise<void> {
    const { createId, clock, store } = this.#dependencies;
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
      this.#show(turn, { tree: planted });
      await this.#keep(turn, () => store.create(header));
      return this.#sample(planted, policy, rewardModel, turn);
    });
  }

  /**
   * Goes on with the stopped run on screen: finished nodes are kept, the others sampled with the seeds they had.
   * Another model or scorer than the run's is refused, since a run has one of each.
   */
  async resume(source: ModelSource, scorer: MakeScorer): Promise<void> {
    const { tree } = this.#view.getSnapshot();
    if (tree === null || isBusy(this.#view.getSnapshot())) return;
    await this.#sit(source, tree, async (policy, turn) => {
      const rewardModel = await scorer(() => Promise.resolve(policy), turn.signal);
      checkModelAndScorer(tree.run, policy, rewardModel);
      const latest = await this.#latest(tree);
      this.#show(turn, { tree: latest });
      return this.#sample(latest, policy, rewardModel, turn);
    });
  }

  /**
   * Lets another scorer read the run on screen, without sampling: its rewards stand beside the run's own. A scoring that
   * was stopped goes on where it is named again; what failed is tried again. Resolves when it has ended.
   */
  async score(request: ScoringRequest): Promise<void> {
    const { tree } = this.#view.getSnapshot();
    if (tree === null || isBusy(this.#view.getSnapshot())) return;
    const turn = this.#take();
    this.#show(turn, { scoring: GETTING_READY, scoringProblem: null });
    try {
      await (request.again === OWN_SCORING
        ? this.#scoreAlone(tree, request, turn)
        : this.#scoreTree(tree, request, turn));
    } catch (error) {
      this.#show(turn, { scoringProblem: turn.signal.aborted ? null : messageOf(error) });
    }
    this.#show(turn, { scoring: null });
  }

  /** Keeps a person's vote on two responses of the run on screen. */
  async vote(vote: Vote): Promise<void> {
    const { tree } = this.#view.getSnapshot();
    if (tree === null) return;
    const at = this.#dependencies.clock.now();
    await this.#tell(this.#turn, tree.run.id, { type: 'vote-cast', vote, at });
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
    const opened = await this.#load(runId);
    if (this.#turn !== before || this.#wish !== wish) return;
    if (opened.tree === null && isBusy(this.#view.getSnapshot())) return;
    this.#take();
    this.#view.setAtOnce(opened);
  }

  /** Clears the screen for the next run; what is stored stays. */
  close(): void {
    this.#take();
    this.#view.setAtOnce(IDLE);
  }

  /** The kept run has another name now. */
  renamed(runId: string, name: string): void {
    const { tree } = this.#view.getSnapshot();
    if (tree?.run.id !== runId) return;
    this.#show(this.#turn, { tree: { ...tree, run: { ...tree.run, name } } });
  }

  /** The kept run is gone: there is nothing left to show or to go on with. */
  removed(runId: string): void {
    if (this.#view.getSnapshot().tree?.run.id === runId) this.close();
  }

  async #load(runId: string): Promise<RunView> {
    try {
      const stored = await this.#dependencies.store.load(runId);
      if (stored === null) throw new Error('This run is not in this browser any more.');
      return { ...IDLE, ...viewOf(storedTree(stored)) };
    } catch (error) {
      return { ...IDLE, state: 'failed', problem: messageOf(error) };
    }
  }

  /** One stretch of work with a model, from loading it to the last event stored. */
  async #sit(
    source: ModelSource,
    tree: SamplingTree | null,
    work: (policy: Policy, turn: AbortController) => Promise<readonly Promise<void>[]>,
  ): Promise<void> {
    const turn = this.#take();
    this.#view.setAtOnce({ ...IDLE, state: 'loading', tree, live: true });
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
    policy: Policy,
    rewardModel: RewardModel,
    turn: AbortController,
  ): Promise<readonly Promise<void>[]> {
    const { clock } = this.#dependencies;
    const letGo = await this.#hold(planted);
    const writes: Promise<void>[] = [];
    try {
      for await (const event of sampleRun(planted, { policy, rewardModel, clock }, turn.signal)) {
        writes.push(this.#tell(turn, planted.run.id, event, viewOf));
      }
    } finally {
      letGo();
    }
    return writes;
  }

  /** What the run's own scorer says belongs to its sampling: one tab at a time writes it, about the run as it is stored. */
  async #scoreAlone(
    tree: SamplingTree,
    request: ScoringRequest,
    turn: AbortController,
  ): Promise<void> {
    const letGo = await this.#hold(tree);
    try {
      const latest = await this.#latest(tree);
      this.#show(turn, viewOf(latest));
      await this.#scoreTree(latest, request, turn);
    } finally {
      letGo();
    }
  }

  /** Resolves when everything that the scorer said is stored. */
  async #scoreTree(
    tree: SamplingTree,
    request: ScoringRequest,
    turn: AbortController,
  ): Promise<void> {
    const writes: Promise<void>[] = [];
    try {
      for await (const step of scoreRun(tree, request, this.#dependencies, turn.signal)) {
        if (step.event !== null) writes.push(this.#tell(turn, tree.run.id, step.event));
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

  /** Another tab may have gone on with the run since it was opened here. */
  async #latest(tree: SamplingTree): Promise<SamplingTree> {
    const stored = await this.#dependencies.store.load(tree.run.id);
    return stored === null ? tree : storedTree(stored);
  }

  /**
   * Stores what is said of a run, and folds it into the one on screen where that is still the same turn's: the one place
   * where events of the run on screen are folded.
   */
  #tell(
    turn: AbortController,
    runId: string,
    event: RunEvent,
    changeOf: (tree: SamplingTree) => Partial<RunView> = (tree) => ({ tree }),
  ): Promise<void> {
    const { tree } = this.#view.getSnapshot();
    if (tree !== null && this.#turn === turn) this.#show(turn, changeOf(growTree(tree, event)));
    return this.#storeEvent(runId, event, turn);
  }

  #storeEvent(runId: string, event: RunEvent, turn: AbortController): Promise<void> {
    if (!isDurable(event)) return Promise.resolve();
    return this.#keep(turn, () => this.#dependencies.store.append(runId, [event]));
  }

  async #keep(turn: AbortController, write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.#show(turn, { storageProblem: messageOf(error) });
    }
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
