import type { RunHeader, ScoringHeader } from '../../core/index.ts';
import { nameOfScorer, sorted } from './run-group.ts';

/** What rewards are measured in: one scorer with its version and settings, and what it reads. Others' are never laid on its axis. */
export interface RewardScale {
  /** The same for rewards that may stand on one axis alone. */
  readonly key: string;
  /** For people: "Rubric, version 3". */
  readonly name: string;
}

/** The scale that a run's rewards are reported on. @param reporter the scorer that reports; null for the run's own */
export function scaleOf(
  { plan, rewardModel }: RunHeader,
  reporter: Omit<ScoringHeader, 'id'> | null,
): RewardScale {
  const by = reporter ?? { rewardModel, conditionedOn: plan.conditionedOn };
  const { id, version, settings } = by.rewardModel;
  return {
    key: JSON.stringify([id, version, by.conditionedOn, sorted(settings)]),
    name: nameOfScorer(by),
  };
}
