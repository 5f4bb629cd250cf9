import {
  checked,
  draftMessages,
  type Conditioning,
  type Reward,
  type RewardModel,
  messageOf,
} from '../../src/core/index.ts';
import { readRow, type Row } from './row-schema.ts';

export interface LineParts {
  readonly rewardModel: RewardModel;
  readonly write: (line: string) => Promise<void>;
  /** Names what went wrong, and does not stop. */
  readonly complain: (sentence: string) => void;
  readonly signal: AbortSignal;
}

export interface LineCounts {
  readonly scored: number;
  /** Rows that the scorer failed on: printed without a reward. */
  readonly unscored: number;
  /** Lines that are no rows. */
  readonly bad: number;
}

/** Scores line after line, in order, and writes each row as soon as it has its reward. Empty lines are passed over. */
export async function scoreLines(
  lines: AsyncIterable<string>,
  parts: LineParts,
): Promise<LineCounts> {
  const counts = { scored: 0, unscored: 0, bad: 0 };
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const parsed = readRow(line);
    if (parsed.ok) counts[await scoreRow(parsed.row, number, parts)] += 1;
    else {
      counts.bad += 1;
      parts.complain(`Line ${String(number)} is no row: ${parsed.problem}.`);
    }
  }
  return counts;
}

async function scoreRow(
  row: Row,
  number: number,
  { rewardModel, write, complain, signal }: LineParts,
): Promise<'scored' | 'unscored'> {
  const conditionedOn = conditioningOf(row);
  const outcome = await rewardFor(row, conditionedOn, rewardModel, signal);
  await write(JSON.stringify({ ...row, ...outcome, conditionedOn }));
  if (outcome.reward !== null) return 'scored';
  const id = JSON.stringify(row.id);
  complain(`Line ${String(number)}, row ${id}, has no reward: ${outcome.error}`);
  return 'unscored';
}

type RowOutcome =
  | { readonly reward: number; readonly breakdown: Reward['breakdown'] }
  | { readonly reward: null; readonly breakdown: readonly []; readonly error: string };

async function rewardFor(
  row: Row,
  conditionedOn: Conditioning,
  rewardModel: RewardModel,
  signal: AbortSignal,
): Promise<RowOutcome> {
  const { prompt, response, tokens } = row;
  const preference = row.preference ?? '';
  const messages = draftMessages(prompt, preference);
  // The row doesn't say whose tokens they are, so no policy takes them for its own.
  const sampled = tokens ? { policyId: '', messages, tokens } : null;
  try {
    const { value, breakdown } = checked(
      await rewardModel.score({ prompt, preference, conditionedOn, response, sampled }, signal),
    );
    return { reward: value, breakdown };
  } catch (error) {
    signal.throwIfAborted();
    const words = messageOf(error);
    return { reward: null, breakdown: [], error: words };
  }
}

function conditioningOf({ preference }: Row): Conditioning {
  return (preference ?? '').trim() === '' ? 'prompt' : 'prompt-and-preference';
}
