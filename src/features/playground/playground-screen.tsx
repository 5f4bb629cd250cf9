import { Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { nodeName, plantArm } from '../../core/index.ts';
import { isBusy, offeredModel, type ChosenModel } from '../../runs/index.ts';
import { Region } from '../../ui/index.ts';
import { ConsentDialog } from './consent-dialog.tsx';
import { planOf } from './form/run-form.ts';
import { NodeInspector } from './node/node-inspector.tsx';
import { PaneSwitch, type Pane } from './pane-switch.tsx';
import styles from './playground.module.css';
import { ResultsPane } from './results/results-pane.tsx';
import { nodeToShow, type SelectedNode, type ShownNode } from './selected-node.ts';
import type { RewardModelTools } from './scoring/reward-model/reward-model-tools.ts';
import { scoringActions } from './scoring/scoring-actions.ts';
import { fetchScoringPane, ScoringPane } from './scoring/lazy-scoring-pane.tsx';
import { movedScoring } from './scoring/named-scorings.ts';
import { useShownScoring } from './scoring/use-shown-scoring.ts';
import { SetupPane } from './setup/setup-pane.tsx';
import { useRunActions, type RunActionsProps } from './use-run-actions.ts';

export interface PlaygroundScreenProps extends RunActionsProps {
  readonly rewardModels: RewardModelTools;
  readonly onChoose: (choice: ChosenModel) => void;
  /** The run that the address names; null where it names none. */
  readonly runId: string | null;
  readonly newSeed: () => number;
}

/** Set up a run on the left, watch the arms grow in the middle, read one node on the right. */
export function PlaygroundScreen(props: PlaygroundScreenProps) {
  const { controller, models, form, onForm } = props;
  const view = useSyncExternalStore(controller.view.subscribe, controller.view.getSnapshot);
  const model = useSyncExternalStore(models.state.subscribe, models.state.getSnapshot);
  const [pane, setPane] = useState<Pane>('setup');
  const plan = useMemo(() => planOf(form), [form]);
  const planned = useMemo(() => plan.arms.map((arm) => plantArm(arm, plan.seed)), [plan]);
  const run = view.tree?.run ?? null;
  const { tree, scorings, scoring, read } = useShownScoring(view, form);
  const arms = tree?.arms ?? planned;
  const [selected, select] = useSelection(run?.id ?? null);
  const shown = nodeToShow(arms, selected);
  const actions = useRunActions(props, run);
  useEffect(() => {
    if (view.state !== 'idle') void fetchScoringPane();
  }, [view.state]);
  useLiveAddress(props, view.live ? (run?.id ?? null) : null);

  return (
    <div className={styles.screen}>
      <PaneSwitch pane={pane} onChange={setPane} />
      <div className={styles.setup} data-shown={pane === 'setup'}>
        <SetupPane
          {...props}
          busy={isBusy(view)}
          onChange={(change) => {
            onForm({ ...form, ...change });
            const moved = movedScoring(form.scorerValues, change.scorerValues ?? form.scorerValues);
            if (moved !== null) read(moved);
          }}
          onRun={() => {
            setPane('tree');
            actions.run();
          }}
          onStop={() => {
            controller.stop();
          }}
        />
      </div>
      <div className={styles.results} data-shown={pane === 'tree'}>
        <ResultsPane
          {...{ arms, run, view, model, selected, actions }}
          plan={run?.plan ?? plan}
          controls={form.controls}
          onSelect={(node) => {
            select(node);
            setPane((current) => (current === 'tree' ? 'node' : current));
          }}
        />
        {view.tree !== null && scoring !== null && (
          <Suspense fallback={<p role="status">Fetching the scorers’ panel …</p>}>
            <ScoringPane
              {...{ scorings, scoring }}
              tree={view.tree}
              rewardModels={props.rewardModels}
              onRead={read}
              actions={scoringActions({
                ...{ controller, view, form, onForm, choice: props.choice },
                scorers: props.scorers,
                withModel: actions.withModel,
              })}
              onSelect={select}
            />
          </Suspense>
        )}
      </div>
      <div className={styles.node} data-shown={pane === 'node'}>
        {shown === null || run === null ? (
          <Region name="Node">
            <p>{plannedSentence(shown)}</p>
          </Region>
        ) : (
          <NodeInspector {...shown} run={run} scorer={scoring?.rewardModel ?? null} />
        )}
      </div>
      <ConsentDialog
        model={actions.asking}
        embedded={offeredModel(props.assessment, props.assessment?.embeddedOfferId ?? null)}
        onAgree={(agreed) => {
          props.onChoose(agreed);
          actions.agree(agreed);
        }}
        onCancel={actions.cancel}
      />
    </div>
  );
}

/** A live run gets its address when it has an id. */
function useLiveAddress({ runId, onShowRun }: PlaygroundScreenProps, liveId: string | null): void {
  useEffect(() => {
    if (runId === null && liveId !== null) onShowRun(liveId);
    // `onShowRun` is another function at each drawing and does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [runId, liveId]);
}

/** The node that the person has chosen in the run on screen. */
function useSelection(
  runId: string | null,
): [SelectedNode | null, (node: SelectedNode | null) => void] {
  const [selection, setSelection] = useState<{
    readonly runId: string | null;
    readonly node: SelectedNode | null;
  } | null>(null);
  const selected = selection?.runId === runId ? selection.node : null;
  return [
    selected,
    (node) => {
      setSelection({ runId, node });
    },
  ];
}

/** What to say of a node before there is a run. */
function plannedSentence(shown: ShownNode | null): string {
  if (shown === null)
    return 'Choose a node in the tree to read its text, its reward and what was asked.';
  const { arm, node } = shown;
  return `${nodeName(node, arm)} is not written yet. Run samples it with the seed ${String(node.seed)}.`;
}
