import {
  armLabel,
  isSameResponse,
  nodeName,
  scorableResponses,
  type ResponseAddress,
  type SamplingTree,
  type Scoring,
} from '../../../../core/index.ts';

/** A response of a run with what two scorings gave it. */
export interface ScoredPair extends ResponseAddress {
  /** Unique among the responses of a run. */
  readonly id: string;
  /** "PRS 4/4". */
  readonly armName: string;
  /** "Draft 3". */
  readonly name: string;
  /** Whether it counts towards N; the greedy anchor draft of PRS (0, N) doesn't. */
  readonly inBudget: boolean;
  readonly text: string;
  /** Null where the scoring has no reward for it: not asked, or failed. */
  readonly first: number | null;
  readonly second: number | null;
}

/** A response that both scorings gave a reward. */
export interface WholePair extends ScoredPair {
  readonly first: number;
  readonly second: number;
}

/** Every response of a run that can have a reward, in the order sampled, with the rewards of two scorings. */
export function pairScores(
  tree: SamplingTree,
  first: Scoring,
  second: Scoring,
): readonly ScoredPair[] {
  return scorableResponses(tree).flatMap(({ armId, nodeId, node }) => {
    const arm = tree.arms.find((each) => each.arm.id === armId);
    if (arm === undefined) return [];
    const address = { armId, nodeId };
    return [
      {
        ...address,
        id: responseKey(address),
        armName: armLabel(arm.arm),
        name: nodeName(node, arm),
        inBudget: node.inBudget,
        text: node.progress.text,
        first: rewardFor(first, address),
        second: rewardFor(second, address),
      },
    ];
  });
}

/** Those that can be compared. */
export function wholePairs(pairs: readonly ScoredPair[]): readonly WholePair[] {
  return pairs.flatMap((pair) => {
    const { first, second } = pair;
    return first === null || second === null ? [] : [{ ...pair, first, second }];
  });
}

/** One text for a response's place, such as a point of a chart can carry. */
function responseKey({ armId, nodeId }: ResponseAddress): string {
  return `${armId}/${nodeId}`;
}

function rewardFor(scoring: Scoring, address: ResponseAddress): number | null {
  const outcome = scoring.outcomes.find(({ response }) => isSameResponse(response, address));
  return outcome?.scoring.status === 'scored' ? outcome.scoring.reward.value : null;
}
