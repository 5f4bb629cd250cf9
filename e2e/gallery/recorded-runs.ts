import { type Arm, makeArm, plantTree, type SamplingTree } from '../../src/core/index.ts';
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

/** Runs that put the picture to the test: many responses, many layers, many feedbacks. */
export interface LargeRuns {
  readonly four: SamplingTree;
  readonly fourHalfway: SamplingTree;
  readonly most: SamplingTree;
  readonly deepest: SamplingTree;
  readonly feedbackEach: SamplingTree;
  readonly manyFeedbacks: SamplingTree;
}

/** Samples them anew. */
export async function recordLargeRuns(): Promise<LargeRuns> {
  const fourArms = [
    makeArm('rand', 8, [8]),
    makeArm('prand', 8, [8]),
    makeArm('prs', 8, [4, 4]),
    makeArm('prs-without-feedback', 8, [4, 4]),
  ];
  return {
    four: await sampled(fourArms),
    fourHalfway: await sampled(fourArms, 84),
    most: await sampled([makeArm('rand', 128, [128]), makeArm('prs', 128, [64, 64])]),
    deepest: await sampled([makeArm('prs', 15, [8, 1, 1, 1, 1, 1, 1, 1])]),
    feedbackEach: await sampled([makeArm('prs-feedback-each', 8, [4, 4])]),
    manyFeedbacks: await sampled([makeArm('prs-feedback-each', 64, [32, 32])]),
  };
}

async function sampled(arms: readonly Arm[], events?: number): Promise<SamplingTree> {
  const { prompt, preference } = header.plan;
  const { tree } = await runToEnd(
    plantTree(fakeHeader(fakePlan(arms, { prompt, preference }))),
    fakePolicy((_, call) => longer(call)),
    fakeRewardModel(({ response }) => rewardOfWords(response)),
    events,
  );
  return events === undefined ? tree : { ...tree, state: { status: 'running' } };
}

/** Of many lengths, each call its own. */
function longer(call: number): string {
  const count = 1 + ((call * 7) % 5);
  const words = Array.from({ length: count }, (_, place) => WORDS[(call + place) % WORDS.length]);
  return `${words.join(' ')} (${String(call)})`;
}

/** As a scorer's rewards lie: most near the middle, some far out, a little better the later they are written. */
function rewardOfWords(response: string): number {
  const call = Number(/\((\d+)\)\s*$/.exec(response)?.[1] ?? 0);
  const draw = (salt: number): number => (Math.sin(call * 12.9898 + salt) * 43758.5453) % 1;
  return draw(1) + draw(2) + draw(3) + Math.min(1, call / 40);
}
