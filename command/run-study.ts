import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { checked, messageOf, type RewardModel, upTo, type Clock } from '../src/core/index.ts';
import {
  countRuns,
  furtherArmsOf,
  sampleRuns,
  textsOfRun,
  TextsCount,
  AwakeClock,
  everyByTimer,
  type Study,
} from '../src/studies/index.ts';
import { chooseScorer, type MakeRewardModel } from './choose-scorer.ts';
import { type CommandWorld, THIS_MACHINE } from './command-world.ts';
import { fileProblem } from './file-problems.ts';
import type { StudyOrder } from './read-order.mjs';
import { readStudy } from './read-study.ts';
import { showProgress } from './show-progress.ts';
import { StudyFolder } from './study-folder.ts';

/**
 * Samples what a study's folder lacks of the study.
 *
 * @throws PlainError with a sentence that says what to do
 * @throws the signal's reason when it is aborted before it was begun; afterwards what is finished is kept.
 */
export async function runStudy(
  order: StudyOrder,
  signal: AbortSignal,
  world: CommandWorld = THIS_MACHINE,
): Promise<void> {
  const { clock } = world;
  const { study, scorer } = await readStudy(order.studyFile);
  const { policy, lacks } = await world.openPolicy(order.policy, null, signal);
  const { reward, rewardKey } = order;
  const wish = { reward: reward ?? scorer, rewardKey, seed: study.seeds[0] ?? 0, before: null };
  let withoutReward = 0;
  const makeRewardModel = tellingFailures(chooseScorer(wish, lacks), () => (withoutReward += 1));
  const { description: rewardModel } = await makeRewardModel(policy);
  const asked = { study, policy: policy.description, rewardModel };
  const folder = StudyFolder.open(order.folder, asked, clock, order.again);
  const { inFlight } = order.policy;
  const furtherArms = furtherArmsOf(study);
  const sampler = { policy, makeRewardModel, clock, keeping: folder, inFlight, furtherArms };
  const awake = new AwakeClock(clock, everyByTimer);
  try {
    const count = countFor(study, folder.finished, awake);
    const parts = { ...sampler, count, again: order.again };
    await whileShown(count, awake, () => sampleRuns(folder.runsLeft(study), parts, signal));
  } catch (error) {
    if (error instanceof PlainError) throw error;
    throw fileProblem(error) ?? new PlainError(messageOf(error), { cause: error });
  } finally {
    awake.close();
    folder.close();
  }
  console.error(
    `${String(folder.finished)} of ${String(countRuns(study))} runs are finished, in ${String(folder.files)} files.${failuresInWords(withoutReward)}`,
  );
  process.stdout.write(`${order.folder}\n`);
}

/** Tells how far it is until the work ends, however it ends. */
async function whileShown(
  count: TextsCount,
  clock: Clock,
  work: () => Promise<unknown>,
): Promise<void> {
  const stopShowing = showProgress(count, clock);
  try {
    await work();
  } finally {
    stopShowing();
  }
}

/** A scorer that tells of each response that it gives no reward for, or none that is kept. */
function tellingFailures(make: MakeRewardModel, onFailed: () => void): MakeRewardModel {
  return async (policy) => {
    const made = await make(policy);
    const score: RewardModel['score'] = async (request, signal) => {
      try {
        return checked(await made.score(request, signal));
      } catch (error) {
        if (!signal.aborted) onFailed();
        throw error;
      }
    };
    return { ...made, score };
  };
}

function failuresInWords(times: number): string {
  return times === 0
    ? ''
    : ` The scorer failed ${String(times)} time${times === 1 ? '' : 's'}: --again asks it again.`;
}

function countFor(study: Study, finished: number, clock: Clock): TextsCount {
  const sizes = [countRuns(study), finished, textsOfRun(study)] as const;
  return new TextsCount(...sizes, clock.now(), undefined, upTo(study.shared.arms));
}
