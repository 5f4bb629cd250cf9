import { makeArm, plantTree, type RunPlan, type SamplingTree } from '../../src/core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../src/core/testing/fake-run.ts';
import { BesidePane } from '../../src/features/beside/beside-pane.tsx';
import type { GalleryState } from './gallery-state.ts';

const WORDS = [
  'Walking every day strengthens the heart.',
  'It helps you sleep, steadies the mood and costs nothing.',
  'Start with ten minutes. Then add one each week.',
];

async function sampled(first: number, changes: Partial<RunPlan> = {}): Promise<SamplingTree> {
  const arms = [makeArm('prs', 8, [4, 4]), makeArm('rand', 8, [8])];
  const policy = fakePolicy((_, call) => `${WORDS[(call + first) % 3] ?? ''} (${String(call)})`);
  const rewardModel = fakeRewardModel(
    ({ response }) => response.length / 20 + Math.sin(response.length + first),
  );
  const planted = plantTree(fakeHeader(fakePlan(arms, changes)));
  return (await runToEnd(planted, policy, rewardModel)).tree;
}

const one = await sampled(0);
const thorough = await sampled(1, { preference: 'Be thorough, with reasons and examples.' });
const asked = await sampled(2, { prompt: 'Why do cats purr?' });

function beside(name: string, other: SamplingTree, width = 1100): GalleryState {
  return { name: `Beside: ${name}`, width, draw: () => <BesidePane {...{ one, other }} /> };
}

/** Two runs beside each other. */
export const BESIDE_STATES: readonly GalleryState[] = [
  beside('two preferences', thorough),
  beside('two prompts', asked),
  beside('nothing differs', one),
  beside('two preferences, narrow', thorough, 390),
];
