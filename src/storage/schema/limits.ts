/**
 * What a run may hold at most. Far above anything the page makes, and low enough that a file from anywhere can't use up a
 * reader's memory: the largest budget of the paper, 128, in five arms of 2,048 tokens takes about 60 MB and 3,000 events.
 */
export const LIMITS = {
  fileBytes: 100_000_000,
  events: 100_000,
  /** Characters of one text. */
  text: 1_000_000,
  /** Characters of a name, a label or an id. */
  name: 1_000,
  tokens: 200_000,
  messages: 1_000,
  arms: 8,
  layers: 32,
  budget: 512,
  contributions: 200,
  topLogProbabilities: 20,
  settings: 200,
  /** The last moment a Date can hold, in milliseconds since the epoch. */
  moment: 8.64e15,
} as const;
