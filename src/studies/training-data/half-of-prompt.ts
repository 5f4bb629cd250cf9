import { hashOfText } from '../../core/index.ts';

/** Rows that are learnt from, and rows that are held out. */
export const HALVES = ['train', 'test'] as const;

export type Half = (typeof HALVES)[number];

const NUMBERS = 2 ** 32;

/**
 * Where the rows of a prompt x go: by a hash of the prompt alone, so that all of its preferences, seeds and arms are in one half, in
 * every export. Capital letters and white space make no other prompt.
 *
 * @param testShare of all prompts, from 0 to 1: about so many of many
 */
export function halfOfPrompt(prompt: string, testShare: number): Half {
  const same = prompt.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return hashOfText(same) / NUMBERS < testShare ? 'test' : 'train';
}
