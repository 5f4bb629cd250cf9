import { createPlay, makeArm, missingTexts, type SamplingTree, type Split } from '../core/index.ts';

/** A run as another split of another budget would have gone. */
export interface TreeAtSplit {
  readonly tree: SamplingTree;
  /** Texts that the run has not drawn: they stand planned. */
  readonly missing: number;
}

/** Reads the planned strategies of a run at one split, and those without a split at its budget, out of what the run has drawn. */
export function treeAtSplit(tree: SamplingTree, split: Split): TreeAtSplit {
  const { plan } = tree.run;
  const budget = split.reduce((sum, part) => sum + part, 0);
  // Those that differ in their split alone are one at this one.
  const kinds = plan.arms.filter(
    ({ kind }, place) => plan.arms.findIndex((arm) => arm.kind === kind) === place,
  );
  const arms = kinds.map(({ kind, id }) => ({ ...makeArm(kind, budget, split), id }));
  const played = createPlay(tree)(arms);
  return {
    tree: { ...tree, run: { ...tree.run, plan: { ...plan, budget, arms } }, arms: played },
    missing: missingTexts(played),
  };
}
