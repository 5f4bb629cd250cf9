import type { SamplingTree, Scoring } from '../tree/sampling-tree.ts';
import { isWhole } from './score-response.ts';

/** The run's own rewards in the form of every other scoring. */
export function ownScoring({ run, arms }: SamplingTree): Scoring {
  const outcomes = arms.flatMap(({ arm, nodes }) =>
    nodes.flatMap((node) =>
      node.kind === 'feedback' || node.scoring.status === 'unscored'
        ? []
        : [{ response: { armId: arm.id, nodeId: node.id }, scoring: node.scoring }],
    ),
  );
  const { rewardModel, plan } = run;
  return { id: OWN_SCORING, rewardModel, conditionedOn: plan.conditionedOn, outcomes };
}

/** How many responses the run's own scorer failed on, one way or the other. */
export function failedRewards({ arms }: SamplingTree): number {
  return arms
    .flatMap(({ nodes }) => nodes)
    .filter(({ scoring }) => scoring.status !== 'unscored' && !isWhole(scoring)).length;
}

/** Stands for the run's own scorer, the one that chose its anchors. */
export const OWN_SCORING = 'own';

/** Stands for what people voted. */
export const VOTES_SCORING = 'votes';

/** How the ids of scorings begin that are made at once and not kept. */
export const AT_ONCE_SCORING = 'at-once:';

/** Whether the page gives an id itself, to what is no kept scoring: a kept one under it would take its place. */
export function isReservedScoringId(id: string): boolean {
  return id === OWN_SCORING || id === VOTES_SCORING || id.startsWith(AT_ONCE_SCORING);
}
