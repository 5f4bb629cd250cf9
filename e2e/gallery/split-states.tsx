import {
  type Arm,
  armsToAdd,
  createPlay,
  growTree,
  makeArm,
  missingTexts,
  namedSplits,
  nextOfEverySplit,
  plantTree,
  type SamplingTree,
  type Split,
} from '../../src/core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../src/core/testing/fake-run.ts';
import { SplitPanel } from '../../src/features/playground/results/split-panel.tsx';
import { createSplitsOfRun } from '../../src/runs/index.ts';
import type { GalleryState } from './gallery-state.ts';

const ignore = (): void => undefined;

/** As rewards lie, later refinements a little better; each text its own. */
const policy = fakePolicy(({ seed, messages }) => String((seed + messages.length * 7919) % 9973));
const rewardModel = fakeRewardModel(({ response, prompt }) => {
  const draw = (salt: number): number =>
    Math.abs(Math.sin(Number(response) * 12.9898 + salt) * 4375.85) % 1;
  return draw(1) + draw(2) + draw(3) - 1 + (prompt === '' ? 1 : 0);
});

async function sampled(arms: readonly Arm[]): Promise<SamplingTree> {
  return (await runToEnd(plantTree(fakeHeader(fakePlan(arms))), policy, rewardModel)).tree;
}

async function withEverySplit(begun: SamplingTree, budget: number): Promise<SamplingTree> {
  let tree = begun;
  for (;;) {
    const arms = armsToAdd(tree, nextOfEverySplit(tree, 'prs', budget));
    if (arms.length === 0) return tree;
    tree = growTree(tree, { type: 'arms-added', arms, at: 1e9 });
    tree = (await runToEnd(tree, policy, rewardModel)).tree;
  }
}

interface PanelState {
  readonly width: number;
  readonly busy: boolean;
  readonly canPlay: boolean;
}

function panel(
  name: string,
  tree: SamplingTree,
  split: Split,
  { width = 600, busy = false, canPlay = true }: Partial<PanelState> = {},
): GalleryState {
  const budget = split.reduce((sum, part) => sum + part, 0);
  const arms = createPlay(tree)([makeArm('prs', budget, split), makeArm('rand', budget, [])]);
  const splits = createSplitsOfRun()(tree, arms);
  const draw = () =>
    splits === null ? (
      <p>There is no split.</p>
    ) : (
      <SplitPanel
        {...{ splits, busy, canPlay, canSample: !busy && canPlay, missing: missingTexts(arms) }}
        isTold={false}
        upTo=""
        named={namedSplits(budget, 7)}
        {...{ onDrafts: ignore, onPlay: ignore, onStop: ignore }}
        {...{ onSampleMissing: ignore, onSampleEvery: ignore, onRun: null }}
      />
    );
  return { name: `Split: ${name}`, width, draw };
}

const eight = await sampled([makeArm('prs', 8, [4, 4]), makeArm('rand', 8, [])]);
const everyEight = await withEverySplit(eight, 8);
const everySixteen = await withEverySplit(
  await sampled([makeArm('prs', 16, [8, 8]), makeArm('rand', 16, [])]),
  16,
);
const most = await sampled([makeArm('prs', 128, [64, 64]), makeArm('rand', 128, [])]);

/** What plays splits, from one split sampled to all of them. */
export const SPLIT_STATES: readonly GalleryState[] = [
  panel('as it was run', eight, [4, 4]),
  panel('texts missing', eight, [6, 2]),
  panel('being run', eight, [4, 4], { canPlay: false }),
  panel('being sampled', eight, [6, 2], { busy: true }),
  panel('in turn', eight, [1, 1, 1, 1, 1, 1, 1, 1]),
  panel('every split', everyEight, [3, 5]),
  panel('every split, narrow', everySixteen, [6, 10], { width: 390 }),
  panel('every split, wide', everySixteen, [6, 10], { width: 1200 }),
  panel('128 responses', most, [64, 64], { width: 900 }),
  panel('one response', await sampled([makeArm('prs', 1, [1, 0])]), [1, 0]),
];
