import {
  checked,
  draftMessages,
  type PairwiseJudge,
  type Policy,
  type RewardModel,
  type RewardRequest,
  messageOf,
  textScorerOf,
} from '../../src/core/index.ts';
import type { Pair, SetSource } from './pair-sets.ts';

/** `1` the better answer got the higher reward, `0` the worse one, `=` the same reward, `-` not scored. */
export type Outcome = '1' | '0' | '=' | '-';

/** Two rewards nearer than this differ by rounding alone. */
const ROUNDING = 1e-9;

export interface PairParts {
  readonly rewardModel: RewardModel;
  readonly conditionedOn: SetSource['conditionedOn'];
  /** Reads the answers for scorers that want their tokens; null for a scorer that reads the texts alone. */
  readonly reader: Policy | null;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Scores both answers of a pair, each by itself. */
export function measurePair(pair: Pair, parts: PairParts): Promise<Outcome> {
  return orFailed(pair, parts, async () => {
    const better = await rewardFor(pair.better, pair, parts);
    const worse = await rewardFor(pair.worse, pair, parts);
    return outcomeOf(better, worse);
  });
}

/** @param better the reward of the better answer, `worse` that of the other */
export function outcomeOf(better: number, worse: number): Outcome {
  if (Math.abs(better - worse) <= ROUNDING) return '=';
  return better > worse ? '1' : '0';
}

/** Has a judge compare the answers of a pair. */
export function comparePair(
  { better, worse, prompt, preference, ...pair }: Pair,
  judge: PairwiseJudge,
  parts: Omit<PairParts, 'rewardModel' | 'reader'>,
): Promise<Outcome> {
  const asked = { prompt, preference, conditionedOn: parts.conditionedOn };
  return orFailed(pair, parts, async () => {
    const first = { ...asked, response: better };
    const second = { ...asked, response: worse };
    const { outcome } = await judge.compare(first, second, parts.signal);
    return ({ first: '1', second: '0', tie: '=' } as const)[outcome];
  });
}

async function orFailed(
  { id }: Pick<Pair, 'id'>,
  { signal, say }: Pick<PairParts, 'signal' | 'say'>,
  measure: () => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await measure();
  } catch (error) {
    signal.throwIfAborted();
    say(`  ${id} not scored: ${messageOf(error)}`);
    return '-';
  }
}

async function rewardFor(
  response: string,
  { prompt, preference }: Pair,
  { rewardModel, conditionedOn, reader, signal }: PairParts,
): Promise<number> {
  const request: RewardRequest = { prompt, preference, conditionedOn, response };
  const whole =
    reader === null ? request : { ...request, sampled: await readAs(request, reader, signal) };
  return checked(await rewardModel.score(whole, signal)).value;
}

/** The answer as if the model had just written it to what it is conditioned on: its tokens with their probabilities. */
async function readAs(
  { prompt, preference, conditionedOn, response }: RewardRequest,
  reader: Policy,
  signal: AbortSignal,
): Promise<NonNullable<RewardRequest['sampled']>> {
  const messages = draftMessages(prompt, conditionedOn === 'prompt' ? null : preference);
  const { tokens } = await textScorerOf(reader).scoreText({ messages, text: response }, signal);
  return { policyId: reader.description.id, messages, tokens };
}
