import { z } from 'zod';
import heldOut from './wishes/held-out.json' with { type: 'json' };
import tuning from './wishes/tuning.json' with { type: 'json' };

export const HALVES = ['tuning', 'held-out'] as const;

/** Templates and settings are chosen on the tuning half; what is reported comes from the other. */
export type Half = (typeof HALVES)[number];

/** A prompt with one of its preferences. */
export interface Wish {
  /** Of the prompt: its two wishes are drawn together where an interval is estimated. */
  readonly promptId: string;
  /** 0 for the first of the prompt's preferences, and so on. */
  readonly place: number;
  readonly prompt: string;
  readonly preference: string;
  /** Of the run: the same whichever words and settings are tried, so that all of them share their seeds. */
  readonly seed: number;
}

const fileSchema = z.array(
  z.object({ id: z.string(), prompt: z.string(), preferences: z.array(z.string()).min(1) }),
);

const FILES: Readonly<Record<Half, unknown>> = { tuning, 'held-out': heldOut };

/** What lies between the seeds of a wish: far more than there are prompts. */
export const SEEDS_APART = 1000;

/**
 * The wishes of a half: every prompt's first, then every prompt's second, so that a part of them has all prompts; all of them
 * with the first seed, then again with the next.
 *
 * @param seeds how many each wish has
 */
export function wishesOf(half: Half, seeds = 1): readonly Wish[] {
  const wishes = wishesOnce(half);
  return Array.from({ length: seeds }, (_, which) =>
    wishes.map((wish) => ({ ...wish, seed: wish.seed + SEEDS_APART * which })),
  ).flat();
}

function wishesOnce(half: Half): readonly Wish[] {
  const prompts = fileSchema.parse(FILES[half]);
  return prompts
    .flatMap(({ id, prompt, preferences }, at) =>
      preferences.map((preference, place) => {
        const seed = 1 + 100 * HALVES.indexOf(half) + at;
        return { promptId: id, place, prompt, preference, seed };
      }),
    )
    .toSorted((one, other) => one.place - other.place);
}
