import {
  type DurableEvent,
  growTree,
  isDurable,
  nextOfEverySplit,
  plantTree,
  type Policy,
  type RewardModel,
  type RunHeader,
  sampleFurtherArms,
  type StoredRun,
} from '../src/core/index.ts';
import { planFor, type RecordedWish } from './wishes.ts';

/** What writes and scores. */
interface RecordingParts {
  readonly policy: Policy;
  readonly rewardModel: RewardModel;
}

/** Samples the arms of a wish and then every split of PRS, as the page would. @throws Error where the run didn't finish */
export async function recordRun(
  wish: RecordedWish,
  { policy, rewardModel }: RecordingParts,
): Promise<StoredRun> {
  const plan = planFor(wish);
  const header: RunHeader = {
    id: `recorded-${wish.name}`,
    name: wish.name,
    createdAt: Date.now(),
    plan,
    policy: policy.description,
    rewardModel: rewardModel.description,
  };
  const dependencies = { policy, rewardModel, clock: { now: () => Date.now() } };
  const events: DurableEvent[] = [];
  let tree = plantTree(header);
  const told = sampleFurtherArms(
    tree,
    // What every split needs is known when the planned arms are there: before, drafts that they share would count as missing.
    (latest) =>
      latest.state.status === 'finished' ? nextOfEverySplit(latest, 'prs', plan.budget) : [],
    dependencies,
    new AbortController().signal,
  );
  for await (const event of told) {
    if (!isDurable(event)) continue;
    tree = growTree(tree, event);
    events.push(event);
  }
  if (tree.state.status !== 'finished')
    throw new Error(`The run of ${wish.name} ${tree.state.status}.`);
  return { header, events };
}
