import './engines/worker/zod-without-eval.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { late, steadyClock } from './core/index.ts';
import {
  App,
  beginFirstPicture,
  createAddressBar,
  ErrorBoundary,
  hrefOfPath,
  usePathInAddress,
  keepTheme,
  THEME_KEY,
  type AppDependencies,
} from './app/index.ts';
import {
  createHiddenStatesLoader,
  createModelCatalog,
  findHubAddress,
  lateModelServers,
  pageDependencies,
} from './engines/index.ts';
import { createRecordedRunsQueries, createSavedRunsQueries } from './queries/index.ts';
import {
  createScorerFactory,
  type RewardModelChoice,
  type SelfTestParts,
} from './rewards/index.ts';
import {
  createRunLocks,
  ModelSession,
  RewardModelSession,
  paceDrawings,
  RunController,
  type Schedule,
} from './runs/index.ts';
import {
  keepValue,
  localStorageOrNull,
  newRunId,
  openRunStore,
  readRunFile,
  runFileFormat,
} from './storage/index.ts';
import { SingleKeysProvider, whenIdle } from './ui/index.ts';
import './ui/fonts.css';
import './ui/theme.css';
import './ui/base.css';

// Timers also work in hidden tabs.
const schedule = paceDrawings({
  now: () => performance.now(),
  wait: (draw, milliseconds) => {
    setTimeout(draw, milliseconds);
  },
  afterDrawing: queueMicrotask,
});
const clock = steadyClock({ now: () => Date.now() });

/** Long enough for a person to make room, or for the browser to. */
const MILLISECONDS_BETWEEN_TRIES = 5_000;

const retryLater: Schedule = (retry) => {
  setTimeout(retry, MILLISECONDS_BETWEEN_TRIES);
};

/** Picks engines, storage and chance: the one place that knows them all. */
async function compose(queries: QueryClient): Promise<AppDependencies> {
  const servers = lateModelServers(keepValue(localStorageOrNull(), 'prs-playground.server-keys'));
  const catalog = createModelCatalog(pageDependencies(servers));
  const recordedRuns = createRecordedRunsQueries({ format: runFileFormat, fetchText });
  const isPreloaded = document.querySelector('link[rel="preload"][as="fetch"]') !== null;
  const firstPicture = beginFirstPicture({ queries, catalog, recordedRuns, isPreloaded });
  const { store, problem } = await openRunStore();
  const models = new ModelSession(catalog, schedule);
  const rewardModels = composeRewardModels();
  const rewardModel = () => rewardModels.session.inMemory();
  const scorers = createScorerFactory({ rewardModel, servers });
  // A run that is begun before waits for it, and says so where it can't be had.
  whenIdle(() => void scorers.code.load().catch(() => undefined));
  // Absent where the page is not served securely.
  const locks = createRunLocks('locks' in navigator ? navigator.locks : undefined);
  const controller = new RunController({
    ...{ models, store, locks, clock, schedule, retryLater, createId: newRunId },
  });
  const savedRuns = createSavedRunsQueries({
    ...{ store, format: runFileFormat, readFile: readRunFile },
    clock,
    screen: controller,
  });
  await firstPicture(savedRuns);
  const keptPace = keepValue(localStorageOrNull(), 'prs-playground.pace');
  const studies = late('What samples studies', async () => {
    const { composeStudies } = await import('./compose-studies.ts');
    return composeStudies({
      ...{ models, store, locks, clock, schedule, controller, savedRuns, queries, keptPace },
    });
  });
  const newSeed = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1;
  const keptForm = keepValue(localStorageOrNull(), 'prs-playground.form');
  const theme = keepTheme(document.documentElement, keepValue(localStorageOrNull(), THEME_KEY));
  const keptProblem = problem?.message ?? null;
  return {
    ...{ catalog, models, rewardModels, scorers, controller, savedRuns },
    ...{ recordedRuns, keptProblem, keptForm, keptPace, newSeed, theme, studies },
    ...{ runLinks, address: createAddressBar(window), servers, ownServer: ownServerIn(document) },
  };
}

/** Fetched when a link is made or followed. */
const runLinks: AppDependencies['runLinks'] = {
  pack: async (run) => (await import('./storage/run-file/pack-run.ts')).packRun(run),
  unpack: async (packed) => (await import('./storage/run-file/pack-run.ts')).unpackRun(packed),
};

/** The server that `npm start -- --policy` puts behind the page's own origin, and names in the page; null without one. */
function ownServerIn(page: Document): string | null {
  const meta = page.querySelector<HTMLMetaElement>('meta[name="policy-server"]');
  return meta === null ? null : new URL(meta.content, page.baseURI).href;
}

/** A file beside the page. @throws Error where it isn't there */
async function fetchText(path: string): Promise<string> {
  const response = await fetch(`./${path}`);
  if (!response.ok) throw new Error(`${path} is not there: ${String(response.status)}.`);
  return response.text();
}

/** A reward model in the page: its backbone in llama.cpp, in a worker beside the policy's. Its code is fetched when it is wanted. */
function composeRewardModels(): AppDependencies['rewardModels'] {
  const loadHiddenStates = createHiddenStatesLoader();
  const dependencies = { loadHiddenStates, findHubAddress };
  return {
    session: new RewardModelSession<RewardModelChoice>(async (choice, onProgress, signal) => {
      const { loadRewardModel } = await import('./rewards/reward-model/load-reward-model.ts');
      return loadRewardModel(choice, dependencies, onProgress, signal);
    }, schedule),
    selfTest: async (rewardModel, onProgress, signal) => {
      const { runSelfTest } = await import('./rewards/reward-model/self-test/run-self-test.ts');
      const embedded = { kind: 'embedded' } as const;
      const loadEmbedded: SelfTestParts['loadEmbedded'] = (report, loadSignal) =>
        loadHiddenStates(embedded, report, loadSignal);
      return runSelfTest({ loadEmbedded, rewardModel }, onProgress, signal);
    },
  };
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
const queries = new QueryClient();
const keptSingleKeys = keepValue(localStorageOrNull(), 'prs-playground.keys');
const dependencies = await compose(queries);
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <QueryClientProvider client={queries}>
        <Router hook={usePathInAddress} hrefs={hrefOfPath}>
          <SingleKeysProvider kept={keptSingleKeys}>
            <App dependencies={dependencies} />
          </SingleKeysProvider>
        </Router>
      </QueryClientProvider>
    </ErrorBoundary>
  </StrictMode>,
);
