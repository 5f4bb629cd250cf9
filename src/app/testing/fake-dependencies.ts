import { late } from '../../core/index.ts';
import { createScorerFactory, type RewardModelChoice } from '../../rewards/index.ts';
import { createRecordedRunsQueries, createSavedRunsQueries } from '../../queries/index.ts';
import { RewardModelSession } from '../../runs/index.ts';
import { assessmentOf, fakeOffer } from '../../runs/testing/fake-assessment.ts';
import { fakeStore, loaded, setUp } from '../../runs/testing/set-up.ts';
import type { AppDependencies } from '../app-dependencies.ts';

const ignore = (): void => undefined;
const refuse = (): never => {
  throw new Error('Not wanted here.');
};

/** The page without engines and storage: one model is offered, and runs are sampled by a policy that answers at once. */
export function fakeDependencies(policy = loaded()): AppDependencies {
  const store = fakeStore();
  const { controller, models } = setUp({ store, policy });
  const assessment = assessmentOf([fakeOffer('small', 'embedded')]);
  return {
    catalog: { assess: () => Promise.resolve(assessment), lacks: () => [], load: refuse },
    models,
    controller,
    scorers: createScorerFactory({ rewardModel: refuse }),
    rewardModels: {
      session: new RewardModelSession<RewardModelChoice>(refuse, ignore),
      selfTest: refuse,
    },
    savedRuns: createSavedRunsQueries({
      store,
      format: { maxBytes: 0, export: refuse, join: refuse, parse: refuse },
      clock: { now: () => 0 },
    }),
    recordedRuns: createRecordedRunsQueries({ format: { parse: refuse }, fetchText: refuse }),
    keptProblem: null,
    runLinks: { pack: refuse, unpack: refuse },
    address: {
      read: () => ({ path: '/', words: new Map() }),
      write: ignore,
      onTurn: () => ignore,
    },
    keptForm: { read: () => undefined, write: ignore },
    keptPace: { read: () => undefined, write: ignore },
    theme: { read: () => 'system', write: ignore },
    studies: late('What samples studies', refuse),
    servers: late('What asks servers', refuse),
    ownServer: null,
    newSeed: () => 7,
  };
}
