import { messageOf } from '../error-message.ts';
import type { Clock } from '../clock.ts';
import type { NodeOrder } from '../draws/node-order.ts';
import type { RunHeader } from '../plan/run-plan.ts';
import { type GenerationRequest, type Policy, PolicyError, type SampledToken } from '../policy.ts';
import type { RewardModel } from '../reward.ts';
import { scoreResponse } from '../scoring/ask-for-rewards.ts';
import { isScorable, rewardRequest } from '../scoring/score-response.ts';
import { ThoughtReader } from '../thoughts.ts';
import type { ArmEvent } from '../tree/run-events.ts';
import type {
  NodeFailure,
  NodePlace,
  ResponseRemark,
  ScoringTime,
  TreeNode,
} from '../tree/sampling-tree.ts';

/** What the sampler needs from outside. */
export interface SamplerDependencies {
  /** π */
  readonly policy: Policy;
  /** R */
  readonly rewardModel: RewardModel;
  readonly clock: Clock;
}

/** One call of the policy, for a place of an arm. */
export interface NodeCallOrder extends NodeOrder {
  readonly armId: string;
  readonly place: NodePlace;
}

/** Few enough to be kept with every token of a run. */
const TOP_LOG_PROBABILITIES = 5;

/** A lost engine gets one more attempt, from the beginning and with the same seed, on a fresh one. */
const MOST_ATTEMPTS = 2;

/** Samples one node. What the engine can't do ends in a `…-failed` event; only the caller's abort is thrown. */
export async function* sampleNode(
  order: NodeCallOrder,
  dependencies: SamplerDependencies,
  signal: AbortSignal,
): AsyncGenerator<ArmEvent, void> {
  const { armId, place, messages, sampling } = order;
  const { clock } = dependencies;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const at = clock.now();
    yield {
      type: `${place.kind}-started`,
      armId,
      nodeId: place.id,
      messages,
      sampling,
      attempt,
      at,
    };
    try {
      yield* streamAnswer(order, dependencies, signal);
      return;
    } catch (error) {
      signal.throwIfAborted();
      const failure = failureOf(error);
      if (failure.kind === 'engine-lost' && attempt < MOST_ATTEMPTS) continue;
      yield { type: `${place.kind}-failed`, armId, nodeId: place.id, failure, at: clock.now() };
      return;
    }
  }
}

async function* streamAnswer(
  order: NodeCallOrder,
  { policy, clock }: SamplerDependencies,
  signal: AbortSignal,
): AsyncGenerator<ArmEvent, void> {
  const { armId, place, messages, sampling, anchorText } = order;
  const request: GenerationRequest = {
    messages,
    sampling,
    seed: place.seed,
    // For scorers that read how sure the policy was of a response.
    ...(place.kind === 'feedback' ? {} : { topLogProbabilities: TOP_LOG_PROBABILITIES }),
  };
  const reader = new ThoughtReader<SampledToken>(policy.description.thoughtMarks);
  let text = '';
  const tokens: SampledToken[] = [];
  for await (const chunk of policy.generate(request, signal)) {
    const isLast = chunk.type === 'generation-finished';
    const piece = isLast ? reader.end() : reader.add(chunk.text, chunk.tokens);
    text += piece.text;
    tokens.push(...piece.tokens);
    if (!isLast || piece.text !== '' || piece.thoughts !== '') {
      yield { type: 'token-added', armId, nodeId: place.id, ...piece };
    }
    if (!isLast) continue;
    const { finishReason, usage } = chunk;
    const { thoughts } = reader;
    const remarks = remarksOn(text, finishReason === 'length', anchorText);
    const answer = {
      ...{ text, tokens: tokens.map(keptToken), finishReason, usage, remarks },
      ...(thoughts === null ? {} : { thoughts }),
    };
    yield { type: `${place.kind}-finished`, armId, nodeId: place.id, ...answer, at: clock.now() };
    return;
  }
  throw new PolicyError('engine-failed', 'The engine ended the answer without saying that it had.');
}

function remarksOn(text: string, cutOff: boolean, anchorText: string | null): ResponseRemark[] {
  return [
    ...(text.trim() === '' ? (['empty'] as const) : []),
    ...(cutOff ? (['cut-off'] as const) : []),
    ...(anchorText?.trim() === text.trim() ? (['identical-to-anchor'] as const) : []),
  ];
}

function failureOf(error: unknown): NodeFailure {
  if (error instanceof PolicyError) return { kind: error.kind, message: messageOf(error) };
  return { kind: 'engine-failed', message: messageOf(error) };
}

/** What of a run its scorer reads. */
export type ScoredRun = Pick<RunHeader, 'plan' | 'policy'>;

/** Asks R for a finished response's reward. A scorer that fails leaves the node unscored and says why. */
export async function scoreNode(
  armId: string,
  node: TreeNode,
  { plan, policy }: ScoredRun,
  { rewardModel, clock }: Pick<SamplerDependencies, 'rewardModel' | 'clock'>,
  signal: AbortSignal,
): Promise<ArmEvent | null> {
  if (!isScorable(node) || node.scoring.status !== 'unscored') return null;
  const startedAt = clock.now();
  const took = (): ScoringTime => ({ startedAt, endedAt: clock.now() });
  try {
    const request = rewardRequest(node, plan, policy.id, plan.conditionedOn);
    const rewards = await scoreResponse(request, plan.scoreBothWays, rewardModel, signal);
    return { type: 'reward-given', armId, nodeId: node.id, ...rewards, took: took() };
  } catch (error) {
    signal.throwIfAborted();
    const message = messageOf(error);
    return { type: 'reward-failed', armId, nodeId: node.id, message, took: took() };
  }
}

/** A ten-thousandth of a nat is far below what one device's arithmetic differs from another's by. */
const STEPS_PER_NAT = 10_000;

/** The token as a run keeps it: six log-probabilities stand with each, and their further digits would be a fifth of the run. */
export function keptToken(token: SampledToken): SampledToken {
  const { text, logProbability, topLogProbabilities } = token;
  const rounded = logProbability === null ? null : roundNats(logProbability);
  if (topLogProbabilities === undefined) return { text, logProbability: rounded };
  // Field by field, since spreading takes three times as long, and a text has hundreds of them.
  const likeliest = topLogProbabilities.map((one) => ({
    text: one.text,
    logProbability: roundNats(one.logProbability),
  }));
  return { text, logProbability: rounded, topLogProbabilities: likeliest };
}

/** No minus zero: a file would give it back as zero. */
function roundNats(nats: number): number {
  return Math.round(nats * STEPS_PER_NAT) / STEPS_PER_NAT + 0;
}
