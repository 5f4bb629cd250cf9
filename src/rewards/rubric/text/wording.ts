/** "1 word", "3 words". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** "41 %", whole percent for people. */
export const percent = (share: number): string => `${String(Math.round(share * 100))} %`;

/** Words in quotes, at most three of them. */
export const quoted = (words: readonly string[]): string =>
  words
    .slice(0, 3)
    .map((word) => `“${word}”`)
    .join(', ');

/** Holds a number within 0 and 1. */
export const withinUnit = (value: number): number => Math.min(1, Math.max(0, value));
