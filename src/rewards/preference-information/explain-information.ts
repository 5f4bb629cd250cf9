import type { RewardContribution } from '../../core/index.ts';
import type { ReadPart } from './edition.ts';
import type { Information, Stretch } from './information.ts';

/** What is compared, in words that fit “… more likely with the preference than without”. */
export interface ComparisonWords {
  readonly withIt: string;
  readonly withoutIt: string;
}

/**
 * One contribution per stretch of the response, so that a person sees where the preference or the prompt shows.
 *
 * @param part of the response that was read
 */
export function explainInformation(
  { stretches, leftOut }: Information,
  part: ReadPart,
  words: ComparisonWords,
): readonly RewardContribution[] {
  return stretches.map((stretch, index) => ({
    id: `tokens-from-${String(stretch.from)}`,
    label: labelOf(stretch, part),
    value: stretch.value,
    measured: describeStretch(stretch, words) + (index === 0 ? describeLeftOut(leftOut) : ''),
  }));
}

function labelOf({ from, to }: Stretch, part: ReadPart): string {
  const end = part === 'whole' ? to : Math.min(to ?? Infinity, part);
  if (from === 1) return `First ${String(end)} tokens`;
  return end === null
    ? `Tokens from ${String(from)} on`
    : `Tokens ${String(from)} to ${String(end)}`;
}

function describeStretch(
  { tokens, meanWith, meanWithout }: Stretch,
  { withIt, withoutIt }: ComparisonWords,
): string {
  const difference = meanWith - meanWithout;
  const nats = `${Math.abs(difference).toFixed(2)} nats per token`;
  const likely = difference < 0 ? 'less likely' : 'more likely';
  const counted = `${String(tokens)} ${tokens === 1 ? 'token' : 'tokens'}`;
  return `${nats} ${likely} ${withIt} than ${withoutIt}, ${counted}`;
}

function describeLeftOut(leftOut: number): string {
  if (leftOut === 0) return '';
  const tokens =
    leftOut === 1
      ? '1 token of the response has'
      : `${String(leftOut)} tokens of the response have`;
  return `; ${tokens} no log-probability and ${leftOut === 1 ? 'was' : 'were'} left out`;
}
