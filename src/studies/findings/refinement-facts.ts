import {
  ARM_TRAITS,
  type ArmKind,
  findNode,
  isFinished,
  type SamplingTree,
  textOf,
} from '../../core/index.ts';
import type { RewardOfNode } from './rewards-by-scoring.ts';

/** What a run tells of the refinements of one strategy, held against the anchors that they refine. */
export interface RefinementFacts {
  readonly kind: ArmKind;
  /** N of the arms that they are in. */
  readonly budget: number;
  /** Of each refinement its reward less its anchor's; splits that share an anchor share its refinements, which count once. */
  readonly gains: readonly number[];
}

/** By strategy that refines, in the order of the run's arms. */
export function refinementFactsOf(
  { arms }: SamplingTree,
  reportedOf: RewardOfNode,
): readonly RefinementFacts[] {
  const known = new Map<string, RefinementFacts & { readonly byTexts: Map<string, number> }>();
  for (const arm of arms) {
    const { kind, split } = arm.arm;
    if (ARM_TRAITS[kind].split === 'drafts-alone') continue;
    const budget = split.reduce((sum, part) => sum + part, 0);
    const key = `${kind} ${String(budget)}`;
    const its = known.get(key) ?? { kind, budget, gains: [], byTexts: new Map<string, number>() };
    known.set(key, its);
    for (const node of arm.nodes) {
      if (node.kind !== 'refinement' || !isFinished(node)) continue;
      const anchor = findNode(arm, arm.anchors[node.layer] ?? null);
      const reward = reportedOf(node, arm.arm.id);
      const anchorReward = anchor === null ? null : reportedOf(anchor, arm.arm.id);
      if (anchor === null || reward === null || anchorReward === null) continue;
      its.byTexts.set(JSON.stringify([textOf(anchor), textOf(node)]), reward - anchorReward);
    }
  }
  return [...known.values()].map(({ kind, budget, byTexts }) => ({
    ...{ kind, budget },
    gains: [...byTexts.values()],
  }));
}
