import { late, type RunState, type RunSummary, type SamplingTree } from '../../src/core/index.ts';
import { StopDialog } from '../../src/app/stop-dialog.tsx';
import { DeleteDialog } from '../../src/features/library/run-item.tsx';
import { LibraryScreen } from '../../src/features/library/library-screen.tsx';
import { ModelsScreen } from '../../src/features/models/models-screen.tsx';
import { KeysDialog } from '../../src/features/playground/keys/keys-dialog.tsx';
import { ConsentDialog } from '../../src/features/model-consent-dialog.tsx';
import { FIRST_FORM, type RunForm } from '../../src/features/playground/form/run-form.ts';
import { NodeInspector } from '../../src/features/playground/node/node-inspector.tsx';
import { ResultsPane } from '../../src/features/playground/results/results-pane.tsx';
import { VerdictPane } from '../../src/features/playground/verdict/verdict-pane.tsx';
import type { OwnSetUp } from '../../src/features/playground/setup/own-set-up.tsx';
import { SetupPane } from '../../src/features/playground/setup/setup-pane.tsx';
import { createSavedRunsQueries } from '../../src/queries/index.ts';
import { createScorerFactory } from '../../src/rewards/index.ts';
import { chooseOffer, defaultModel, type RunView } from '../../src/runs/index.ts';
import { assessmentOf, fakeOffer } from '../../src/runs/testing/fake-assessment.ts';
import { fakeStore } from '../../src/runs/testing/set-up.ts';
import type { GalleryState } from './gallery-state.ts';
import { recordLargeRuns, recordRuns } from './recorded-runs.ts';
import { SCORING_STATES } from './scoring-states.tsx';
import { SPLIT_STATES } from './split-states.tsx';
import { BESIDE_STATES } from './beside-states.tsx';
import { STUDY_STATES } from './study-states.tsx';
import { WISH_STATES } from './wish-states.tsx';

const runs = await recordRuns();
const large = await recordLargeRuns();
const ignore = (): void => undefined;
const refuse = (): never => {
  throw new Error('Not wanted in the gallery.');
};

const assessment = assessmentOf([
  fakeOffer('small', 'embedded'),
  fakeOffer('large', 'hub'),
  { ...fakeOffer('huge', 'hub'), fit: { fits: false, reason: 'it needs 20 GB of memory.' } },
]);
const choice = defaultModel(assessment);
const NO_SERVER = {
  servers: late('What asks servers', () => new Promise<never>(ignore)),
  ownServer: null,
  lacks: () => [],
};
const scorers = createScorerFactory({ rewardModel: refuse });

function setUp(
  name: string,
  form: Partial<RunForm>,
  known = true,
  ownSetUp: OwnSetUp | null = null,
): GalleryState {
  const draw = () => (
    <SetupPane
      form={{ ...FIRST_FORM, ...form }}
      assessment={known ? assessment : null}
      choice={known ? choice : null}
      known={{ contextTokens: null, lacksChatTemplate: false }}
      busy={false}
      ownSetUp={ownSetUp}
      scorers={scorers}
      lacks={() => []}
      newSeed={() => 7}
      {...{ onChange: ignore, onChoose: ignore, onRun: ignore, onStop: ignore }}
    />
  );
  return { name: `Set-up: ${name}`, width: 352, draw };
}

const actions = {
  ...{
    notice: null,
    resume: ignore,
    tryAgain: ignore,
    extend: ignore,
    stop: ignore,
    reuse: ignore,
    startAnew: ignore,
  },
  ...{ exportRun: ignore, keepAgain: ignore, lookAgain: ignore },
};

const IDLE: RunView = {
  ...{ state: 'idle', tree: null, live: true, problem: null, storageProblem: null },
  ...{ scoring: null, scoringProblem: null },
};

function results(
  name: string,
  tree: SamplingTree,
  view: Partial<RunView>,
  page: Pick<GalleryState, 'press'> & { readonly width?: number } = {},
): GalleryState {
  const draw = () => (
    <ResultsPane
      recordedHead={null}
      gallery={null}
      studyUnderWay={null}
      play={null}
      layout="reward"
      onLayout={ignore}
      arms={tree.arms}
      plan={tree.run.plan}
      run={view.tree?.run ?? null}
      view={{ ...IDLE, ...view }}
      model={{ status: 'none' }}
      scoring={null}
      drawn={tree.arms}
      split={null}
      controls={FIRST_FORM.controls}
      verdict={
        <VerdictPane
          arms={tree.arms}
          run={tree.run}
          view={{ ...IDLE, ...view }}
          scoring={null}
          chosenArms={FIRST_FORM.arms}
          onStep={ignore}
        />
      }
      selected={null}
      onSelect={ignore}
      actions={actions}
    />
  );
  return { name: `Results: ${name}`, width: 900, draw, ...page };
}

function picture(name: string, tree: SamplingTree, width = 900): GalleryState {
  const { status } = tree.state;
  const state = status === 'running' || status === 'finished' ? status : 'stopped';
  return results(`picture, ${name}`, tree, { state, tree }, { width });
}

function ofRun(name: RunView['state'] & keyof typeof runs, view: Partial<RunView> = {}) {
  const tree = runs[name];
  return results(name, tree, { state: name, tree, ...view });
}

function nodeView(name: string, tree: SamplingTree, nodeId: string): GalleryState {
  const arm = tree.arms[0];
  const node = arm?.nodes.find(({ id }) => id === nodeId);
  const draw = () =>
    arm === undefined || node === undefined ? (
      <p>There is no such node.</p>
    ) : (
      <NodeInspector {...{ arm, node }} run={tree.run} scorer={null} onTryAgain={null} />
    );
  return { name: `Node: ${name}`, width: 412, draw };
}

const summary = (id: string, name: string, state: RunState): RunSummary => ({
  ...{ id, name, state, createdAt: Date.UTC(2026, 10, 25), budget: 4 },
  prompt: runs.finished.run.plan.prompt,
  preference: runs.finished.run.plan.preference,
  arms: runs.finished.arms.map(({ arm }) => ({ arm, finishedResponses: 4, bestReward: 1.84 })),
  ...{ modelName: 'Fake', scorerName: 'Fake', origin: 'sampled' },
});

type ListRuns = () => Promise<readonly RunSummary[]>;

function library(name: string, runs: ListRuns, problem: string | null = null): GalleryState {
  const gone = [{ id: 'gone', message: 'The stored run has no plan.' }];
  const list = async () => {
    const listed = await runs();
    return { runs: listed, unreadable: listed.length === 0 ? [] : gone };
  };
  const store = { ...fakeStore(), newest: runs, list, kept: problem === null };
  const queries = createSavedRunsQueries({
    store,
    format: { maxBytes: 0, export: refuse, join: refuse, parse: refuse },
    clock: { now: () => 0 },
  });
  const draw = () => (
    <LibraryScreen
      queries={queries}
      keptProblem={problem}
      {...{ onOpen: ignore, onCompare: ignore, onStart: ignore }}
      gallery={<a href="#/recorded">Recorded runs</a>}
      studies={<a href="#/studies">What they say together</a>}
    />
  );
  return { name: `Library: ${name}`, width: 960, draw };
}

const far = chooseOffer(fakeOffer('large', 'hub'));

/** What the page asks before it goes on. */
const DIALOGS: readonly GalleryState[] = [
  {
    name: 'Dialog: fetch a model',
    width: 900,
    draw: () => <ConsentDialog model={far} embedded={choice} onAgree={ignore} onCancel={ignore} />,
  },
  {
    name: 'Dialog: stop a run',
    width: 900,
    draw: () => <StopDialog open onStay={ignore} onLeave={ignore} />,
  },
  { name: 'Dialog: keys', width: 900, draw: () => <KeysDialog open onClose={ignore} /> },
  deleting('delete a run', null),
  deleting('a run that stays', 'The storage can’t be written.'),
];

function deleting(name: string, problem: string | null): GalleryState {
  const doomed = { id: 'a', name: 'Walking' };
  const draw = () => (
    <DeleteDialog
      {...{ doomed, problem }}
      busy={false}
      afterwards={{ current: null }}
      onCancel={ignore}
      onDelete={ignore}
    />
  );
  return { name: `Dialog: ${name}`, width: 900, draw };
}

/** Every pane in every state that a person can meet. */
export const STATES: readonly GalleryState[] = [
  setUp('ready', {}),
  setUp('looking at the browser', {}, false),
  setUp('with problems', { prompt: '', arms: [] }),
  setUp('brought by a link', { prompt: 'What is rain?' }, true, { goBack: ignore, forget: ignore }),
  results('empty plan', runs.planted, {}),
  results('loading', runs.planted, { state: 'loading' }),
  ofRun('running'),
  ofRun('stopped'),
  ofRun('finished'),
  ofRun('failed', { problem: 'The engine was lost.' }),
  results('not stored', runs.finished, {
    ...{ state: 'finished', tree: runs.finished, storageProblem: 'The disk is full.' },
  }),
  results('deleted in another tab', runs.finished, {
    ...{ state: 'finished', tree: runs.finished, storageProblem: 'This run was deleted.' },
    keeping: { waiting: 3, waitingTexts: 1, problem: 'This run was deleted.', deleted: true },
  }),
  results('sampled in another tab', runs.stopped, { state: 'elsewhere', tree: runs.stopped }),
  results('unscored', runs.unscored, { state: 'finished', tree: runs.unscored }),
  results(
    'by order',
    runs.finished,
    { state: 'finished', tree: runs.finished },
    { press: 'Order' },
  ),
  picture('four arms', large.four),
  picture('four arms, wide', large.four, 1600),
  picture('four arms, narrow', large.four, 390),
  picture('four arms, halfway', large.fourHalfway),
  picture('128 responses', large.most),
  picture('128 responses, narrow', large.most, 390),
  picture('eight layers', large.deepest),
  picture('eight layers, narrow', large.deepest, 390),
  picture('feedback each', large.feedbackEach),
  picture('32 feedbacks', large.manyFeedbacks),
  nodeView('planned', runs.planted, 'draft-1'),
  nodeView('draft', runs.finished, 'draft-1'),
  nodeView('feedback', runs.finished, 'feedback-1'),
  nodeView('refinement', runs.finished, 'refinement-1-1'),
  nodeView('unscored', runs.unscored, 'draft-1'),
  nodeView('failed', runs.failed, 'draft-1'),
  ...SPLIT_STATES,
  ...SCORING_STATES,
  ...WISH_STATES,
  ...BESIDE_STATES,
  ...STUDY_STATES,
  ...DIALOGS,
  library('with runs', () =>
    Promise.resolve([
      summary('a', 'Walking', { status: 'finished' }),
      summary('b', 'Walking again', { status: 'failed', message: 'The engine was lost.' }),
    ]),
  ),
  library('empty', () => Promise.resolve([])),
  library('being read', () => new Promise(ignore)),
  library('with a problem', () => Promise.reject(new Error('The storage can’t be read.'))),
  library('not kept', () => Promise.resolve([]), 'This browser keeps nothing.'),
  {
    name: 'Models: listed',
    width: 960,
    draw: () => <ModelsScreen {...{ assessment, choice, ...NO_SERVER }} onChoose={ignore} />,
  },
  {
    name: 'Models: looking at the browser',
    width: 960,
    draw: () => <ModelsScreen {...NO_SERVER} assessment={null} choice={null} onChoose={ignore} />,
  },
];
