import type { SamplingTree } from '../../src/core/index.ts';
import { AgainstView } from '../../src/features/playground/scoring/compare/scorer-agreement-view.tsx';
import {
  BestOfKView,
  WHOLE_RUN,
} from '../../src/features/playground/scoring/compare/best-of-k-view.tsx';
import { BothWaysView } from '../../src/features/playground/scoring/compare/with-and-without-preference-view.tsx';
import { ComparePanel } from '../../src/features/playground/scoring/compare/compare-panel.tsx';
import { LengthView } from '../../src/features/playground/scoring/compare/reward-against-length-view.tsx';
import {
  comparedRun,
  namedScoring,
  type TwoWays,
} from '../../src/features/playground/scoring/compare/testing/compared-run.ts';
import { ScoringPane } from '../../src/features/playground/scoring/scoring-pane.tsx';
import {
  runWith,
  vote,
} from '../../src/features/playground/scoring/votes/testing/example-votes.ts';
import { VotePanel } from '../../src/features/playground/scoring/votes/vote-panel.tsx';
import type { ScoringActions } from '../../src/features/playground/use-run-actions.ts';
import type { RewardModelChoice } from '../../src/rewards/index.ts';
import { RewardModelSession, type NamedScoring } from '../../src/runs/index.ts';
import type { GalleryState } from './gallery-state.ts';

const ignore = (): void => undefined;
const refuse = (): never => {
  throw new Error('Not wanted in the gallery.');
};

const TEXTS = [
  'Walking helps you sleep.',
  'A daily walk keeps joints moving, clears the head and gets you outside.',
  'Walking strengthens the heart. It steadies the mood. It costs nothing.',
  'Start with ten minutes, and add one each week until it is half an hour.',
  'It lowers blood pressure.',
  'Walk with a friend: it is easier to keep up, and the talk does you good as well.',
];

const both = (withIt: number, without: number): TwoWays => ({ with: withIt, without });
const tree = await comparedRun(TEXTS, ['prand', 'rand']);
const rubric = namedScoring(tree, 'Rubric', [1.2, 2.1, 2.8, 1.7, 0.9, 2.4], { atOnce: true });
const judge = namedScoring(tree, 'Judge', [
  ...[both(3, 2), both(4, 4), both(4.5, 3), both(2, 2.5)],
  ...[both(3.5, 3), both(1, 2)],
]);
const failing = namedScoring(tree, 'Judge', [3, null, 4.5, 2, null, 1]);
const moving: NamedScoring = { ...rubric, name: 'Rubric, weights as set now', moves: true };
const scorings = [rubric, judge];

const actions: ScoringActions = {
  ...{ progress: null, problem: null, values: {}, setValues: ignore, lacks: [] },
  ...{ score: ignore, retry: ignore, stop: ignore, vote: ignore },
};
const rewardModels = {
  session: new RewardModelSession<RewardModelChoice>(refuse, ignore),
  selfTest: refuse,
};

function pane(name: string, scoring: NamedScoring, change: Partial<ScoringActions> = {}) {
  const draw = () => (
    <ScoringPane
      {...{ tree, scoring, rewardModels }}
      scorings={[scoring, judge].filter((each, place, all) => all.indexOf(each) === place)}
      actions={{ ...actions, ...change }}
      onRead={ignore}
      onSelect={ignore}
    />
  );
  return { name: `Scorers: ${name}`, width: 900, draw };
}

function votes(name: string, run: SamplingTree, press?: string): GalleryState {
  const draw = () => <VotePanel tree={run} {...{ scorings }} onVote={ignore} onSelect={ignore} />;
  return { name: `Votes: ${name}`, width: 900, draw, ...(press === undefined ? {} : { press }) };
}

const voted = await runWith(TEXTS);
const compared = { tree, first: judge, second: rubric, onSelect: ignore };

/** What scorers and people say of a run. */
export const SCORING_STATES: readonly GalleryState[] = [
  pane('to be asked', judge),
  pane('at work', judge, { progress: { id: 's1', done: 2, total: 6 } }),
  pane('with a problem', judge, { problem: 'Choose a model first: this scorer reads with one.' }),
  pane('some unscored', failing),
  pane('weights that move', moving),
  {
    name: 'Two scorers: one only',
    width: 900,
    draw: () => (
      <ComparePanel {...{ tree }} scorings={[rubric]} firstId="Rubric" onSelect={ignore} />
    ),
  },
  { name: 'Two scorers: against', width: 900, draw: () => <AgainstView {...compared} /> },
  {
    name: 'Two scorers: best of k',
    width: 900,
    draw: () => <BestOfKView {...compared} poolId={WHOLE_RUN} onPool={ignore} onSwap={ignore} />,
  },
  { name: 'Two scorers: length', width: 900, draw: () => <LengthView {...compared} /> },
  { name: 'Two scorers: both ways', width: 900, draw: () => <BothWaysView {...compared} /> },
  votes('none yet', voted),
  votes('nothing to compare', await runWith(['One.'])),
  votes('some cast', {
    ...voted,
    votes: [vote(1, 2, 'second', 'Ada'), vote(2, 3, 'tie', 'Ada'), vote(3, 4, 'first', 'Ben')],
  }),
  votes('comparing', voted, 'Vote blind'),
  votes('ranking', voted, 'Rank several'),
];
