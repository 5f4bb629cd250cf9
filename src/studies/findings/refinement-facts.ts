import {
  armLabel,
  ARM_TRAITS,
  type ArmTree,
  findNode,
  isAdaptive,
  isFinished,
  type NodeKind,
  pool,
  repeatsAnchor,
  type SamplingTree,
  tokensOf,
} from '../../core/index.ts';
import type { RewardOfNode } from './rewards-by-scoring.ts';

/** What a run tells of the refinements of one arm, held against the anchors that they refine. */
export interface RefinementFacts {
  /** Of the arm: "PRS 4/4". */
  readonly label: string;
  /** Whether it is planned with one layer of refinements, all of one anchor. */
  readonly hasOneAnchor: boolean;
  /** Of each refinement its reward less its anchor's; 0 where it repeats it. Each is a draw of its own, also where two say the same. */
  readonly gains: readonly number[];
  /** The rewards of its drafts, those of the pool. */
  readonly drafts: readonly number[];
  /** What its calls have read anew and written, the greedy anchor draft's among them. */
  readonly spent: Readonly<Record<NodeKind, SpentTokens>>;
}

/** What the finished texts of one kind have taken together. */
export interface SpentTokens {
  readonly texts: number;
  readonly tokens: number;
}

/** By arm that refines, in the order of the run's arms. */
export function refinementFactsOf(
  { arms }: SamplingTree,
  reportedOf: RewardOfNode,
): readonly RefinementFacts[] {
  return arms
    .filter(({ arm }) => ARM_TRAITS[arm.kind].split !== 'drafts-alone')
    .map((arm) => ({
      label: armLabel(arm.arm),
      hasOneAnchor: !isAdaptive(arm.arm) && arm.arm.split.length === 2,
      gains: arm.nodes.flatMap((node) => {
        if (node.kind !== 'refinement' || !isFinished(node)) return [];
        const anchor = findNode(arm, arm.anchors[node.layer] ?? null);
        const reward = reportedOf(node, arm.arm.id);
        const anchorReward = anchor === null ? null : reportedOf(anchor, arm.arm.id);
        if (reward === null || anchorReward === null) return [];
        return [repeatsAnchor(node) ? 0 : reward - anchorReward];
      }),
      drafts: pool(arm).flatMap((node) =>
        node.kind === 'draft' ? (reportedOf(node, arm.arm.id) ?? []) : [],
      ),
      spent: {
        draft: spentOn('draft', arm),
        feedback: spentOn('feedback', arm),
        refinement: spentOn('refinement', arm),
      },
    }));
}

function spentOn(kind: NodeKind, { nodes }: ArmTree): SpentTokens {
  const finished = nodes.filter((node) => node.kind === kind && isFinished(node));
  return {
    texts: finished.length,
    tokens: finished.reduce((sum, node) => sum + tokensOf(node), 0),
  };
}
