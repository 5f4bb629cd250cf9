import {
  armLabel,
  type ArmTree,
  feedbackReadBy,
  type FinishedNode,
  isFinished,
  type ResponseAddress,
  rewardOf,
  type RewardModelDescription,
  type SamplingTree,
} from '../../core/index.ts';
import { type RewardOfNode, rewardsByScoring } from '../findings/rewards-by-scoring.ts';

/** One text of a run as the raw export has it: a line, without its tokens. */
export type ResponseRow = Readonly<Record<string, unknown>>;

/** A scorer as its rewards are headed in a row: "rubric@5"; numbered where several of one edition have read a run. */
function scorerKey({ id, version }: Pick<RewardModelDescription, 'id' | 'version'>): string {
  return `${id}@${String(version)}`;
}

/** The finished texts of a run, one row for each that was drawn: arms that share it stand in one. In the order of the run's arms. */
export function responseRows(tree: SamplingTree): readonly ResponseRow[] {
  const { run, arms } = tree;
  const readers = readersOf(tree);
  const rows = new Map<string, { readonly row: ResponseRow; readonly arms: string[] }>();
  for (const arm of arms) {
    const label = armLabel(arm.arm);
    for (const node of arm.nodes.filter(isFinished)) {
      const origin = node.progress.drawnFor ?? { armId: arm.arm.id, nodeId: node.id };
      const key = JSON.stringify([origin.armId, origin.nodeId]);
      const known = rows.get(key);
      if (known === undefined) rows.set(key, { row: rowOf(arm, node, readers), arms: [label] });
      else known.arms.push(label);
    }
  }
  const common = {
    ...{ run: run.id, name: run.name, model: run.policy.name },
    ...{ prompt: run.plan.prompt, preference: run.plan.preference, seed: run.plan.seed },
  };
  return [...rows.values()].map(({ row, arms: labels }) => ({ ...common, arms: labels, ...row }));
}

type Readers = readonly (readonly [key: string, read: RewardOfNode])[];

function readersOf(tree: SamplingTree): Readers {
  const keys: string[] = [];
  const keyFor = (description: RewardModelDescription): string => {
    const key = scorerKey(description);
    const same = keys.filter((each) => each === key).length;
    keys.push(key);
    return same === 0 ? key : `${key} (${String(same + 1)})`;
  };
  return [
    [keyFor(tree.run.rewardModel), rewardOf],
    ...tree.scorings.map((scoring): Readers[number] => [
      keyFor(scoring.rewardModel),
      rewardsByScoring(tree, scoring),
    ]),
  ];
}

function rowOf(arm: ArmTree, node: FinishedNode, readers: Readers): ResponseRow {
  const { text, usage, finishReason, sampling } = node.progress;
  return {
    ...{ node: node.id, kind: node.kind, layer: node.layer, of: addressOf(arm, node) },
    anchor: node.layer === 0 ? null : (arm.anchors[node.layer] ?? null),
    feedback: node.kind === 'refinement' ? (feedbackReadBy(arm, node)?.id ?? null) : null,
    in_budget: node.inBudget,
    is_winner: arm.winnerId === node.id,
    text,
    finish_reason: finishReason,
    temperature: sampling.temperature,
    prompt_tokens: usage.promptTokens,
    cached_prompt_tokens: usage.cachedPromptTokens,
    completion_tokens: usage.completionTokens,
    rewards:
      node.kind === 'feedback'
        ? {}
        : Object.fromEntries(readers.map(([key, read]) => [key, read(node, arm.arm.id)])),
  };
}

function addressOf(arm: ArmTree, node: FinishedNode): ResponseAddress {
  return { armId: arm.arm.id, nodeId: node.id };
}
