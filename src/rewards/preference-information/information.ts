import type { SampledToken } from '../../core/index.ts';
import { alignTerms, type SharedPiece } from './align-terms.ts';

/** How much likelier a response is after one chat than after another, in nats per token. */
export interface Information {
  readonly value: number;
  /** Where in the response it stands; their values sum to the whole. Stretches that the response doesn't reach are left out. */
  readonly stretches: readonly Stretch[];
  readonly tokens: number;
  /** Tokens without a log-probability in either term, left out of both. */
  readonly leftOut: number;
}

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
