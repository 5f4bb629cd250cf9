import { lazy, type ReactNode, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { CatalogAssessment } from '../core/index.ts';
import { besidePath } from '../features/beside/run-key.ts';
import type { ChosenModel } from '../runs/index.ts';
import type { KeptForm } from '../features/playground/index.ts';
import type { AppDependencies } from './app-dependencies.ts';
import { recordedPath } from './recorded-runs.tsx';
import { STUDIES_LINK, Studies } from './studies.tsx';
import styles from './app.module.css';

export interface FurtherScreensProps {
  readonly dependencies: AppDependencies;
  readonly assessment: CatalogAssessment | null;
  readonly choice: ChosenModel | null;
  readonly onChoose: (choice: ChosenModel) => void;
  /** What the playground has set up. */
  readonly kept: KeptForm;
  /** Leads to the runs that come with the page. */
  readonly gallery: ReactNode;
  /** A kept run is opened. */
  readonly onOpen: (runId: string) => void;
}

/** All screens but the playground, each fetched when it is wanted. */
export function FurtherScreens(props: FurtherScreensProps) {
  const { dependencies, assessment, choice, onChoose } = props;
  const { servers, ownServer, catalog } = dependencies;
  return (
    <Switch>
      <Route path="/recorded">
        <Gallery dependencies={dependencies} />
      </Route>
      <Route path="/runs">
        <Library {...props} />
      </Route>
      <Route path="/studies">
        <div className={styles.column}>
          <Studies {...props} />
        </div>
      </Route>
      <Route path="/beside/:one/:other?">
        {({ one, other = null }) => (
          <Column fetched="what lays runs beside each other">
            <BesideRuns queries={dependencies} {...{ one, other }} />
          </Column>
        )}
      </Route>
      <Route>
        <Column fetched="the list of models">
          <ModelsScreen
            {...{ assessment, choice, onChoose, servers, ownServer }}
            lacks={catalog.lacks}
          />
        </Column>
      </Route>
    </Switch>
  );
}

/** A screen of one column, and what is said while it is fetched. */
function Column({ fetched, children }: { readonly fetched: string; readonly children: ReactNode }) {
  return (
    <div className={styles.column}>
      <Suspense fallback={<p role="status">Fetching {fetched} …</p>}>{children}</Suspense>
    </div>
  );
}

const BesideRuns = lazy(async () => {
  const { BesideRuns: screen } = await import('./beside-runs.tsx');
  return { default: screen };
});

const ModelsScreen = lazy(async () => {
  const { ModelsScreen: screen } = await import('../features/models/models-screen.tsx');
  return { default: screen };
});

const LibraryScreen = lazy(async () => {
  const { LibraryScreen: screen } = await import('../features/library/library-screen.tsx');
  return { default: screen };
});

function Library({
  dependencies: { savedRuns, keptProblem },
  gallery,
  onOpen,
}: Pick<FurtherScreensProps, 'dependencies' | 'gallery' | 'onOpen'>) {
  const [, navigate] = useLocation();
  return (
    <Column fetched="the list of runs">
      <LibraryScreen
        queries={savedRuns}
        {...{ keptProblem, gallery }}
        studies={STUDIES_LINK}
        onOpen={(id) => {
          onOpen(id);
          navigate(`/run/${id}`);
        }}
        onCompare={(id) => {
          navigate(besidePath({ kind: 'saved', id }));
        }}
        onStart={() => {
          navigate('/');
        }}
      />
    </Column>
  );
}

const RecordedRunsScreen = lazy(async () => {
  const { RecordedRunsScreen: screen } =
    await import('../features/recorded/recorded-runs-screen.tsx');
  return { default: screen };
});

function Gallery({ dependencies }: Pick<FurtherScreensProps, 'dependencies'>) {
  const [, navigate] = useLocation();
  return (
    <Column fetched="the recorded runs">
      <RecordedRunsScreen
        queries={dependencies.recordedRuns}
        onOpen={(name) => {
          navigate(recordedPath(name));
        }}
      />
    </Column>
  );
}
