import { makeArm, plantTree } from '../../src/core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../src/core/testing/fake-run.ts';
import { Calculator } from '../../src/features/studies/calculator/calculator.tsx';
import { FindingOfRuns } from '../../src/features/studies/finding-of-runs.tsx';
import { OverlayPane } from '../../src/features/studies/overlay/overlay-pane.tsx';
import { ReportPane } from '../../src/features/studies/report/report-pane.tsx';
import { StudySetUpForm } from '../../src/features/studies/sampling/study-set-up-form.tsx';
import { TrainingDataPane } from '../../src/features/studies/training-data/training-data-pane.tsx';
import { createScorerFactory } from '../../src/rewards/index.ts';
import { defaultModel } from '../../src/runs/index.ts';
import { assessmentOf, fakeOffer } from '../../src/runs/testing/fake-assessment.ts';
import { useGroup } from '../../src/features/studies/use-group.ts';
import { namedGroups, readingsOfRun, type RunFacts } from '../../src/studies/index.ts';
import type { GalleryState } from './gallery-state.ts';

/** A run of one prompt with two splits of four responses, whose rewards differ from prompt to prompt. */
async function sampled(prompt: number, temperature = 0.8): Promise<readonly RunFacts[]> {
  const arms = [
    makeArm('prs', 4, [2, 2]),
    { ...makeArm('prs', 4, [3, 1]), id: 'prs-3-1' },
    makeArm('rand', 4, [4]),
  ];
  const plan = fakePlan(arms, { prompt: `Prompt ${String(prompt)}?` });
  const policy = fakePolicy((_, call) => `Answer ${String(call)} to prompt ${String(prompt)}.`);
  const rewardModel = fakeRewardModel(
    ({ response }) =>
      2 + Math.sin(response.length + 7 * Number(/\d+/.exec(response)?.[0]) + prompt),
  );
  const sampling = { ...plan.sampling, temperature };
  const planted = plantTree(fakeHeader({ ...plan, sampling }));
  return readingsOfRun((await runToEnd(planted, policy, rewardModel)).tree);
}

const many = (await Promise.all(Array.from({ length: 12 }, (_, prompt) => sampled(prompt)))).flat();
const hot = await sampled(0, 1.2);

function Finding({ facts }: { readonly facts: readonly RunFacts[] }) {
  const chosen = useGroup(facts);
  return <FindingOfRuns {...{ facts, chosen }} areChosen={false} />;
}

function study(name: string, facts: readonly RunFacts[], width = 1100): GalleryState {
  const draw = () => <Finding facts={facts} />;
  return { name: `Studies: ${name}`, width, draw };
}

function calculator(name: string, width: number): GalleryState {
  const draw = () => <Calculator runs={many} />;
  return { name: `Studies: calculator, ${name}`, width, draw, press: 'Fit from these runs' };
}

const refuse = (): never => {
  throw new Error('Not wanted in the gallery.');
};
const ignore = (): void => undefined;
const RUNS = {
  queries: {
    savedRuns: { list: refuse, run: refuse },
    recordedRuns: { list: refuse, run: refuse },
  },
  source: 'own',
  ids: many.map(({ runId }) => runId),
} as const;

function reportPane(name: string, facts: readonly RunFacts[], width = 1100): GalleryState {
  const groups = namedGroups(facts);
  const chosen = { groups, group: groups[0] ?? null };
  return {
    name: `Studies: report, ${name}`,
    width,
    draw: () => <ReportPane {...RUNS} {...{ facts, chosen }} />,
  };
}

function trainingData(width: number): GalleryState {
  const draw = () => <TrainingDataPane {...RUNS} />;
  return { name: `Studies: training data, ${String(width)} px`, width, draw };
}

function overlay(name: string, facts: readonly RunFacts[], width = 1100): GalleryState {
  const studies = new Map(facts.map(({ runId }, at) => [runId, at % 2 === 0 ? 'Skies' : 'Seas']));
  const draw = () => <OverlayPane {...{ facts, studies }} />;
  return { name: `Studies: over each other, ${name}`, width, draw };
}

const assessment = assessmentOf([fakeOffer('small', 'embedded')]);
const { sampling, feedbackMaxTokens, prompts, conditionedOn, scoreBothWays } = fakePlan([]);

/** What a study is set up with. @param kept of the form; what it can't read counts for nothing */
function form(name: string, kept: unknown, width = 900): GalleryState {
  const page = {
    ...{ assessment, choice: defaultModel(assessment), onChoose: ignore, lacks: () => [] },
    ...{ scorers: createScorerFactory({ rewardModel: refuse }), keptPace: { read: () => null } },
    setUp: {
      sampling: { sampling, feedbackMaxTokens, prompts, conditionedOn, scoreBothWays },
      ...{ arms: ['prs', 'prand'] as const, split: [4, 4], seed: 7 },
      ...{ scorerId: null, scorerValues: {} },
    },
  };
  const tools = {
    keptForm: { read: () => kept, write: ignore },
    heldFile: { read: () => null, write: ignore },
    ...{ createId: () => 'study', clock: { now: () => 0 } },
  };
  const draw = () => <StudySetUpForm {...{ page, tools }} isAnyUnderWay={false} onStart={ignore} />;
  return { name: `Studies: set up, ${name}`, width, draw };
}

const TYPED = {
  ...{ name: 'Skies', source: 'typed', prompts: 'Why is the sky blue?\nWhat is rain?' },
  ...{ preferences: 'Be brief.', kinds: [], builtInCount: 8, fileCount: 100 },
  ...{ arms: ['prs', 'prand'], budget: 8, splits: '4/4, 2/6', seeds: 2, scorerId: null },
};

/** What many runs say together. */
export const STUDY_STATES: readonly GalleryState[] = [
  study('twelve prompts', many),
  study('one prompt', many.slice(0, 1)),
  study('two groups', [...many, ...hot]),
  study('twelve prompts, narrow', many, 390),
  reportPane('one group', many),
  reportPane('two groups, narrow', [...many, ...hot], 390),
  trainingData(1100),
  trainingData(390),
  overlay('two studies', many),
  overlay('two studies, narrow', [...many, ...hot], 390),
  form('nothing yet', null),
  form('typed', TYPED),
  form('typed, narrow', TYPED, 390),
  form('built-in', { ...TYPED, source: 'built-in', kinds: ['explain', 'plan'] }),
  form('a file that isn’t chosen yet', { ...TYPED, source: 'file' }),
  form('with problems', { ...TYPED, name: '', splits: '5/5' }),
  calculator('fitted', 1100),
  calculator('fitted, narrow', 390),
];
