import {
  makeArm,
  type Clock,
  type DurableEvent,
  type LoadedPolicy,
  type ModelCatalog,
  type ModelSource,
  type RunHeader,
  type RunStore,
} from '../../core/index.ts';
import {
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  tickingClock,
} from '../../core/testing/fake-run.ts';
import { ModelSession } from '../model-session.ts';
import { RunController } from '../run-controller.ts';

export const SOURCE: ModelSource = { kind: 'embedded', engine: 'llama-cpp' };
export const OTHER: ModelSource = { kind: 'embedded', engine: 'webllm' };
export const rewardModel = fakeRewardModel(({ response }) => response.length);
export const plan = fakePlan([makeArm('prs', 4, [2, 2]), makeArm('rand', 4, [4])]);
export const atOnce = (flush: () => void): void => {
  flush();
};

export interface Stored {
  readonly header: RunHeader;
  readonly events: DurableEvent[];
}

/** Keeps runs in a map and can be told to fail. */
export function fakeStore(runs = new Map<string, Stored>(), broken = false): RunStore {
  const unused = (): never => {
    throw new Error('Not used in this test.');
  };
  return {
    kept: true,
    create: (header) => {
      if (broken) return Promise.reject(new Error('The disk is full.'));
      runs.set(header.id, { header, events: [] });
      return Promise.resolve();
    },
    append: (id, events) => {
      runs.get(id)?.events.push(...events);
      return Promise.resolve();
    },
    load: (id) => Promise.resolve(runs.get(id) ?? null),
    list: unused,
    count: unused,
    newest: unused,
    rename: unused,
    remove: unused,
    importRun: unused,
  };
}

/** Acts once, when the second call has been made: in the middle of a run. */
export function onceAsked(
  controller: RunController,
  { asked }: ReturnType<typeof loaded>,
  act: () => void,
): void {
  const unsubscribe = controller.view.subscribe(() => {
    if (asked.length !== 2) return;
    unsubscribe();
    act();
  });
}

export function loaded(policy = fakePolicy(() => 'an answer')): LoadedPolicy & typeof policy {
  return { ...policy, unload: () => Promise.resolve() };
}

export function fakeCatalog(load: ModelCatalog['load']): ModelCatalog {
  const assess = (): never => {
    throw new Error('Not used in this test.');
  };
  return { assess, lacks: () => [], load };
}

export function setUp({
  policy = loaded(),
  store = fakeStore(),
  load = () => Promise.resolve(policy),
  taken = false,
  freed = new Promise(() => undefined),
  clock = tickingClock(),
  prefix = 'run',
}: {
  policy?: ReturnType<typeof loaded>;
  store?: RunStore;
  load?: ModelCatalog['load'];
  /** Whether another tab holds every run. */
  taken?: boolean;
  /** Resolves when it lets go of them. */
  freed?: Promise<void>;
  clock?: Clock;
  /** Of the ids of new runs. */
  prefix?: string;
} = {}): { controller: RunController; models: ModelSession; states: string[] } {
  const models = new ModelSession(fakeCatalog(load), atOnce);
  let ids = 0;
  const createId = (): string => `${prefix}-${String((ids += 1))}`;
  const locks = {
    hold: () => Promise.resolve(taken ? null : () => undefined),
    isHeld: () => Promise.resolve(taken),
    whenFree: () => freed,
  };
  const rest = { clock, schedule: atOnce, retryLater: () => undefined, createId };
  const controller = new RunController({ models, store, locks, ...rest });
  const states: string[] = [];
  controller.view.subscribe(() => {
    const { state } = controller.view.getSnapshot();
    if (states.at(-1) !== state) states.push(state);
  });
  return { controller, models, states };
}

export const scorer = () => rewardModel;
export const request = { name: 'Test', plan, source: SOURCE, scorer };
