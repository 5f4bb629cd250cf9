import {
  memo,
  type RefObject,
  Suspense,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { RunHeader } from '../../core/index.ts';
import {
  isBusy,
  isReadByAnother,
  isSameSource,
  knownModel,
  movedScoring,
} from '../../runs/index.ts';
import { useStableCallback } from '../../ui/index.ts';
import { AskForModel } from '../ask-for-model.tsx';
import { withPart } from './form/edit-split.ts';
import { MOST_LAYERS, planOf, type RunForm } from './form/run-form.ts';
import { fetchNodeInspector } from './node/lazy-node-inspector.ts';
import { fetchWinnersAndAccounts } from './results/lazy-winners-and-accounts.ts';
import type { PlaySplitsProps } from './results/play-splits.tsx';
import { OneNode } from './one-node.tsx';
import { type Pane, PaneSwitch } from './pane-switch.tsx';
import type { PlaygroundScreenProps, ResultsProps } from './playground-props.ts';
import { PlayControls } from './play/play-controls.tsx';
import { LiveOutlook } from './recorded/live-outlook.tsx';
import { RecordedHead } from './recorded/recorded-head.tsx';
import { ResultsPane } from './results/results-pane.tsx';
import { fetchScoringPane, ScoringPane } from './scoring/lazy-scoring-pane.tsx';
import { SetupPane } from './setup/setup-pane.tsx';
import { Told } from './told-above-picture.tsx';
import { useSplitKeys } from './use-split-keys.ts';
import { useRunActions } from './use-run-actions.ts';
import { isTold, shownRun, useRunOnScreen } from './use-run-on-screen.ts';
import styles from './playground.module.css';

/** Set up a run on the left, watch the arms grow in the middle, read one node on the right. */
export function PlaygroundScreen(props: PlaygroundScreenProps) {
  const onScreen = useRunOnScreen(props);
  const [chosenPane, setPane] = useState<Pane | null>(null);
  const screen = useRef<HTMLDivElement | null>(null);
  useTreeAfterNode(screen, props.shown.node, chosenPane, setPane);
  // Whoever comes to a run comes to its picture.
  const pane = chosenPane ?? (onScreen.view.tree === null ? 'setup' : 'tree');
  const actions = useRunActions(props, onScreen.view);
  useFetchedPanes(onScreen.view.state !== 'idle');
  const run = useStableCallback(() => {
    setPane('tree');
    actions.run();
  });
  const readAnew = useStableCallback((changed: Partial<RunForm>) => {
    if (changed.preference !== undefined) onScreen.readByWish();
    const { scorers, form } = props;
    const moved = movedScoring(
      scorers,
      form.scorerValues,
      changed.scorerValues ?? form.scorerValues,
    );
    // What is set of a scorer counts for another preference too.
    if (moved !== null && onScreen.wish === null) onScreen.readBy(moved);
  });
  const shared = { screen: props, onScreen, actions, setPane };
  usePlanKeys(shared);
  return (
    <div ref={screen} className={styles.screen}>
      <PaneSwitch pane={pane} onChange={setPane} />
      <div className={styles.setup} data-shown={pane === 'setup'}>
        <NextRun screen={props} busy={isBusy(onScreen.view)} onRun={run} onSetUp={readAnew} />
      </div>
      <div className={styles.results} data-shown={pane === 'tree'}>
        <Results {...shared} isInFront={pane === 'tree'} />
      </div>
      <div className={styles.node} data-shown={pane === 'node'}>
        <OneNode {...onScreen} onTryAgain={actions.tryAgain} />
      </div>
      <AskForModel models={props} actions={actions} />
    </div>
  );
}

/** Where one pane is seen at a time, Back from a node leads to the tree that it was opened from. */
function useTreeAfterNode(
  screen: RefObject<HTMLElement | null>,
  node: string | null,
  pane: Pane | null,
  setPane: (pane: Pane) => void,
): void {
  const before = useRef(node);
  useEffect(() => {
    const isClosed = before.current !== null && node === null;
    before.current = node;
    if (!isClosed || pane !== 'node') return;
    setPane('tree');
    // What had the focus may go with its pane.
    if (screen.current?.contains(document.activeElement) === true) {
      screen.current.closest('main')?.focus();
    }
  }, [screen, node, pane, setPane]);
}

/** What only a run needs, fetched when one begins, so that a network that is gone by its end takes nothing along. */
function useFetchedPanes(hasBegun: boolean): void {
  useEffect(() => {
    if (!hasBegun) return;
    void fetchNodeInspector();
    void fetchWinnersAndAccounts();
    void fetchScoringPane();
  }, [hasBegun]);
}

interface NextRunProps {
  readonly screen: PlaygroundScreenProps;
  readonly busy: boolean;
  readonly onRun: () => void;
  /** What a person sets up anew can be how the run on screen is read. */
  readonly onSetUp: (changed: Partial<RunForm>) => void;
}

/**
 * The set-up of the next run; moving a scorer's settings, or another preference, shows the run on screen by it. Not drawn again while words arrive,
 * which costs as much as the picture itself.
 */
const NextRun = memo(function NextRun({ screen, busy, onRun, onSetUp }: NextRunProps) {
  const { form, onForm, controller, models, choice, assessment } = screen;
  const change = useStableCallback((changed: Partial<RunForm>) => {
    onForm({ ...form, ...changed });
    onSetUp(changed);
  });
  // Nothing of how far a load has got.
  const inMemory = useSyncExternalStore(models.state.subscribe, () => {
    const state = models.state.getSnapshot();
    return state.status === 'ready' ? state : null;
  });
  const known = useMemo(
    () => knownModel(choice, assessment, inMemory),
    [choice, assessment, inMemory],
  );
  return (
    <SetupPane
      {...screen}
      {...{ busy, known }}
      onChange={change}
      onChoose={useStableCallback(screen.onChoose)}
      onRun={onRun}
      onStop={() => {
        controller.stop();
      }}
    />
  );
});

/** The arms, their results, and what scorers say of them once they are sampled. */
function Results(props: ResultsProps) {
  const { screen, onScreen, actions, setPane, isInFront } = props;
  const { models, form, rewardModels, studyUnderWay } = screen;
  const model = useSyncExternalStore(models.state.subscribe, models.state.getSnapshot);
  const { view, tree, arms, plan, selected, select, scorings, scoring } = onScreen;
  return (
    <>
      <ResultsPane
        {...{ arms, plan, view, model, scoring, selected, actions, studyUnderWay }}
        drawn={tree?.arms ?? arms}
        split={splitOf(props)}
        run={view.tree?.run ?? null}
        controls={form.controls}
        verdict={<Told {...props} />}
        recordedHead={onScreen.isRecorded ? <Recorded {...props} /> : null}
        gallery={isBusy(view) ? null : screen.gallery}
        layout={screen.shown.layout === 'order' ? 'order' : 'reward'}
        onLayout={(layout) => {
          screen.onShown({ layout: layout === 'order' ? layout : null });
        }}
        play={onScreen.isRecorded ? null : <PlayAndBeside {...props} />}
        onSelect={(node) => {
          select(node);
          if (isInFront) setPane('node');
        }}
      />
      {view.tree !== null && scoring !== null && !onScreen.isRecorded && (
        <Suspense fallback={<p role="status">Fetching the scorers’ panel …</p>}>
          <ScoringPane
            {...{ scorings, scoring, rewardModels }}
            tree={view.tree}
            onRead={onScreen.readBy}
            actions={actions.scoring}
            onSelect={select}
          />
        </Suspense>
      )}
    </>
  );
}

/** Before there is a run, its keys change the split that is set up. */
function usePlanKeys({ screen, onScreen }: Pick<ResultsProps, 'screen' | 'onScreen'>): void {
  const { form, onForm } = screen;
  useSplitKeys(onScreen.view.tree === null ? form.split : null, (drafts) => {
    onForm({ ...form, split: withPart(form.split, 0, drafts) });
  });
}

/** What stands above a run that came with the page. */
function Recorded(props: ResultsProps) {
  const { screen, onScreen, actions, setPane } = props;
  const { tree } = onScreen.view;
  if (tree === null || screen.recorded === null) return null;
  return (
    <RecordedHead
      run={tree.run}
      isChosen={screen.recorded.name !== null}
      canRun={screen.choice !== null}
      onRun={() => {
        setPane('tree');
        actions.run();
      }}
      onKeep={screen.recorded.onKeep}
      keepProblem={screen.recorded.keepProblem}
      hidesTitle={isTold(onScreen) || onScreen.wish !== null}
      isTold={isTold(onScreen)}
      play={<Play {...props} />}
      beside={<Beside {...props} />}
      outlook={<Outlook screen={screen} run={tree.run} />}
      gallery={screen.gallery}
    />
  );
}

function Outlook({
  screen,
  run,
}: {
  readonly screen: PlaygroundScreenProps;
  readonly run: RunHeader;
}) {
  const { form, models, choice, keptPace } = screen;
  const model = useSyncExternalStore(models.state.subscribe, models.state.getSnapshot);
  if (choice === null) return null;
  const isLoaded = model.status === 'ready' && isSameSource(model.choice, choice.source);
  return (
    <LiveOutlook {...{ run, isLoaded }} plan={planOf(form)} model={choice} pace={keptPace.read()} />
  );
}

function PlayAndBeside(props: ResultsProps) {
  return (
    <>
      <Play {...props} />
      <Beside {...props} />
    </>
  );
}

/** Plays what is on screen again. */
function Play({ onScreen: { view, playback } }: ResultsProps) {
  return isBusy(view) || playback === null ? null : <PlayControls controls={playback} />;
}

/** Lays another run beside the one on screen, where it is finished. */
function Beside({ screen, onScreen }: ResultsProps) {
  if (onScreen.view.tree?.state.status !== 'finished' || isTold(onScreen)) return null;
  return screen.beside(shownRun(onScreen.view.tree.run, onScreen));
}

/** How the splits of the run on screen are played; null where there is none, or another scorer's rewards are shown. */
function splitOf({ screen, onScreen, actions }: ResultsProps): PlaySplitsProps | null {
  const { view, tree, scoring, arms, missing, canPlay, playSplit } = onScreen;
  const { extend, run, stop } = actions;
  if (tree === null || isReadByAnother(scoring?.id ?? null)) return null;
  return {
    ...{ tree, arms, missing, canPlay, onPlay: playSplit, onExtend: extend, onStop: stop },
    busy: isBusy(view) && canPlay,
    isTold: isTold(onScreen),
    canSample: view.state === 'finished',
    onRun: onScreen.isRecorded && screen.choice !== null ? run : null,
    mostLayers: MOST_LAYERS,
    withDrafts: (split, drafts) => withPart(split, 0, drafts),
  };
}
