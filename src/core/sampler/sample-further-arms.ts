import type { Arm } from '../plan/arms.ts';
import { armsToAdd, MOST_ARMS, type NextArms } from '../draws/play-arms.ts';
import { growTree } from '../tree/grow-tree-from-events.ts';
import { isDurable, type RunEvent } from '../tree/run-events.ts';
import type { ResponseAddress, SamplingTree } from '../tree/sampling-tree.ts';
import type { SamplerDependencies } from './sample-node.ts';
import { sampleRun } from './sample-run.ts';

/**
 * Samples what a run has, then the arms that it is to have next, and so on until there are none: which those are may depend on
 * what has been sampled, as the anchors of a split do. The run has finished when there are none. Ends where it is stopped or
 * fails, as `sampleRun` does. Failed nodes that are to be tried again are so at first.
 *
 * @throws Error with a sentence where the run would have too many arms
 */
export async function* sampleFurtherArms(
  tree: SamplingTree,
  next: NextArms,
  dependencies: SamplerDependencies,
  signal: AbortSignal,
  again: readonly ResponseAddress[] = [],
): AsyncGenerator<RunEvent, void> {
  let latest = tree;
  let arms = armsToAdd(tree, next(tree));
  let failed = again;
  do {
    if (arms.length > 0) {
      const added = { type: 'arms-added', arms, at: dependencies.clock.now() } as const;
      latest = growTree(latest, added);
      arms = [];
      yield added;
    }
    for await (const event of sampleRun(latest, dependencies, signal, failed)) {
      // Tokens change no choice, and folding each would cost as much as showing it.
      if (isDurable(event)) latest = growTree(latest, event);
      if (event.type === 'run-finished') arms = armsAfter(latest, next);
      if (arms.length === 0) yield event;
    }
    failed = [];
  } while (arms.length > 0);
}

/** A run that has no room for further arms has what there was room for. */
function armsAfter(tree: SamplingTree, next: NextArms): readonly Arm[] {
  return tree.arms.length >= MOST_ARMS ? [] : armsToAdd(tree, next(tree));
}
