import type { Arm } from '../plan/arms.ts';
import { planNodes } from '../plan/plan-nodes.ts';
import type { RunHeader } from '../plan/run-plan.ts';
import type { ArmTree, SamplingTree } from './sampling-tree.ts';

/** The whole tree before anything is sampled: every node has its place, none has a text. */
export function plantTree(run: RunHeader): SamplingTree {
  return {
    run,
    state: { status: 'planned' },
    arms: run.plan.arms.map((arm) => plantArm(arm, run.plan.seed)),
    scorings: [],
    votes: [],
  };
}

export function plantArm(arm: Arm, runSeed: number): ArmTree {
  return {
    arm,
    status: 'planned',
    nodes: planNodes(arm, runSeed).map((place) => ({
      ...place,
      endedCalls: [],
      progress: { status: 'planned' },
      scoring: { status: 'unscored' },
    })),
    anchors: arm.split.map(() => null),
    winnerId: null,
    startedAt: null,
    finishedAt: null,
  };
}
