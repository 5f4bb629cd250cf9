import {
  feedbackReadBy,
  findNode,
  isFinished,
  type NodeId,
  type ResponseAddress,
  rewardOf,
  type RewardModelDescription,
  type SamplingTree,
} from '../../core/index.ts';
import { type RewardOfNode, rewardsByScoring } from '../findings/rewards-by-scoring.ts';
import { type DrawnText, drawnAs, drawnTexts } from './drawn-texts.ts';

/**
 * One text of a run as the raw export has it: a line, without its tokens. `of` names it within its run; `anchor`, `rejected` and
 * `feedback` are the `of` of other rows of that run.
 */
export type ResponseRow = Readonly<Record<string, unknown>>;

/** A scorer as its rewards are headed in a row: "rubric@5"; numbered where several of one version have read a run. */
function scorerKey({ id, version }: Pick<RewardModelDescription, 'id' | 'version'>): string {
  return `${id}@${String(version)}`;
}

/** The finished texts of a run, one row for each that was drawn: arms that share it stand in one. In the order of the run's arms. */
export function responseRows(tree: SamplingTree): readonly ResponseRow[] {
  const { run } = tree;
  const readers = readersOf(tree);
  const common = {
    ...{ run: run.id, name: run.name, model: run.policy.name },
    ...{ prompt: run.plan.prompt, preference: run.plan.preference, seed: run.plan.seed },
  };
  return drawnTexts(tree).map((text) => ({ ...common, ...rowOf(tree, text, readers) }));
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

function rowOf(tree: SamplingTree, drawn: DrawnText, readers: Readers): ResponseRow {
  const { of, arm, node, arms, winnerOf } = drawn;
  const { text, usage, finishReason, sampling } = node.progress;
  const feedback = node.kind === 'refinement' ? feedbackReadBy(arm, node) : null;
  /** The row of another text of the arm: what it was drawn for. */
  const rowOfText = (id: NodeId | null | undefined): ResponseAddress | null => {
    const other = findNode(arm, id ?? null);
    return other === null || !isFinished(other) ? null : drawnAs(tree, arm, other).of;
  };
  return {
    ...{ arms, winner_of: winnerOf },
    ...{ node: node.id, kind: node.kind, layer: node.layer, of },
    anchor: node.layer === 0 ? null : rowOfText(arm.anchors[node.layer]),
    rejected: node.layer === 0 ? null : rowOfText(arm.rejected[node.layer]),
    feedback: rowOfText(feedback?.id),
    in_budget: node.inBudget,
    text,
    finish_reason: finishReason,
    temperature: sampling.temperature,
    prompt_tokens: usage.promptTokens,
    cached_prompt_tokens: usage.cachedPromptTokens,
    completion_tokens: usage.completionTokens,
    rewards:
      node.kind === 'feedback'
        ? {}
        : Object.fromEntries(readers.map(([key, read]) => [key, read(node, of.armId)])),
  };
}
