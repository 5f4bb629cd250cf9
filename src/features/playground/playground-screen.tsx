import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { nodeName, plantArm, type CatalogAssessment, type RunHeader } from '../../core/index.ts';
import { createRubric } from '../../rewards/index.ts';
import {
  chooseOffer,
  isSameSource,
  type ChosenModel,
  type ModelSession,
  type RunController,
} from '../../runs/index.ts';
import { Region } from '../../ui/index.ts';
import { ConsentDialog } from './consent/consent-dialog.tsx';
import { formOf, planOf, rubricWeights, runName, type RunForm } from './form/run-form.ts';
import { NodeInspector } from './node/node-inspector.tsx';
import { PaneSwitch, type Pane } from './pane-switch.tsx';
import styles from './playground.module.css';
import { ResultsPane } from './results/results-pane.tsx';
import { isBusy } from './results/run-status.tsx';
import { nodeToShow, type SelectedNode, type ShownNode } from './selected-node.ts';
import { SetupPane } from './setup/setup-pane.tsx';

export interface PlaygroundScreenProps {
  readonly controller: RunController;
  readonly models: ModelSession;
  readonly assessment: CatalogAssessment | null;
  readonly choice: ChosenModel | null;
  readonly onChoose: (choice: ChosenModel) => void;
  readonly form: RunForm;
  readonly onForm: (form: RunForm) => void;
  /** The run that the address names; null where it names none. */
  readonly runId: string | null;
  /** Puts a run, or none, into the address. */
  readonly onShowRun: (runId: string | null) => void;
  readonly newSeed: () => number;
}

/** Set up a run on the left, watch the arms grow in the middle, read one node on the right. */
export function PlaygroundScreen(props: PlaygroundScreenProps) {
  const { controller, models, form, onForm, choice } = props;
  const view = useSyncExternalStore(controller.view.subscribe, controller.view.getSnapshot);
  const model = useSyncExternalStore(models.state.subscribe, models.state.getSnapshot);
  const [selected, setSelected] = useState<SelectedNode | null>(null);
  const [pane, setPane] = useState<Pane>('setup');
  const [asking, setAsking] = useState<ChosenModel | null>(null);
  useAddress(props, () => {
    setSelected(null);
  });

  const plan = useMemo(() => planOf(form), [form]);
  const planned = useMemo(() => plan.arms.map((arm) => plantArm(arm, plan.seed)), [plan]);
  const arms = view.tree?.arms ?? planned;
  const run = view.tree?.run ?? null;
  const shown = nodeToShow(arms, selected);

  const start = (source: ChosenModel): void => {
    setAsking(null);
    setSelected(null);
    setPane('tree');
    void controller.start({
      name: runName(form.prompt),
      plan,
      source: source.source,
      rewardModel: createRubric(form.weights),
    });
  };
  const askOrRun = (): void => {
    if (choice === null) return;
    const ready = model.status === 'ready' && isSameSource(model.source, choice.source);
    if (choice.needsConsent && !ready) setAsking(choice);
    else start(choice);
  };

  return (
    <div className={styles.screen}>
      <PaneSwitch pane={pane} onChange={setPane} />
      <div className={styles.setup} data-shown={pane === 'setup'}>
        <SetupPane
          {...props}
          busy={isBusy(view)}
          onChange={(change) => {
            onForm({ ...form, ...change });
          }}
          onRun={askOrRun}
          onStop={() => {
            controller.stop();
          }}
        />
      </div>
      <div className={styles.results} data-shown={pane === 'tree'}>
        <ResultsPane
          {...{ arms, run, view, model, selected }}
          plan={run?.plan ?? plan}
          controls={form.controls}
          onSelect={(node) => {
            setSelected(node);
            setPane((current) => (current === 'tree' ? 'node' : current));
          }}
          onResume={() => {
            const former = run === null ? null : (modelOf(run, props.assessment) ?? choice);
            if (run === null || former === null) return;
            const rewardModel = createRubric(rubricWeights(run.rewardModel));
            void controller.resume(former.source, rewardModel);
          }}
          onReuse={() => {
            if (run !== null) onForm(formOf(run, form));
          }}
          onNew={() => {
            setSelected(null);
            controller.close();
            props.onShowRun(null);
          }}
        />
      </div>
      <div className={styles.node} data-shown={pane === 'node'}>
        {shown === null || run === null ? (
          <Region name="Node">
            <p>{plannedSentence(shown)}</p>
          </Region>
        ) : (
          <NodeInspector {...shown} run={run} />
        )}
      </div>
      <ConsentDialog
        model={asking}
        embedded={embeddedModel(props.assessment)}
        onAgree={(agreed) => {
          props.onChoose(agreed);
          start(agreed);
        }}
        onCancel={() => {
          setAsking(null);
        }}
      />
    </div>
  );
}

/** Keeps the address and the run on screen together. */
function useAddress(props: PlaygroundScreenProps, onOther: () => void): void {
  const { controller, runId, onShowRun } = props;
  const view = useSyncExternalStore(controller.view.subscribe, controller.view.getSnapshot);
  const run = view.tree?.run ?? null;
  useEffect(() => {
    if (runId !== null) void controller.open(runId);
  }, [controller, runId]);
  useEffect(() => {
    if (run === null) return;
    onOther();
    if (view.live) onShowRun(run.id);
    // Once for each run that comes on screen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [run?.id]);
}

/** What to say of a node before there is a run. */
function plannedSentence(shown: ShownNode | null): string {
  if (shown === null)
    return 'Choose a node in the tree to read its text, its reward and what was asked.';
  const { arm, node } = shown;
  return `${nodeName(node, arm)} is not written yet. Run samples it with the seed ${String(node.seed)}.`;
}

function embeddedModel(assessment: CatalogAssessment | null): ChosenModel | null {
  return offered(assessment, assessment?.embeddedOfferId ?? null);
}

/** The model that wrote a run, to go on with; null where it is not in the list. */
function modelOf({ policy }: RunHeader, assessment: CatalogAssessment | null): ChosenModel | null {
  return offered(assessment, policy.id);
}

function offered(assessment: CatalogAssessment | null, id: string | null): ChosenModel | null {
  const offer = assessment?.offers.find((each) => each.id === id);
  return offer === undefined ? null : chooseOffer(offer);
}
