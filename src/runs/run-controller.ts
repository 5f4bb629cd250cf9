import {
  growTree,
  isDurable,
  plantTree,
  replay,
  sampleRun,
  type Clock,
  type ModelSource,
  type Policy,
  type RewardModel,
  type RunEvent,
  type RunHeader,
  type RunPlan,
  type RunStore,
  type SamplingTree,
} from '../core/index.ts';
import type { ModelSession } from './model-session.ts';
import { Subject, type Observable, type Schedule } from './observable.ts';

/** The run on screen. */
export interface RunView {
  readonly state: 'idle' | 'loading' | 'running' | 'stopped' | 'finished' | 'failed';
  /** Null before the first run, and while its model is being loaded. */
  readonly tree: SamplingTree | null;
  /** False where the run was opened from storage: recorded, not sampled before this person's eyes. */
  readonly live: boolean;
  /** Why it failed, a sentence for people. */
  readonly problem: string | null;
  /** Why finished nodes could not be stored; the run goes on without. */
  readonly storageProblem: string | null;
}

export interface RunRequest {
  readonly name: string;
  readonly plan: RunPlan;
  readonly source: ModelSource;
  readonly rewardModel: RewardModel;
}

export interface RunControllerDependencies {
  readonly models: ModelSession;
  readonly store: RunStore;
  readonly clock: Clock;
  readonly schedule: Schedule;
  /** Makes a new UUID. */
  readonly createId: () => string;
}

const IDLE: RunView = {
  state: 'idle',
  tree: null,
  live: false,
  problem: null,
  storageProblem: null,
};

/** Starts, stops, opens and continues runs; folds their events and stores each finished node as it finishes. */
export class RunController {
  readonly view: Observable<RunView>;
  readonly #view: Subject<RunView>;
  readonly #dependencies: RunControllerDependencies;
  #sitting: AbortController | null = null;

  constructor(dependencies: RunControllerDependencies) {
    this.#dependencies = dependencies;
    this.#view = new Subject(IDLE, dependencies.schedule);
    this.view = this.#view;
  }

  /** Loads the model if need be and runs the plan to its end. Resolves when the run has ended, however it did. */
  async start({ name, plan, source, rewardModel }: RunRequest): Promise<void> {
    await this.#sit(source, async (policy, signal) => {
      const header = this.#header(name, plan, policy, rewardModel);
      this.#change({ tree: plantTree(header) });
      await this.#keep(() => this.#dependencies.store.create(header));
      await this.#sample(plantTree(header), policy, rewardModel, signal);
    });
  }

  /**
   * Goes on with the stopped run on screen: finished nodes are kept, the others sampled with the seeds they had.
   * Another model than the run's is refused, since a run has one policy.
   */
  async resume(source: ModelSource, rewardModel: RewardModel): Promise<void> {
    const { tree } = this.#view.getSnapshot();
    if (tree === null || this.#sitting !== null) return;
    await this.#sit(
      source,
      async (policy, signal) => {
        const { id, name } = tree.run.policy;
        if (policy.description.id !== id) {
          throw new Error(`This run was written by ${name}: choose that model to go on with it.`);
        }
        await this.#sample(tree, policy, rewardModel, signal);
      },
      tree,
    );
  }

  /** Stops loading or sampling; what is finished stays. */
  stop(): void {
    this.#sitting?.abort();
  }

  /** Shows a stored run, with what was finished. */
  async open(runId: string): Promise<void> {
    const { tree } = this.#view.getSnapshot();
    if (tree?.run.id === runId) return;
    this.stop();
    try {
      const stored = await this.#dependencies.store.load(runId);
      if (stored === null) throw new Error('This run is not in this browser any more.');
      const replayed = asStopped(replay(stored.header, stored.events), this.#dependencies.clock);
      this.#view.set({ ...IDLE, tree: replayed, ...ending(replayed) });
    } catch (error) {
      this.#view.set({ ...IDLE, state: 'failed', problem: sentence(error) });
    }
  }

  /** Clears the screen for the next run; what is stored stays. */
  close(): void {
    this.stop();
    this.#view.set(IDLE);
  }

  /** One stretch of work with a model, from loading it to the last event. */
  async #sit(
    source: ModelSource,
    work: (policy: Policy, signal: AbortSignal) => Promise<void>,
    tree: SamplingTree | null = null,
  ): Promise<void> {
    this.stop();
    const sitting = new AbortController();
    this.#sitting = sitting;
    this.#view.set({ ...IDLE, state: 'loading', tree, live: true });
    try {
      const policy = await this.#dependencies.models.ensure(source, sitting.signal);
      sitting.signal.throwIfAborted();
      await work(policy, sitting.signal);
    } catch (error) {
      if (this.#sitting !== sitting) return;
      if (sitting.signal.aborted) this.#change({ state: 'stopped' });
      else this.#change({ state: 'failed', problem: sentence(error) });
    } finally {
      if (this.#sitting === sitting) this.#sitting = null;
    }
  }

  async #sample(
    planted: SamplingTree,
    policy: Policy,
    rewardModel: RewardModel,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock } = this.#dependencies;
    let tree = planted;
    const stored: Promise<void>[] = [];
    for await (const event of sampleRun(planted, { policy, rewardModel, clock }, signal)) {
      tree = growTree(tree, event);
      stored.push(this.#storeEvent(tree.run.id, event));
      // A run that was closed or replaced still stores its last events, but shows no more.
      if (this.#sitting?.signal === signal) this.#change({ tree, ...ending(tree) });
    }
    await Promise.all(stored);
  }

  #storeEvent(runId: string, event: RunEvent): Promise<void> {
    if (!isDurable(event)) return Promise.resolve();
    return this.#keep(() => this.#dependencies.store.append(runId, [event]));
  }

  async #keep(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.#change({ storageProblem: sentence(error) });
    }
  }

  #header(name: string, plan: RunPlan, policy: Policy, rewardModel: RewardModel): RunHeader {
    return {
      id: this.#dependencies.createId(),
      name,
      createdAt: this.#dependencies.clock.now(),
      plan,
      policy: policy.description,
      rewardModel: rewardModel.description,
    };
  }

  #change(change: Partial<RunView>): void {
    this.#view.set({ ...this.#view.getSnapshot(), ...change });
  }
}

/** A stored run whose page was closed while it ran has stopped there. */
function asStopped(tree: SamplingTree, clock: Clock): SamplingTree {
  const ended = tree.state.status !== 'running' && tree.state.status !== 'planned';
  return ended ? tree : growTree(tree, { type: 'run-stopped', at: clock.now() });
}

function ending({ state }: SamplingTree): Pick<RunView, 'state' | 'problem'> {
  if (state.status === 'failed') return { state: 'failed', problem: state.message };
  return { state: state.status === 'planned' ? 'running' : state.status, problem: null };
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
