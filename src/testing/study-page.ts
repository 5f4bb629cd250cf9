import type { GenerationRequest, ModelSource, RunStore } from '../core/index.ts';
import { fakePolicy, fakeRewardModel, tickingClock } from '../core/testing/fake-run.ts';
import {
  type MakeScorer,
  ModelSession,
  type RunLocks,
  type RunView,
  Subject,
} from '../runs/index.ts';
import { atOnce, fakeCatalog, loaded, SOURCE } from '../runs/testing/set-up.ts';
import { IDLE } from '../runs/run-view.ts';
import { MemoryDocuments } from '../storage/keep-documents.ts';
import { MemoryRunStore } from '../storage/memory/memory-run-store.ts';
import { readPlan } from '../storage/schema/read-plan.ts';
import { createStudyStore } from '../studies/kept/study-store.ts';
import { StudyController, type StudyView } from '../studies/study-controller.ts';
import { keptStudy } from '../studies/testing/kept-studies.ts';

export const study = keptStudy();
export const RUNS = ['study-1-1', 'study-2-1', 'study-1-2', 'study-2-2'];
/** Two drafts, feedback, two refinements; the other arm shares two of its drafts. */
export const TEXTS = 7;
export const answer = ({ seed }: GenerationRequest): string => `word ${String(seed % 7)}`;
export const rewardModel = fakeRewardModel(({ response }) => response.length);

/** What outlives a page, and what all its tabs share. */
export function browser() {
  const held = new Set<string>();
  const locks: RunLocks = {
    hold: (id) => {
      if (held.has(id)) return Promise.resolve(null);
      held.add(id);
      return Promise.resolve(() => void held.delete(id));
    },
    isHeld: (id) => Promise.resolve(held.has(id)),
    whenFree: () => Promise.resolve(),
  };
  let ids = 0;
  const studies = createStudyStore(new MemoryDocuments(), {
    plan: readPlan,
    scorerValues: () => ({}),
  });
  return { held, locks, runs: new MemoryRunStore(() => `copy-${String((ids += 1))}`), studies };
}

type Browser = Pick<ReturnType<typeof browser>, 'held' | 'locks' | 'studies'> & {
  readonly runs: Pick<RunStore, 'create' | 'append' | 'load' | 'list'>;
};

/** A page that has just been opened. */
export function openPage<Shared extends Browser>(
  shared: Shared,
  policy = loaded(fakePolicy(answer)),
  scorer: MakeScorer = () => rewardModel,
) {
  const screen = new Subject<RunView>(IDLE, atOnce);
  const sources: ModelSource[] = [];
  const load = (source: ModelSource) => {
    sources.push(source);
    return Promise.resolve(policy);
  };
  const models = new ModelSession(fakeCatalog(load), atOnce);
  const clock = tickingClock();
  const controller = new StudyController({
    ...{ ...shared, models, clock, schedule: atOnce, screen },
    every: () => () => undefined,
  });
  const states: string[] = [];
  controller.view.subscribe(() => {
    const { state } = controller.view.getSnapshot();
    if (states.at(-1) !== state) states.push(state);
  });
  const goOn = (again = false) => controller.goOn({ study, source: SOURCE, scorer, again });
  return { ...shared, controller, screen, policy, models, sources, states, goOn };
}

export const viewOf = ({ controller }: { controller: StudyController }): StudyView =>
  controller.view.getSnapshot();

export async function begun(shared = browser()): Promise<ReturnType<typeof browser>> {
  await shared.studies.put(study);
  return shared;
}
