import { isDeepStrictEqual } from 'node:util';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { estimateRun, messageOf, type StoredRun, upTo } from '../src/core/index.ts';
import { storedTree } from '../src/runs/index.ts';
import { sampleRuns, TextsCount, type QueuedRun } from '../src/studies/index.ts';
import { chooseScorer } from './choose-scorer.ts';
import { type CommandWorld, THIS_MACHINE } from './command-world.ts';
import type { RunOrder } from './read-order.mjs';
import { readPlan } from './read-plan.ts';
import { RunFile } from './run-file.ts';
import { showProgress } from './show-progress.ts';

/**
 * Samples a plan into a run's file, or goes on with one.
 *
 * @throws PlainError with a sentence that says what to do
 * @throws the signal's reason when it is aborted before the run was begun; afterwards the file is written.
 */
export async function runPlan(
  order: RunOrder,
  signal: AbortSignal,
  world: CommandWorld = THIS_MACHINE,
): Promise<void> {
  const { clock } = world;
  const file = new RunFile(order.outFile, clock);
  const { run, scorer } = runToSample(order, file.found, world);
  if (isFinished(file.found) && !order.again) {
    console.error(
      `${order.outFile} is finished; --again asks once more for texts and rewards that failed.`,
    );
    return;
  }
  const before = file.found?.header ?? null;
  const { policy, lacks } = await world.openPolicy(order.policy, before, signal);
  const makeRewardModel = chooseScorer(
    {
      reward: order.reward ?? (before === null ? scorer : null),
      rewardKey: order.rewardKey,
      seed: run.plan.seed,
      before: before?.rewardModel ?? null,
    },
    lacks,
  );
  const { calls } = estimateRun(run.plan);
  const count = new TextsCount(1, 0, calls, clock.now(), undefined, upTo(run.plan.arms));
  const stopShowing = showProgress(count, clock);
  const { inFlight } = order.policy;
  const parts = { policy, makeRewardModel, clock, keeping: file, inFlight, count };
  try {
    await sampleRuns([run], { ...parts, again: order.again }, signal);
  } catch (error) {
    throw error instanceof PlainError ? error : new PlainError(messageOf(error), { cause: error });
  } finally {
    stopShowing();
    file.write();
  }
  process.stdout.write(`${order.outFile}\n`);
}

function isFinished(run: StoredRun | null): boolean {
  return run !== null && storedTree(run).state.status === 'finished';
}

interface RunToSample {
  readonly run: QueuedRun;
  /** Id of the scorer that the plan names; null where it names none. */
  readonly scorer: string | null;
}

/** The run that a plan asks for, or the one that is gone on with. */
function runToSample(
  { planFile, outFile }: RunOrder,
  kept: StoredRun | null,
  world: CommandWorld,
): RunToSample {
  if (planFile === null) {
    if (kept === null) throw new PlainError(`There is no run’s file ${outFile}.`);
    return { run: kept.header, scorer: null };
  }
  const { scorer, ...asked } = readPlan(planFile);
  if (kept === null) return { run: { id: world.newRunId(), ...asked }, scorer };
  if (isDeepStrictEqual(kept.header.plan, asked.plan)) return { run: kept.header, scorer };
  throw new PlainError(
    `${outFile} holds a run of another plan: move it away, or name another file with --out.`,
  );
}
