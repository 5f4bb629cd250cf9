import { memo, type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { failedWith, nodeName, type ResponseAddress, type RunHeader } from '../../core/index.ts';
import {
  type ChosenModel,
  isBusy,
  isReadByAnother,
  isSameSource,
  knownModel,
  movedScoring,
  offeredModel,
  type RunView,
} from '../../runs/index.ts';
import { Disclosure, Region, useEver, useStableCallback } from '../../ui/index.ts';
import { ConsentDialog } from './lazy-consent-dialog.tsx';
import { withPart } from './form/edit-split.ts';
import { MOST_LAYERS, planOf, type RunForm } from './form/run-form.ts';
import { Glossary } from './node/lazy-glossary.tsx';
import { fetchNodeInspector, NodeInspector } from './node/lazy-node-inspector.tsx';
import { fetchPlaySplits } from './results/lazy-play-splits.tsx';
import { fetchWinnersAndAccounts } from './results/lazy-winners-and-accounts.tsx';
import type { PlaySplitsProps } from './results/play-splits.tsx';
import { type Pane, PaneSwitch } from './pane-switch.tsx';
import { PlayControls } from './play/play-controls.tsx';
import type { RecordedOnPage } from './recorded/use-shown-view.ts';
import { LiveOutlook } from './recorded/live-outlook.tsx';
import { RecordedHead } from './recorded/recorded-head.tsx';
import { ResultsPane } from './results/results-pane.tsx';
import { fetchScoringPane, ScoringPane } from './scoring/lazy-scoring-pane.tsx';
import type { RewardModelTools } from './scoring/reward-model/reward-model-tools.ts';
import type { ShownNode } from './selected-node.ts';
import { SetupPane } from './setup/setup-pane.tsx';
import { fetchVerdictPane, VerdictPane } from './verdict/lazy-verdict-pane.tsx';
import type { NextStep } from './verdict/next-steps.ts';
import { type BoundRunActions, type RunActionsProps, useRunActions } from './use-run-actions.ts';
import { type RunOnScreen, useRunOnScreen } from './use-run-on-screen.ts';
import styles from './playground.module.css';

export interface PlaygroundScreenProps extends RunActionsProps {
  readonly rewardModels: RewardModelTools;
  readonly onChoose: (choice: ChosenModel) => void;
  /** The run that the address names; null where it names none. */
  readonly runId: string | null;
  readonly newSeed: () => number;
  /** The run that came with the page and is shown where no other is; null for none. */
  readonly recorded: RecordedOnPage | null;
  /** How fast this machine was when it was last measured. */
  readonly keptPace: { read(): unknown };
  /** Leads to the others. */
  readonly gallery: ReactNode;
}

/** What the results are given. */
interface ResultsProps {
  readonly screen: PlaygroundScreenProps;
  readonly onScreen: RunOnScreen;
  readonly actions: BoundRunActions;
  readonly setPane: (pane: Pane) => void;
  readonly isInFront: boolean;
}

/** Set up a run on the left, watch the arms grow in the middle, read one node on the right. */
export function PlaygroundScreen(props: PlaygroundScreenProps) {
  const onScreen = useRunOnScreen(props);
  const [chosenPane, setPane] = useState<Pane | null>(null);
  // Whoever comes to a recorded run comes to its picture.
  const pane = chosenPane ?? (onScreen.isRecorded ? 'tree' : 'setup');
  const actions = useRunActions(props, onScreen.view);
  useFetchedPanes(onScreen.view.state !== 'idle');
  const run = useStableCallback(() => {
    setPane('tree');
    actions.run();
  });
  const readBy = useStableCallback(onScreen.readBy);
  const shared = { screen: props, onScreen, actions, setPane };
  return (
    <div className={styles.screen}>
      <PaneSwitch pane={pane} onChange={setPane} />
      <div className={styles.setup} data-shown={pane === 'setup'}>
        <NextRun screen={props} busy={isBusy(onScreen.view)} onRun={run} onReadBy={readBy} />
      </div>
      <div className={styles.results} data-shown={pane === 'tree'}>
        <Results {...shared} isInFront={pane === 'tree'} />
      </div>
      <div className={styles.node} data-shown={pane === 'node'}>
        <OneNode {...onScreen} onTryAgain={actions.tryAgain} />
      </div>
      <Consent screen={props} actions={actions} />
    </div>
  );
}

/** Asks before a model is fetched from elsewhere. */
function Consent({ screen, actions }: Pick<ResultsProps, 'screen' | 'actions'>) {
  const { assessment, onChoose } = screen;
  if (!useEver(actions.asking !== null)) return null;
  return (
    <Suspense fallback={null}>
      <ConsentDialog
        model={actions.asking}
        embedded={offeredModel(assessment, assessment?.embeddedOfferId ?? null)}
        onAgree={(agreed) => {
          onChoose(agreed);
          actions.agree(agreed);
        }}
        onCancel={actions.cancel}
      />
    </Suspense>
  );
}

/** What only a run needs, fetched when one begins, so that a network that is gone by its end takes nothing along. */
function useFetchedPanes(hasBegun: boolean): void {
  useEffect(() => {
    if (!hasBegun) return;
    void fetchNodeInspector();
    void fetchPlaySplits();
    void fetchWinnersAndAccounts();
    void fetchVerdictPane();
    void fetchScoringPane();
  }, [hasBegun]);
}

interface NextRunProps {
  readonly screen: PlaygroundScreenProps;
  readonly busy: boolean;
  readonly onRun: () => void;
  readonly onReadBy: (scoringId: string) => void;
}

/**
 * The set-up of the next run; moving a scorer's settings shows the run on screen by it. Not drawn again while words arrive,
 * which costs as much as the picture itself.
 */
const NextRun = memo(function NextRun({ screen, busy, onRun, onReadBy }: NextRunProps) {
  const { form, onForm, scorers, controller, models } = screen;
  const change = (changed: Partial<RunForm>): void => {
    onForm({ ...form, ...changed });
    const after = changed.scorerValues ?? form.scorerValues;
    const moved = movedScoring(scorers, form.scorerValues, after);
    if (moved !== null) onReadBy(moved);
  };
  // Nothing of how far a load has got.
  const inMemory = useSyncExternalStore(models.state.subscribe, () => {
    const state = models.state.getSnapshot();
    return state.status === 'ready' ? state : null;
  });
  return (
    <SetupPane
      {...screen}
      busy={busy}
      known={knownModel(screen.choice, screen.assessment, inMemory)}
      onChange={change}
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
  const { models, form, rewardModels } = screen;
  const model = useSyncExternalStore(models.state.subscribe, models.state.getSnapshot);
  const { view, tree, arms, plan, selected, select, scorings, scoring } = onScreen;
  return (
    <>
      <ResultsPane
        {...{ arms, plan, view, model, scoring, selected, actions }}
        drawn={tree?.arms ?? arms}
        split={splitOf(onScreen, actions)}
        run={view.tree?.run ?? null}
        controls={form.controls}
        verdict={<Verdict {...props} />}
        recordedHead={onScreen.isRecorded ? <Recorded {...props} /> : null}
        gallery={isBusy(view) ? null : screen.gallery}
        play={<Play {...onScreen} />}
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

/** What stands above a run that came with the page. */
function Recorded({ screen, onScreen, actions, setPane }: ResultsProps) {
  const { tree } = onScreen.view;
  if (tree === null || screen.recorded === null) return null;
  return (
    <RecordedHead
      run={tree.run}
      canRun={screen.choice !== null}
      onRun={() => {
        setPane('tree');
        actions.run();
      }}
      onKeep={screen.recorded.onKeep}
      isTold={isTold(onScreen)}
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

/** Whether the run on screen is being told again. */
function isTold({ playback }: RunOnScreen): boolean {
  return playback !== null && playback.step !== null;
}

/** Plays what is on screen again, where there is something to play. */
function Play({ view, playback }: RunOnScreen) {
  return isBusy(view) || playback === null ? null : <PlayControls controls={playback} />;
}

/** What came of the run on screen, and what to try next. */
function Verdict({ screen, onScreen, actions }: ResultsProps) {
  const { form, onForm, newSeed } = screen;
  const { arms, scoring } = onScreen;
  if (onScreen.view.tree === null) return null;
  // What is told again is told by its stages, as it was when it was sampled.
  const view = isTold(onScreen) ? { ...onScreen.view, state: 'running' as const } : onScreen.view;
  const takeStep = (step: NextStep): void => {
    const change = step.kind === 'seed' ? { seed: newSeed() } : { arms: [...form.arms, step.arm] };
    onForm({ ...form, ...change });
    if (step.kind === 'seed') actions.run(change);
  };
  return (
    <Suspense fallback={null}>
      <VerdictPane
        {...{ arms, view, scoring }}
        run={onScreen.view.tree.run}
        chosenArms={form.arms}
        onStep={takeStep}
      />
    </Suspense>
  );
}

/** How the splits of the run on screen are played; null where there is none, or another scorer's rewards are shown. */
function splitOf(onScreen: RunOnScreen, { extend, stop }: BoundRunActions): PlaySplitsProps | null {
  const { view, tree, scoring, arms, missing, canPlay, playSplit } = onScreen;
  if (tree === null || isReadByAnother(scoring?.id ?? null)) return null;
  return {
    ...{ tree, arms, missing, canPlay, onPlay: playSplit, onExtend: extend, onStop: stop },
    busy: isBusy(view) && canPlay,
    isTold: isTold(onScreen),
    canSample: view.state === 'finished',
    mostLayers: MOST_LAYERS,
    withDrafts: (split, drafts) => withPart(split, 0, drafts),
  };
}

interface OneNodeProps extends RunOnScreen {
  readonly onTryAgain: BoundRunActions['tryAgain'];
}

function OneNode({ shown, view, scoring, onTryAgain }: OneNodeProps) {
  const run = view.tree?.run ?? null;
  if (shown !== null && run !== null) {
    const again = failedHere(view, shown);
    return (
      <Suspense fallback={<Region name="Node">Fetching what shows a node …</Region>}>
        <NodeInspector
          {...shown}
          run={run}
          scorer={scoring?.rewardModel ?? null}
          onTryAgain={
            again === null
              ? null
              : () => {
                  onTryAgain(again);
                }
          }
        />
      </Suspense>
    );
  }
  return (
    <Region name="Node">
      <p>{plannedSentence(shown)}</p>
      <Disclosure title="What the page calls things" isOpen>
        <Suspense fallback={null}>
          <Glossary />
        </Suspense>
      </Disclosure>
    </Region>
  );
}

/** The node, with what failed for want of it, where it failed and can be tried again now; null where not. */
function failedHere(view: RunView, { arm, node }: ShownNode): readonly ResponseAddress[] | null {
  if (view.tree === null || isBusy(view) || view.state === 'elsewhere') return null;
  const again = failedWith(view.tree, { armId: arm.arm.id, nodeId: node.id });
  return again.some(({ nodeId }) => nodeId === node.id) ? again : null;
}

/** What to say of a node before there is a run. */
function plannedSentence(shown: ShownNode | null): string {
  if (shown === null)
    return 'Choose a node in the tree to read its text, its reward and what was asked.';
  const { arm, node } = shown;
  return `${nodeName(node, arm)} is not written yet. Run samples it with the seed ${String(node.seed)}.`;
}
