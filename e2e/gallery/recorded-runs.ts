import { makeArm, plantTree, type SamplingTree } from '../../src/core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../src/core/testing/fake-run.ts';

const WORDS = [
  'Walking every day strengthens the heart, steadies the mood and costs nothing.',
  'It helps you sleep.',
  'A daily walk keeps joints moving, clears the head and gets you outside. Start with ten minutes.',
  'Name one benefit for each sentence, and leave out the advice at the end.',
];

/** Answers as a small model might: of several lengths, the same at every visit. */
const policy = fakePolicy((_, call) => WORDS[call % WORDS.length] ?? '');

const header = fakeHeader(
  fakePlan([makeArm('prs', 4, [2, 2]), makeArm('rand', 4, [4])], {
    prompt: 'What are the benefits of walking every day?',
    preference: 'Answer in three short sentences, in plain words.',
  }),
);

const lengths = fakeRewardModel(({ response }) => response.length / 40);
const broken = fakeRewardModel(() => {
  throw new Error('The scorer could not be asked: it timed out.');
});
const failing = fakePolicy(() => new Error('The engine was lost.'));

/** Runs as sampling leaves them. */
export interface RecordedRuns {
  readonly planted: SamplingTree;
  readonly running: SamplingTree;
  readonly stopped: SamplingTree;
  readonly finished: SamplingTree;
  readonly unscored: SamplingTree;
  readonly failed: SamplingTree;
}

/** Samples every run anew, with no model: a few milliseconds. */
export async function recordRuns(): Promise<RecordedRuns> {
  const planted = plantTree(header);
  const half = await runToEnd(planted, policy, lengths, 40);
  return {
    planted,
    running: { ...half.tree, state: { status: 'running' } },
    stopped: half.tree,
    finished: (await runToEnd(planted, policy, lengths)).tree,
    unscored: (await runToEnd(planted, policy, broken)).tree,
    failed: (await runToEnd(planted, failing, lengths)).tree,
  };
}
