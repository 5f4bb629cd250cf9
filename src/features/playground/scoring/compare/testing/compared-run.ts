import {
  makeArm,
  plantTree,
  type ArmKind,
  type Conditioning,
  type NodeScoring,
  type Reward,
  type SamplingTree,
  type Scoring,
} from '../../../../../core/index.ts';
import {
  fakeHeader,
  fakePlan,
  fakePolicy,
  fakeRewardModel,
  runToEnd,
} from '../../../../../core/testing/fake-run.ts';
import type { NamedScoring } from '../../../../../runs/index.ts';

/** A finished run of arms without refinements, whose own scorer likes short answers; the texts in the order sampled. */
export async function comparedRun(
  texts: readonly string[],
  kinds: readonly ArmKind[] = ['prand'],
): Promise<SamplingTree> {
  const each = texts.length / kinds.length;
  const plan = fakePlan(kinds.map((kind) => makeArm(kind, each, [each])));
  const policy = fakePolicy((_, call) => texts[call - 1] ?? '');
  const shortest = fakeRewardModel(({ response }) => -response.length);
  return (await runToEnd(plantTree(fakeHeader(plan)), policy, shortest)).tree;
}

/** With z and without; null where one is missing. */
export interface TwoWays {
  readonly with: number | null;
  readonly without: number | null;
}

/** A scoring that gives these rewards to the responses in order, with z where not said; null leaves one unscored. */
export function namedScoring(
  tree: SamplingTree,
  id: string,
  given: readonly (number | TwoWays | null)[],
  more: Partial<Pick<NamedScoring, 'name' | 'atOnce'>> = {},
): NamedScoring {
  const addresses = tree.arms.flatMap(({ arm, nodes }) =>
    nodes.map((node) => ({ armId: arm.id, nodeId: node.id })),
  );
  const rewardModel = { id: `model-${id}`, name: id, version: 1, summary: '', settings: {} };
  const scoring: Scoring = {
    id,
    rewardModel,
    conditionedOn: 'prompt-and-preference',
    outcomes: addresses.map((response, index) => ({
      response,
      scoring: scoringOf(given[index] ?? null),
    })),
  };
  return { ...scoring, name: id, atOnce: false, ...more };
}

function scoringOf(given: number | TwoWays | null): NodeScoring {
  const ways = typeof given === 'number' ? { with: given, without: null } : given;
  const rewards = [
    rewardOf(ways?.with ?? null, 'prompt-and-preference'),
    rewardOf(ways?.without ?? null, 'prompt'),
  ].filter((reward) => reward !== null);
  const [reward, otherReward = null] = rewards;
  if (reward === undefined) return { status: 'failed', message: 'No digits.' };
  return { status: 'scored', reward, otherReward };
}

function rewardOf(value: number | null, conditionedOn: Conditioning): Reward | null {
  return value === null ? null : { value, breakdown: [], conditionedOn };
}
