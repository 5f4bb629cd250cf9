import { messageOf } from '../error-message.ts';
import type { RunEvent } from '../tree/run-events.ts';
import { isSameResponse } from '../tree/find-in-tree.ts';
import type { ArmTree, ResponseAddress, SamplingTree, TreeNode } from '../tree/sampling-tree.ts';
import { sampleArm } from './sample-arm.ts';
import { SharedDraws } from '../draws/shared-draws.ts';
import type { SamplerDependencies } from './sample-node.ts';
import { failedNodes } from './try-again.ts';

/**
 * Samples every arm of a run, one after another, and tells what happens.
 *
 * What one arm has drawn, those after it are given where they ask the same.
 * Give it a planted tree to begin, or a stopped one to go on: finished nodes are kept.
 * Nodes that failed stay failed, unless they are to be tried again.
 * An abort ends with `run-stopped`, an unforeseen error with `run-failed`; neither is thrown.
 */
export async function* sampleRun(
  tree: SamplingTree,
  dependencies: SamplerDependencies,
  signal: AbortSignal,
  again: readonly ResponseAddress[] = [],
): AsyncGenerator<RunEvent, void> {
  const { clock } = dependencies;
  yield { type: 'run-started', run: tree.run, at: clock.now() };
  try {
    const draws = new SharedDraws();
    for (const arm of tree.arms) draws.add(arm);
    for (const arm of beforeTrying(tree, again)) {
      if (arm.status === 'finished') continue;
      draws.add(yield* sampleArm(arm, tree.run.plan, dependencies, draws, signal));
    }
    yield { type: 'run-finished', at: clock.now() };
  } catch (error) {
    if (signal.aborted) {
      yield { type: 'run-stopped', at: clock.now() };
    } else {
      const message = messageOf(error);
      yield { type: 'run-failed', message, at: clock.now() };
    }
  }
}

/** The run as if these nodes had not been tried yet: their arms are under way again. */
function beforeTrying(tree: SamplingTree, again: readonly ResponseAddress[]): readonly ArmTree[] {
  const failed = failedNodes(tree).filter((one) => again.some((each) => isSameResponse(each, one)));
  return tree.arms.map((arm) => {
    const own = failed.filter(({ armId }) => armId === arm.arm.id).map(({ nodeId }) => nodeId);
    if (own.length === 0) return arm;
    const nodes = arm.nodes.map((node): TreeNode =>
      own.includes(node.id) ? { ...node, progress: { status: 'planned' } } : node,
    );
    return { ...arm, status: 'running', nodes };
  });
}
