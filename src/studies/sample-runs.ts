import {
  isAdaptive,
  failedNodes,
  failedRewards,
  growTree,
  isDurable,
  messageOf,
  plantTree,
  retryRewards,
  sampleFurtherArms,
  sampleRun,
  steadyClock,
  type Clock,
  type DurableEvent,
  type NextArms,
  type Policy,
  type ResponseAddress,
  type RewardModel,
  type RunEvent,
  type RunHeader,
  type RunPlan,
  type SamplerDependencies,
  type SamplingTree,
  type StoredRun,
} from '../core/index.ts';
import { checkModelAndScorer, lastTime, storedTree } from '../runs/index.ts';
import { FailuresInARow, policyInFlight, type CallOutcomes } from './policy-in-flight.ts';
import { countedScorer } from './scorer-failures.ts';
import { SharedFlight } from './shared-flight.ts';
import { DrawnCount, type TextsCount } from './texts-progress.ts';

/** A run of a queue, before it is begun. */
export interface QueuedRun {
  readonly id: string;
  readonly name: string;
  readonly plan: RunPlan;
}

/** At once, or when it resolves. */
type Soon<Value> = Value | Promise<Value>;

/** Where runs of a queue are kept while they are sampled. What it throws, or rejects with, ends the queue. */
export interface QueueKeeping {
  /** What is kept of a run that was begun; null where it is yet to begin. */
  load(run: QueuedRun): Soon<StoredRun | null>;
  begin(header: RunHeader): Soon<void>;
  /** Kept when it returns, or resolves: the run goes on then. */
  add(runId: string, event: DurableEvent): Soon<void>;
  /** All of the run has been told. Nothing is held of it here any more. */
  finish(runId: string): Soon<void>;
}

export interface QueueParts {
  readonly policy: Policy;
  /** @param policy what a scorer that reads with one asks */
  readonly makeRewardModel: (policy: Policy) => Promise<RewardModel>;
  readonly clock: Clock;
  readonly keeping: QueueKeeping;
  /** Calls under way at once, over all runs; at least 1. */
  readonly inFlight: number;
  readonly count: TextsCount;
  /**
   * Whether texts and rewards that failed are asked for once more in runs that had ended. What the scorer failed on in a run that hadn't
   * is asked for in any case.
   */
  readonly again: boolean;
  /** The arms that a run gets when it has sampled its own; none where left out or null. */
  readonly furtherArms?: NextArms | null;
}

/** One request that the policy can't answer is tried twice, and another may stand beside it. */
const FAILURES_OF_FEW = 4;

/** Before all runs: a response that waits for its reward holds its run back. */
const SCORER_RANK = -1;

/**
 * Samples runs, as many at once as keep the policy's places taken, and each as the page would. Runs that are kept are gone on
 * with. Ends when all have ended; an abort stops those under way, and is no error.
 *
 * @param runs read one at a time, when there is room for it
 * @throws what keeping a run threw, or an Error with a sentence where the policy or the scorer answers no more
 */
export async function sampleRuns(
  runs: Iterable<QueuedRun>,
  parts: QueueParts,
  signal: AbortSignal,
): Promise<void> {
  const { policy, inFlight } = parts;
  const problem = new Problem();
  const stopped = AbortSignal.any([signal, problem.signal]);
  const flight = new SharedFlight(inFlight);
  const most = Math.max(inFlight, FAILURES_OF_FEW);
  const outcomes = new FailuresInARow(most, (last) => {
    const often = `more than ${String(most)} times one after another`;
    problem.set(new Error(`The policy failed ${often}: ${messageOf(last)}`));
  });
  const queue = { ...parts, flight, outcomes, problem };
  const ofScorer = flight.open(SCORER_RANK, 0);
  const made = await parts.makeRewardModel(policyInFlight(policy, ofScorer, inFlight, outcomes));
  const rewardModel = countedScorer(made, inFlight, (sentence) => {
    problem.set(new Error(sentence));
  });
  const open = new Set<Promise<void>>();
  let rank = 0;
  for (const run of runs) {
    await flight.room(stopped);
    // Those that wait for a scorer want no place.
    if (open.size >= 2 * inFlight) await Promise.race(open);
    if (stopped.aborted) break;
    const sampling = sampleOne(run, rank++, rewardModel, queue, stopped)
      .catch((error: unknown) => {
        problem.set(error);
      })
      .finally(() => open.delete(sampling));
    open.add(sampling);
  }
  await Promise.all(open);
  problem.throwIfSet();
}

/** The first thing that ended a queue before its time. */
class Problem {
  readonly #abort = new AbortController();
  #first: Error | null = null;

  /** Aborted when there is one. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  set(thrown: unknown): void {
    this.#first ??= thrown instanceof Error ? thrown : new Error(messageOf(thrown));
    this.#abort.abort(this.#first);
  }

  throwIfSet(): void {
    if (this.#first !== null) throw this.#first;
  }
}

interface Queue extends QueueParts {
  readonly flight: SharedFlight;
  readonly outcomes: CallOutcomes;
  readonly problem: Problem;
}

async function sampleOne(
  run: QueuedRun,
  rank: number,
  rewardModel: RewardModel,
  queue: Queue,
  signal: AbortSignal,
): Promise<void> {
  const { keeping, inFlight, outcomes, count } = queue;
  const flight = queue.flight.open(rank, firstAsked(run.plan));
  const policy = policyInFlight(queue.policy, flight, inFlight, outcomes);
  try {
    const begun = await begin(run, policy, rewardModel, queue);
    // Before the texts: what failed for want of an anchor may have one then.
    const tree = await scoreAgain(begun.tree, rewardModel, queue, signal);
    if (tree === null) return;
    const again = textsToTryAgain(tree, queue.again);
    const isThere = tree.state.status === 'finished' && again.length === 0;
    // Which arms a run gets further may depend on its rewards.
    const isDone = isThere && (tree === begun.tree || !queue.furtherArms);
    const parts = { ...begun, tree, policy, rewardModel, again };
    if (!isDone && !(await sampleBegun(parts, queue, signal))) return;
    await keeping.finish(run.id);
    count.runEnded(begun.drawn.done);
  } finally {
    flight.end();
  }
}

/**
 * Asks the scorer once more about what it failed on, in a run that hadn't ended or where that is wished.
 *
 * @returns the run as it is then; null where it was stopped
 */
async function scoreAgain(
  tree: SamplingTree,
  rewardModel: RewardModel,
  { keeping, again }: Queue,
  signal: AbortSignal,
): Promise<SamplingTree | null> {
  const isWished = again || tree.state.status !== 'finished';
  if (!isWished || failedRewards(tree) === 0) return tree;
  let latest = tree;
  const told = retryRewards(tree, rewardModel, signal);
  try {
    for await (const event of told) {
      if (isDurable(event)) await keeping.add(tree.run.id, event);
      latest = growTree(latest, event);
    }
    return latest;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

/** What was lost with its policy before the run had ended is asked for once more, as what was under way is; the rest where that is wished. */
function textsToTryAgain(tree: SamplingTree, all: boolean): readonly ResponseAddress[] {
  const failed = failedNodes(tree);
  if (all || tree.state.status === 'finished') return all ? failed : [];
  return failed.filter(({ armId, nodeId }) => {
    const arm = tree.arms.find((each) => each.arm.id === armId);
    const progress = arm?.nodes.find(({ id }) => id === nodeId)?.progress;
    return progress?.status === 'failed' && progress.failure.kind !== 'engine-failed';
  });
}

interface BegunRun {
  readonly tree: SamplingTree;
  readonly clock: Clock;
  readonly drawn: DrawnCount;
}

/** @returns whether the run has finished; it may have been stopped */
async function sampleBegun(
  run: BegunRun & SamplerDependencies & { readonly again: readonly ResponseAddress[] },
  { keeping, count, problem, furtherArms }: Queue,
  signal: AbortSignal,
): Promise<boolean> {
  const { tree, drawn, again } = run;
  let last: RunEvent['type'] = 'run-started';
  const told = furtherArms
    ? sampleFurtherArms(tree, furtherArms, run, signal, again)
    : sampleRun(tree, run, signal, again);
  for await (const event of told) {
    if (!isDurable(event)) continue;
    last = event.type;
    try {
      await keeping.add(tree.run.id, event);
    } catch (error) {
      // Before the calls under way are waited for, which end sooner so.
      problem.set(error);
      throw error;
    }
    count.added(drawn.add(event));
    if (event.type === 'run-failed') throw new Error(event.message);
  }
  return last === 'run-finished';
}

/** The run as it is kept, or as it is planted. */
async function begin(
  run: QueuedRun,
  policy: Policy,
  rewardModel: RewardModel,
  { keeping, clock, count }: QueueParts,
): Promise<BegunRun> {
  const drawn = new DrawnCount();
  const stored = await keeping.load(run);
  if (stored === null) {
    const steady = steadyClock(clock);
    const header: RunHeader = {
      ...{ id: run.id, name: run.name, createdAt: steady.now(), plan: run.plan },
      ...{ policy: policy.description, rewardModel: rewardModel.description },
    };
    await keeping.begin(header);
    return { tree: plantTree(header), clock: steady, drawn };
  }
  const { header, events } = stored;
  checkModelAndScorer(header, policy, rewardModel);
  for (const event of events) count.found(drawn.add(event));
  // Nothing is told of a run before what was told last.
  return {
    tree: storedTree(stored),
    clock: steadyClock(clock, lastTime(events, header.createdAt)),
    drawn,
  };
}

/** Calls that a run asks for at once when it begins. */
function firstAsked({ arms }: RunPlan): number {
  const [first] = arms;
  if (first === undefined || isAdaptive(first)) return 1;
  const [drafts = 0] = first.split;
  // The one anchor draft outside the budget.
  return Math.max(1, drafts);
}
