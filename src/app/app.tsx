import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Route, Switch, useLocation, Link, useRoute } from 'wouter';
import type { CatalogAssessment, ModelCatalog, ModelSize } from '../core/index.ts';
import type { ModelsScreenProps } from '../features/models/models-screen.tsx';
import {
  FIRST_KEPT_FORM,
  formFor,
  keptOf,
  PlaygroundScreen,
  readKeptForm,
  RUN_BUTTON_ID,
  type RewardModelTools,
  type RunForm,
  writeKeptForm,
} from '../features/playground/index.ts';
import {
  modelAssessmentQuery,
  type RecordedRunsQueries,
  refreshSavedRuns,
  type SavedRunsQueries,
} from '../queries/index.ts';
import {
  type ChosenModel,
  defaultModel,
  isBusy,
  paceOf,
  modelSize,
  type ModelSession,
  type RunController,
  type Scorers,
} from '../runs/index.ts';
import { saveFile, useEver } from '../ui/index.ts';
import { besidePath } from '../features/beside/run-key.ts';
import { useBesideLinks } from './beside-links.tsx';
import { BesideRuns } from './beside-runs.tsx';
import { useFocusOnScreen } from './focus-on-screen.ts';
import { fetchStopDialog, StopDialog } from './lazy-stop-dialog.tsx';
import { recordedPath, useRecordedRun } from './recorded-runs.tsx';
import { useRunAddress, useShownRun } from './run-in-address.tsx';
import { type KeptTheme, ThemeSwitch } from './theme-switch.tsx';
import styles from './app.module.css';

/** The screens, what they share, and which of them the address names. */
export function App({ dependencies }: { readonly dependencies: AppDependencies }) {
  const { catalog, controller, keptPace, theme } = dependencies;
  const { state, runId } = useShownRun(controller);
  const assessment = useQuery(modelAssessmentQuery(catalog)).data ?? null;
  const [picked, setPicked] = useState<ChosenModel | null>(null);
  const queryClient = useQueryClient();
  const address = useRunAddress(controller, { state, runId });
  const choice = picked ?? defaultModel(assessment);

  // A run that has started or ended is a change to the saved runs that their queries don't see by themselves.
  useEffect(() => {
    void refreshSavedRuns(queryClient);
  }, [queryClient, state]);
  useEffect(() => {
    const pace = paceOf(controller.view.getSnapshot());
    if (pace !== null) keptPace.write(pace);
  }, [controller, keptPace, state]);
  useFocusOnScreen(MAIN_ID);
  const isShown = useEver(address.isBlocked);
  useEffect(() => {
    if (isBusy({ state })) void fetchStopDialog();
  }, [state]);

  return (
    <div className={styles.page}>
      <SkipLinks />
      <PageHeader modelName={choice?.name ?? null} runId={runId} theme={theme} />
      <main id={MAIN_ID} tabIndex={-1} className={styles.main} data-run-state={state}>
        <Screens {...{ dependencies, assessment, choice }} onChoose={setPicked} />
      </main>
      {isShown && (
        <Suspense fallback={null}>
          <StopDialog open={address.isBlocked} onStay={address.stay} onLeave={address.leave} />
        </Suspense>
      )}
    </div>
  );
}

interface ScreensProps {
  readonly dependencies: AppDependencies;
  readonly assessment: CatalogAssessment | null;
  readonly choice: ChosenModel | null;
  readonly onChoose: (choice: ChosenModel) => void;
}

function Screens({ dependencies, assessment, choice, onChoose }: ScreensProps) {
  const { controller, models, rewardModels, scorers, newSeed } = dependencies;
  const { keptForm, keptPace, keptProblem, savedRuns } = dependencies;
  const [form, setForm] = useKeptForm(keptForm, modelSize(choice));
  const onShowRun = useShowRun();
  const recorded = useRecordedRun(dependencies);
  const besides = useBesideLinks(controller, recorded?.name ?? null);
  const playground = (runId: string | null) => (
    <PlaygroundScreen
      lacks={dependencies.catalog.lacks}
      {...{ controller, models, rewardModels, scorers, newSeed, keptPace }}
      {...{ assessment, choice, form, runId, onChoose, recorded, ...besides }}
      gallery={<Link href="/recorded">Recorded runs</Link>}
      onForm={setForm}
      onExport={(run) => {
        saveFile(savedRuns.fileOf(run));
      }}
      onShowRun={onShowRun}
    />
  );
  return (
    <Switch>
      <Route path="/run/:id">{({ id }) => playground(id)}</Route>
      <Route path="/recorded/:name">{playground(null)}</Route>
      <Route path="/recorded">
        <Gallery queries={dependencies.recordedRuns} />
      </Route>
      <Route path="/runs">
        <Library {...{ savedRuns, keptProblem }} />
      </Route>
      <Route path="/beside/:one/:other?">
        {({ one, other = null }) => <BesideRuns queries={dependencies} {...{ one, other }} />}
      </Route>
      <Route path="/models">
        <Models {...{ assessment, choice, onChoose }} />
      </Route>
      <Route>{playground(null)}</Route>
    </Switch>
  );
}

/** Puts a run, or none, into the address. */
function useShowRun(): (id: string | null) => void {
  const [, navigate] = useLocation();
  return (id) => {
    navigate(id === null ? '/' : `/run/${id}`, { replace: true });
  };
}

/** What is set up for a model of this size; what a person left to the model changes with it. */
function useKeptForm(
  keptForm: AppDependencies['keptForm'],
  size: ModelSize,
): [RunForm, (form: RunForm) => void] {
  const [kept, setKept] = useState(() => readKeptForm(keptForm.read()) ?? FIRST_KEPT_FORM);
  const form = useMemo(() => formFor(kept, size), [kept, size]);
  const setForm = (changed: RunForm): void => {
    const own = keptOf(changed, size);
    setKept(own);
    keptForm.write(writeKeptForm(own));
  };
  return [form, setForm];
}

/** Fetched when it is wanted. */
const ModelsScreen = lazy(async () => {
  const { ModelsScreen: screen } = await import('../features/models/models-screen.tsx');
  return { default: screen };
});

function Models(props: ModelsScreenProps) {
  return (
    <div className={styles.column}>
      <Suspense fallback={<p role="status">Fetching the list of models …</p>}>
        <ModelsScreen {...props} />
      </Suspense>
    </div>
  );
}

/** Fetched when it is wanted: a first visit is to a run. */
const LibraryScreen = lazy(async () => {
  const { LibraryScreen: screen } = await import('../features/library/library-screen.tsx');
  return { default: screen };
});

function Library({ savedRuns, keptProblem }: Pick<AppDependencies, 'savedRuns' | 'keptProblem'>) {
  const [, navigate] = useLocation();
  return (
    <div className={styles.column}>
      <Suspense fallback={<p role="status">Fetching the list of runs …</p>}>
        <LibraryScreen
          queries={savedRuns}
          keptProblem={keptProblem}
          onOpen={(id) => {
            navigate(`/run/${id}`);
          }}
          onCompare={(id) => {
            navigate(besidePath({ kind: 'saved', id }));
          }}
          onStart={() => {
            navigate('/');
          }}
        />
      </Suspense>
    </div>
  );
}

/** Fetched when it is wanted. */
const RecordedRunsScreen = lazy(async () => {
  const { RecordedRunsScreen: screen } =
    await import('../features/recorded/recorded-runs-screen.tsx');
  return { default: screen };
});

function Gallery({ queries }: { readonly queries: RecordedRunsQueries }) {
  const [, navigate] = useLocation();
  return (
    <div className={styles.column}>
      <Suspense fallback={<p role="status">Fetching the recorded runs …</p>}>
        <RecordedRunsScreen
          queries={queries}
          onOpen={(name) => {
            navigate(recordedPath(name));
          }}
        />
      </Suspense>
    </div>
  );
}

/** What the composition root hands to the page. */
export interface AppDependencies {
  readonly catalog: ModelCatalog;
  readonly models: ModelSession;
  readonly rewardModels: RewardModelTools;
  readonly scorers: Scorers;
  readonly controller: RunController;
  readonly savedRuns: SavedRunsQueries;
  readonly recordedRuns: RecordedRunsQueries;
  /** Why runs can't be kept in this browser; null where they are. */
  readonly keptProblem: string | null;
  /** What was set up and not run yet, kept over a reload; read back it is hostile. */
  readonly keptForm: { read(): unknown; write(value: unknown): void };
  /** How fast this machine was when it was last measured; read back it is hostile. */
  readonly keptPace: { read(): unknown; write(value: unknown): void };
  readonly theme: KeptTheme;
  /** A whole number in [0, 2^31). */
  readonly newSeed: () => number;
}

/** The first thing that Tab reaches: past the header, and on the playground past the set-up too. */
function SkipLinks() {
  const { isPlayground } = useWhere();
  return (
    <button
      type="button"
      className={styles.skip}
      onClick={() => {
        const run = isPlayground ? document.getElementById(RUN_BUTTON_ID) : null;
        const canFocus = run !== null && !run.matches(':disabled');
        (canFocus ? run : document.getElementById(MAIN_ID))?.focus();
      }}
    >
      {isPlayground ? 'Skip to Run' : 'Skip to the content'}
    </button>
  );
}

/** Which screen the address names; recorded runs are opened from the playground, and belong to it. */
function useWhere() {
  const [onRuns] = useRoute('/runs');
  const [onModels] = useRoute('/models');
  const [isBeside] = useRoute('/beside/:one/:other?');
  return { onRuns, onModels, isPlayground: !onRuns && !onModels && !isBeside };
}

/** Addresses after # are the screens', so that places to skip to are found by id. */
const MAIN_ID = 'main';

interface PageHeaderProps {
  /** The model of the next run; null where there is none yet. */
  readonly modelName: string | null;
  /** The run on screen, to come back to. */
  readonly runId: string | null;
  readonly theme: KeptTheme;
}

/** Where one is, where one can go, and which model will write. */
function PageHeader({ modelName, runId, theme }: PageHeaderProps) {
  const { onRuns, onModels, isPlayground } = useWhere();
  const screens = [
    {
      name: 'Playground',
      path: runId === null ? '/' : `/run/${runId}`,
      here: isPlayground,
    },
    { name: 'Runs', path: '/runs', here: onRuns },
    { name: 'Models', path: '/models', here: onModels },
  ];
  return (
    <header className={styles.header}>
      <h1 className={styles.brand}>PRS Playground</h1>
      <nav aria-label="Screens" className={styles.nav}>
        {screens.map(({ name, path, here }) => (
          <Link key={name} href={path} aria-current={here ? 'page' : undefined}>
            {name}
          </Link>
        ))}
      </nav>
      <Link href="/models" className={styles.model ?? ''}>
        {modelName ?? 'No model yet'}
      </Link>
      <ThemeSwitch kept={theme} />
    </header>
  );
}
