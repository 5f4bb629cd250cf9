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
import { useGroup } from '../../src/features/studies/use-group.ts';
import { readingsOfRun, type RunFacts } from '../../src/studies/index.ts';
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

/** What many runs say together. */
export const STUDY_STATES: readonly GalleryState[] = [
  study('twelve prompts', many),
  study('one prompt', many.slice(0, 1)),
  study('two groups', [...many, ...hot]),
  study('twelve prompts, narrow', many, 390),
  calculator('fitted', 1100),
  calculator('fitted, narrow', 390),
];
