import {
  compareTree,
  missingResponses,
  scoreTree,
  type Clock,
  type RewardModelDescription,
  type SamplingTree,
  type ScoringEvent,
} from '../core/index.ts';
import type { ModelSession } from './model-session.ts';
import type { ScoringProgress } from './run-view.ts';
import type { ScoringRequest } from './scoring-request.ts';

export interface ScoringParts {
  readonly models: ModelSession;
  readonly clock: Clock;
  readonly createId: () => string;
}

export interface ScoringStep {
  readonly event: ScoringEvent | null;
  readonly progress: ScoringProgress;
}

export const GETTING_READY: ScoringProgress = { id: null, done: 0, total: 0 };

/**
 * Lets a scorer read a run's responses and tells how far it is.
 *
 * @throws Error with a sentence where there is no scorer, or the signal's reason when it is aborted.
 */
export async function* scoreRun(
  tree: SamplingTree,
  { source, scorer, conditionedOn, bothWays, again }: ScoringRequest,
  { models, clock, createId }: ScoringParts,
  signal: AbortSignal,
): AsyncGenerator<ScoringStep, void> {
  const made = await scorer(() => models.ensure(source, signal), signal);
  const begun = tree.scorings.find(({ id }) => id === again);
  if (begun !== undefined) checkSameScorer(begun.rewardModel, made.description);
  const id = begun?.id ?? createId();
  const header = begun ?? { id, rewardModel: made.description, conditionedOn };
  if ('compare' in made) {
    for await (const step of compareTree(tree, header, { judge: made, clock }, signal)) {
      const { done, total } = step;
      yield { event: step.event, progress: { id, done, total } };
    }
    return;
  }
  const total = missingResponses(tree, begun ?? null).length;
  let done = 0;
  for await (const event of scoreTree(
    tree,
    header,
    { rewardModel: made, clock, bothWays },
    signal,
  )) {
    if (event.type !== 'scoring-started') done += 1;
    yield { event, progress: { id, done, total } };
  }
}

/** @throws Error with a sentence where rewards of two scorers would be mixed. */
export function checkSameScorer(before: RewardModelDescription, now: RewardModelDescription): void {
  const { id, name, version } = before;
  if (now.id !== id || now.version !== version) {
    throw new Error(
      `This was scored by ${name}, version ${String(version)}, which is not here any more: score it anew.`,
    );
  }
}
