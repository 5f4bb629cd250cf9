import {
  findNode,
  growTree,
  makeArm,
  plantTree,
  pool,
  rewardOf,
  sampleRun,
  textOf,
  type ArmTree,
  type Policy,
  type RewardModel,
  type RunPlan,
  type SamplingTree,
  type TreeNode,
} from '../../src/core/index.ts';
import { FEEDBACK_TOKENS, PROMPTS, SAMPLINGS, type Candidate } from './candidates.ts';
import { STUDIED_ARMS, type ArmResult, type StudiedScorer } from './result-file.ts';
import type { Wish } from './wishes.ts';

/** What samples and reads. */
export interface StudyParts {
  readonly policy: Policy;
  /** Chooses anchors and winners, as in the page. */
  readonly chooser: StudiedScorer;
  /** The blend only where it chooses: it takes more time than the sampling. */
  readonly scorers: Readonly<Record<'rubric', RewardModel> & Partial<Record<'blend', RewardModel>>>;
}

const BUDGET = 8;

/** Samples all arms for one wish, as the page would. @throws Error where the run didn't finish */
export async function sampleWish(
  wish: Wish,
  candidate: Candidate,
  parts: StudyParts,
  signal: AbortSignal,
): Promise<readonly ArmResult[]> {
  const { policy, chooser, scorers } = parts;
  const rewardModel = scorers[chooser] ?? scorers.rubric;
  const plan = planFor(wish, candidate);
  let tree = plantTree({
    id: `${wish.promptId}-${String(wish.place)}`,
    name: wish.prompt,
    createdAt: 0,
    plan,
    policy: policy.description,
    rewardModel: rewardModel.description,
  });
  const dependencies = { policy, rewardModel, clock: { now: () => Date.now() } };
  for await (const event of sampleRun(tree, dependencies, signal)) tree = growTree(tree, event);
  return resultsOf(tree, plan, parts, signal);
}

function planFor({ prompt, preference, seed }: Wish, { prompts, sampling }: Candidate): RunPlan {
  return {
    ...{ prompt, preference, seed },
    budget: BUDGET,
    arms: STUDIED_ARMS.map((kind) => makeArm(kind, BUDGET, [BUDGET / 2, BUDGET / 2])),
    sampling: SAMPLINGS[sampling],
    feedbackMaxTokens: FEEDBACK_TOKENS,
    conditionedOn: 'prompt-and-preference',
    scoreBothWays: false,
    prompts: PROMPTS[prompts],
  };
}

async function resultsOf(
  { arms, state }: SamplingTree,
  plan: RunPlan,
  { chooser, scorers }: StudyParts,
  signal: AbortSignal,
): Promise<readonly ArmResult[]> {
  if (state.status !== 'finished')
    throw new Error(`The run for “${plan.preference}” ${state.status}.`);
  return Promise.all(
    arms.map(async (arm) => {
      const responses = pool(arm);
      const anchor = findNode(arm, arm.anchors[1] ?? null);
      return {
        arm: STUDIED_ARMS.find((kind) => kind === arm.arm.kind) ?? 'rand',
        anchor: anchor === null ? null : responses.indexOf(anchor),
        copies: copiesIn(arm, anchor),
        blend: responses.map((node) => (chooser === 'blend' ? rounded(rewardOf(node)) : null)),
        rubric: await Promise.all(
          responses.map((node) => readBy(scorers.rubric, node, plan, signal)),
        ),
      };
    }),
  );
}

async function readBy(
  rewardModel: RewardModel,
  node: TreeNode,
  { prompt, preference, conditionedOn }: RunPlan,
  signal: AbortSignal,
): Promise<number | null> {
  const response = textOf(node);
  if (response.trim() === '') return null;
  const request = { prompt, preference, conditionedOn, response };
  return rounded((await rewardModel.score(request, signal)).value);
}

/** Refinements that say what the anchor says. */
function copiesIn({ nodes }: ArmTree, anchor: TreeNode | null): number {
  if (anchor === null) return 0;
  const said = textOf(anchor).trim();
  return nodes.filter((node) => node.kind === 'refinement' && textOf(node).trim() === said).length;
}

function rounded(reward: number | null): number | null {
  return reward === null ? null : Math.round(reward * 1000) / 1000 + 0;
}
