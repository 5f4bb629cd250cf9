import type { SampledToken } from '../../src/core/index.ts';

/** Where two greedy answers part. */
export interface Parting {
  /** Place of the first token that is another one. */
  readonly place: number;
  readonly one: string;
  readonly other: string;
  /**
   * How much likelier each writer found its own token than the other's there, in nats; null where the other's is none of the
   * likeliest that it told. Two writers of the same weights part where one is near 0.
   */
  readonly gaps: readonly [number | null, number | null];
}

/** The token that stands for an end in one answer where the other goes on. */
const END = '(end)';

/** @returns null where both wrote the same */
export function partingOf(
  one: readonly SampledToken[],
  other: readonly SampledToken[],
): Parting | null {
  const length = Math.max(one.length, other.length);
  for (let place = 0; place < length; place += 1) {
    const [mine, theirs] = [one[place], other[place]];
    if (mine?.text === theirs?.text) continue;
    return {
      place,
      one: mine?.text ?? END,
      other: theirs?.text ?? END,
      gaps: [gapOf(mine, theirs), gapOf(theirs, mine)],
    };
  }
  return null;
}

function gapOf(own: SampledToken | undefined, others: SampledToken | undefined): number | null {
  const { logProbability = null, topLogProbabilities } = own ?? {};
  const told = topLogProbabilities?.find(({ text }) => text === others?.text);
  return told === undefined || logProbability === null
    ? null
    : logProbability - told.logProbability;
}

/** How far two readings of texts differ, a token each. */
export interface Difference {
  readonly tokens: number;
  /** Nats. */
  readonly mean: number;
  /** Nats. */
  readonly most: number;
}

/**
 * @param pairs of one text's tokens each, as both have read them
 * @throws RangeError where a text was read as other tokens, which no figures of tokens compare
 */
export function differenceOf(
  pairs: readonly (readonly [readonly SampledToken[], readonly SampledToken[]])[],
): Difference {
  const apart = pairs.flatMap(([one, other]) => {
    if (one.map(({ text }) => text).join('\0') !== other.map(({ text }) => text).join('\0')) {
      throw new RangeError('The servers read a text as other tokens: their tokenizers differ.');
    }
    return one.flatMap(({ logProbability: mine }, place) => {
      const theirs = other[place]?.logProbability ?? null;
      return mine === null || theirs === null ? [] : [Math.abs(mine - theirs)];
    });
  });
  const sum = apart.reduce((total, each) => total + each, 0);
  return { tokens: apart.length, mean: sum / apart.length, most: Math.max(...apart) };
}
