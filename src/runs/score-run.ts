import {
  compareTree,
  failedRewards,
  missingResponses,
  OWN_SCORING,
  retryRewards,
  scoreTree,
  type Clock,
  type Policy,
  type RewardModel,
  type RunEvent,
  type SamplingTree,
} from '../core/index.ts';
import type { ModelSession } from './model-session.ts';
import type { ScoringProgress } from './run-view.ts';
import { checkSameScorer } from './resume-run.ts';
import type { ScoringRequest } from './injected-scorers.ts';

export interface ScoringParts {
  readonly models: ModelSession;
  readonly clock: Clock;
  readonly createId: () => string;
}

export interface ScoringStep {
  readonly event: RunEvent | null;
  readonly progress: ScoringProgress;
}

/**
 * Lets a scorer read a run's responses and tells how far it is.
 *
 * @throws Error with a sentence where there is no scorer, or the signal's reason when it is aborted.
 */
export async function* scoreRun(
  tree: SamplingTree,
  request: ScoringRequest,
  parts: ScoringParts,
  signal: AbortSignal,
): AsyncGenerator<ScoringStep, void> {
  const { source, scorer, conditionedOn, bothWays, again } = request;
  const { models, clock, createId } = parts;
  const policy = (): Promise<Policy> => {
    if (source === null) throw new Error('Choose a model first: this scorer reads with one.');
    return models.ensure(source, signal);
  };
  const made = await scorer(policy, signal);
  if (again === OWN_SCORING && !('compare' in made)) {
    yield* retryOwn(tree, made, signal);
    return;
  }
  const begun = tree.scorings.find(({ id }) => id === again);
  if (begun !== undefined) checkSameScorer(begun.rewardModel, made.description);
  const about = { rewardModel: made.description, conditionedOn };
  if ('compare' in made) {
    const header = begun ?? { id: createId(), ...about };
    const steps = compareTree(tree, header, { judge: made, clock }, signal);
    for await (const { event, done, total } of steps) {
      yield { event, progress: { id: header.id, done, total } };
    }
    return;
  }
  const header = begun ?? { id: createId(), ...about, bothWays };
  // A scoring that goes on asks for what it asked for at first.
  const dependencies = { rewardModel: made, clock, bothWays: header.bothWays ?? bothWays };
  const events = scoreTree(tree, header, dependencies, signal);
  const total = missingResponses(tree, begun ?? null).length;
  yield* counted(events, header.id, total);
}

async function* retryOwn(
  tree: SamplingTree,
  rewardModel: RewardModel,
  signal: AbortSignal,
): AsyncGenerator<ScoringStep, void> {
  checkSameScorer(tree.run.rewardModel, rewardModel.description);
  yield* counted(retryRewards(tree, rewardModel, signal), OWN_SCORING, failedRewards(tree));
}

/** Counts the responses that the events are about. */
async function* counted(
  events: AsyncIterable<RunEvent>,
  id: string,
  total: number,
): AsyncGenerator<ScoringStep, void> {
  let done = 0;
  for await (const event of events) {
    if (/-(given|failed)$/.test(event.type)) done += 1;
    yield { event, progress: { id, done, total } };
  }
}
