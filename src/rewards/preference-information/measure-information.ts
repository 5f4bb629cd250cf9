import type { RewardContribution, SampledToken } from '../../core/index.ts';
import type { ReadPart } from './information-edition.ts';

/** How much likelier a response is after one chat than after another, in nats per token. */
export interface Information {
  readonly value: number;
  /** Where in the response it stands; their values sum to the whole. Stretches that the response doesn't reach are left out. */
  readonly stretches: readonly Stretch[];
  readonly tokens: number;
  /** Tokens without a log-probability in either term, left out of both. */
  readonly leftOut: number;
}

/** A part of a response, and how much of the information lies there. */
export interface Stretch {
  /** Places of tokens, from 1, both included; `to` is null in the last stretch. */
  readonly from: number;
  readonly to: number | null;
  /** What the stretch adds to the value. */
  readonly value: number;
  readonly tokens: number;
  /** Plain means of the log-probability over the stretch's tokens, in nats. */
  readonly meanWith: number;
  readonly meanWithout: number;
}

const STRETCHES = [
  { from: 1, to: 8 },
  { from: 9, to: 32 },
  { from: 33, to: null },
] as const;

interface MeasuredPiece {
  readonly place: number;
  readonly weight: number;
  readonly tokens: number;
  readonly with: number;
  readonly without: number;
}

/** What the token at a place of the response, from 1, weighs in the mean. */
export type WeighPlace = (place: number) => number;

/** Every token alike. */
export const weighAlike: WeighPlace = () => 1;

/**
 * 1/√place: a response that has begun as asked makes its own continuation likely, asked or not, so that its later tokens
 * tell less about what was asked.
 */
export const weighOpening: WeighPlace = (place) => 1 / Math.sqrt(place);

/**
 * The weighted mean over tokens of log p(token | the fuller chat) − log p(token | the shorter one).
 *
 * @throws Error with a sentence where no token has a log-probability in both terms
 */
export function measureInformation(
  withIt: readonly SampledToken[],
  withoutIt: readonly SampledToken[],
  weighPlace: WeighPlace,
): Information {
  const pieces = alignTerms(withIt, withoutIt).map((piece, index) =>
    measurePiece(piece, index + 1, weighPlace),
  );
  const measured = pieces.filter((piece) => piece !== null);
  const total = sumOf(measured, ({ weight }) => weight);
  if (total === 0) {
    throw new Error('The policy gave no log-probability for any token of this response.');
  }
  const stretches = STRETCHES.flatMap((range) => measureStretch(range, measured, total));
  const tokens = sumOf(measured, (piece) => piece.tokens);
  return {
    value: sumOf(stretches, ({ value }) => value),
    stretches,
    tokens,
    leftOut: withIt.length - tokens,
  };
}

function measurePiece(
  { first, second }: SharedPiece,
  place: number,
  weighPlace: WeighPlace,
): MeasuredPiece | null {
  const [withIt, withoutIt] = [sumOfLogs(first), sumOfLogs(second)];
  if (withIt === null || withoutIt === null) return null;
  const weight = weighPlace(place);
  return { place, weight, tokens: first.length, with: withIt, without: withoutIt };
}

function measureStretch(
  { from, to }: { readonly from: number; readonly to: number | null },
  measured: readonly MeasuredPiece[],
  total: number,
): readonly Stretch[] {
  const inside = measured.filter(({ place }) => place >= from && (to === null || place <= to));
  if (inside.length === 0) return [];
  const tokens = sumOf(inside, (piece) => piece.tokens);
  return [
    {
      from,
      to,
      value: sumOf(inside, (piece) => piece.weight * (piece.with - piece.without)) / total,
      tokens,
      meanWith: sumOf(inside, (piece) => piece.with) / tokens,
      meanWithout: sumOf(inside, (piece) => piece.without) / tokens,
    },
  ];
}

function sumOfLogs(tokens: readonly SampledToken[]): number | null {
  return tokens.reduce<number | null>(
    (sum, { logProbability }) =>
      sum === null || logProbability === null || !Number.isFinite(logProbability)
        ? null
        : sum + logProbability,
    0,
  );
}

function sumOf<Item>(items: readonly Item[], read: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + read(item), 0);
}

/** A piece of text that begins and ends at a token's edge in both terms. */
export interface SharedPiece {
  readonly first: readonly SampledToken[];
  readonly second: readonly SampledToken[];
}

/**
 * Cuts two tokenisations of one text at the edges that they share: mostly one token each, more where a sampled text was cut
 * into other tokens than the tokeniser would cut it into. So a token without a log-probability is left out of both terms.
 */
export function alignTerms(
  first: readonly SampledToken[],
  second: readonly SampledToken[],
): readonly SharedPiece[] {
  const pieces: SharedPiece[] = [];
  let [i, j] = [0, 0];
  while (i < first.length && j < second.length) {
    const [startOfFirst, startOfSecond] = [i, j];
    let ahead = lengthAt(first, i++) - lengthAt(second, j++);
    while (ahead !== 0) {
      if (ahead < 0 && i < first.length) ahead += lengthAt(first, i++);
      else if (ahead > 0 && j < second.length) ahead -= lengthAt(second, j++);
      else break;
    }
    pieces.push({ first: first.slice(startOfFirst, i), second: second.slice(startOfSecond, j) });
  }
  return withRest(pieces, first.slice(i), second.slice(j));
}

/** Tokens without a text of their own, left over at the end of one term, belong to the last piece. */
function withRest(
  pieces: readonly SharedPiece[],
  first: readonly SampledToken[],
  second: readonly SampledToken[],
): readonly SharedPiece[] {
  const last = pieces.at(-1);
  if (last === undefined || first.length + second.length === 0) return pieces;
  return [
    ...pieces.slice(0, -1),
    { first: [...last.first, ...first], second: [...last.second, ...second] },
  ];
}

function lengthAt(tokens: readonly SampledToken[], place: number): number {
  return tokens[place]?.text.length ?? 0;
}

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
