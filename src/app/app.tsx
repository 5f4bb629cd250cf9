import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Route, Switch, useLocation, Link } from 'wouter';
import type { CatalogAssessment, StoredRun } from '../core/index.ts';
import { ModelServersContext } from '../features/model-servers-context.ts';
import { formFor, keptOf, PlaygroundScreen } from '../features/playground/index.ts';
import { modelAssessmentQuery, refreshSavedRuns } from '../queries/index.ts';
import {
  type ChosenModel,
  defaultModel,
  isBusy,
  offeredModel,
  paceOf,
  modelSize,
  type RunView,
} from '../runs/index.ts';
import { saveFile, useEver } from '../ui/index.ts';
import { CopyLink } from './address/lazy-copy-link.ts';
import { type StateInAddress, useStateInAddress } from './address/state-in-address.ts';
import type { AppDependencies } from './app-dependencies.ts';
import { useBesideLinks } from './beside-links.tsx';
import { useFocusOnScreen } from './focus-on-screen.ts';
import { fetchStopDialog, StopDialog } from './lazy-stop-dialog.tsx';
import { UnfinishedRun } from './lazy-unfinished-run.tsx';
import { useRecordedRun } from './recorded-runs.tsx';
import { LinkProblems, useLinkedRun } from './linked-run.tsx';
import { MAIN_ID, PageHeader, SkipLinks } from './page-header.tsx';
import { type RunAddress, runNamedBy, useRunAddress, useShownRun } from './run-in-address.tsx';
import { StudyUnderWay } from './study-under-way.tsx';

import styles from './app.module.css';

/** The screens, what they share, and which of them the address names. */
export function App({ dependencies }: { readonly dependencies: AppDependencies }) {
  const { catalog, controller, theme } = dependencies;
  const { state, runId } = useShownRun(controller);
  const assessment = useQuery(modelAssessmentQuery(catalog)).data ?? null;
  const [picked, setPicked] = useState<ChosenModel | null>(null);
  const address = useRunAddress(controller, { state, runId });
  const inAddress = useStateInAddress(dependencies, runId !== null);
  const choice = useChoice(picked, assessment, inAddress.shown.model);
  const linked = useLinkedRun(dependencies, inAddress.shown.run);
  useTurnsOfRun(dependencies, state);
  useFocusOnScreen(MAIN_ID);
  const isShown = useEver(address.isBlocked);
  return (
    <div className={styles.page}>
      <SkipLinks />
      <PageHeader
        {...{ runId, theme, modelName: choice?.name ?? null }}
        copyLink={<CopyLink of={dependencies} kept={inAddress.kept} size={modelSize(choice)} />}
      />
      <LinkProblems {...linked} problems={[...inAddress.problems, ...linked.problems]} />
      <UnfinishedRun savedRuns={dependencies.savedRuns} runId={runId} />
      <main id={MAIN_ID} tabIndex={-1} className={styles.main} data-run-state={state}>
        <Screens
          {...{ dependencies, assessment, choice, inAddress, address }}
          shared={linked.shared}
          onChoose={(chosen) => {
            setPicked(chosen);
            inAddress.show({ model: chosen.offerId });
          }}
        />
      </main>
      {isShown && (
        <Suspense>
          <StopDialog open={address.isBlocked} onStay={address.stay} onLeave={address.leave} />
        </Suspense>
      )}
    </div>
  );
}

/** The model of the next run: the same object while it is the same, so that nothing of the set-up is drawn anew for it. */
function useChoice(
  picked: ChosenModel | null,
  assessment: CatalogAssessment | null,
  named: string | null,
): ChosenModel | null {
  return useMemo(
    () => picked ?? offeredModel(assessment, named) ?? defaultModel(assessment),
    [picked, assessment, named],
  );
}

/** What follows where a run begins or ends. */
function useTurnsOfRun(
  { controller, keptPace }: Pick<AppDependencies, 'controller' | 'keptPace'>,
  state: RunView['state'],
): void {
  const queryClient = useQueryClient();
  // It is a change to the saved runs that their queries don't see by themselves.
  useEffect(() => {
    void refreshSavedRuns(queryClient);
  }, [queryClient, state]);
  useEffect(() => {
    const pace = paceOf(controller.view.getSnapshot());
    if (pace !== null) keptPace.write(pace);
  }, [controller, keptPace, state]);
  useEffect(() => {
    if (isBusy({ state })) void fetchStopDialog();
  }, [state]);
}

const FURTHER_SCREENS = /^\/(?:recorded|runs|studies|models|beside\/.+?)\/?$/i;

interface ScreensProps {
  readonly dependencies: AppDependencies;
  readonly assessment: CatalogAssessment | null;
  readonly choice: ChosenModel | null;
  readonly onChoose: (choice: ChosenModel) => void;
  readonly inAddress: StateInAddress;
  readonly address: RunAddress;
  /** The run that is in the address itself; null where there is none. */
  readonly shared: StoredRun | null;
}

function Screens(props: ScreensProps) {
  const { dependencies, assessment, choice, onChoose, inAddress } = props;
  const [path] = useLocation();
  // Whoever comes by an address that tells no set-up sets up what the run was made from.
  const [takesSetUpOf, setTakesSetUpOf] = useState<string | null>(() =>
    inAddress.tellsForm ? null : runNamedBy(path),
  );
  const playground = (
    <ModelServersContext value={dependencies.servers}>
      <Playground
        {...{ ...props, takesSetUpOf }}
        onSetUpTaken={() => {
          setTakesSetUpOf(null);
        }}
      />
    </ModelServersContext>
  );
  return (
    <Switch>
      <Route path="/run/:id">{playground}</Route>
      <Route path="/recorded/:name">{playground}</Route>
      <Route path={FURTHER_SCREENS}>
        <Suspense fallback={<p role="status">Fetching the screen …</p>}>
          <FurtherScreens
            {...{ dependencies, assessment, choice, onChoose }}
            kept={inAddress.kept}
            gallery={GALLERY}
            onOpen={setTakesSetUpOf}
          />
        </Suspense>
      </Route>
      <Route>{playground}</Route>
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

const GALLERY = <Link href="/recorded">Recorded runs</Link>;

interface PlaygroundProps extends ScreensProps {
  readonly takesSetUpOf: string | null;
  readonly onSetUpTaken: () => void;
}

/** The playground, with what it is given of the page. */
function Playground({ dependencies, inAddress, address, shared, ...props }: PlaygroundProps) {
  const { controller, models, rewardModels, scorers, newSeed } = dependencies;
  const { keptPace, savedRuns } = dependencies;
  const size = modelSize(props.choice);
  const form = useMemo(() => formFor(inAddress.kept, size), [inAddress.kept, size]);
  const named = useRecordedRun(dependencies, shared);
  const recorded = address.isBlocked ? null : named;
  const besides = useBesideLinks(controller, recorded?.name ?? null);
  const onShowRun = useShowRun();
  return (
    <PlaygroundScreen
      {...props}
      {...{ controller, models, rewardModels, scorers, newSeed, keptPace }}
      {...{
        form,
        recorded,
        namesRun: address.namesRun,
        onShowRun,
        shown: inAddress.shown,
        onShown: inAddress.show,
      }}
      {...besides}
      lacks={dependencies.catalog.lacks}
      gallery={GALLERY}
      studyUnderWay={<StudyUnderWay studies={dependencies.studies} />}
      onForm={(changed) => {
        inAddress.keep(keptOf(changed, size));
      }}
      onTake={(taken) => {
        inAddress.take(keptOf(taken, size));
      }}
      ownSetUp={inAddress.own}
      onExport={(run) => {
        saveFile(savedRuns.fileOf(run));
      }}
    />
  );
}

/** The screens that no first visit is to: fetched when one of them is wanted. */
const FurtherScreens = lazy(async () => {
  const { FurtherScreens: screens } = await import('./further-screens.tsx');
  return { default: screens };
});
