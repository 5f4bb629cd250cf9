import { MOST_ARMS } from '../../core/index.ts';

/**
 * What a run may hold at most. Above anything the page makes, so that what it wrote it can read: its largest budget, 128, in
 * six arms of 2,048 tokens each is some 1.6 million tokens and 4,000 events. A token takes about 275 characters, most of
 * them for the five likeliest that stand with it, so that such a run takes about 440 MB; one of the usual length, 160
 * tokens, takes 34 MB.
 */
export const LIMITS = {
  /** Parsed it takes 1.6 times the memory, and as much again while it is checked; no browser's string is much longer. */
  fileBytes: 500_000_000,
  events: 100_000,
  /** In one file. */
  runs: 10_000,
  /** Characters of one text. */
  text: 1_000_000,
  /** Characters of a name, a label or an id. */
  name: 1_000,
  tokens: 200_000,
  messages: 1_000,
  arms: 8,
  /** With those that a run gets after it was planned. */
  armsInAll: MOST_ARMS,
  layers: 32,
  budget: 512,
  contributions: 200,
  topLogProbabilities: 20,
  settings: 200,
} as const;
