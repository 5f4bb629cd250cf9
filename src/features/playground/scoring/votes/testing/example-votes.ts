import type { SamplingTree, Vote } from '../../../../../core/index.ts';
import {
  fakePolicy,
  fakeRewardModel,
  plantOne,
  runToEnd,
} from '../../../../../core/testing/fake-run.ts';

/** A finished run of one arm, `prand`, with these texts as its drafts; its own scorer likes long ones. */
export async function runWith(texts: readonly string[], seed = 42): Promise<SamplingTree> {
  const policy = fakePolicy((_, call) => texts[call - 1] ?? '');
  const longest = fakeRewardModel(({ response }) => response.length);
  return (await runToEnd(plantOne('prand', [texts.length], { seed }), policy, longest)).tree;
}

function draft(number: number): Vote['first'] {
  return { armId: 'prand', nodeId: `draft-${String(number)}` };
}

export function vote(
  first: number,
  second: number,
  outcome: Vote['outcome'] = 'first',
  voter = '',
): Vote {
  return { first: draft(first), second: draft(second), outcome, voter };
}
