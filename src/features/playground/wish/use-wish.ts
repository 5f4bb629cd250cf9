import { useEffect, useMemo, useState } from 'react';
import { type ArmTree, messageOf, type SamplingTree } from '../../../core/index.ts';
import type { SettingValues } from '../../../rewards/index.ts';
import type { ReadForPreference } from '../../../runs/index.ts';

/** The reading of a run that follows the preference which is set up. */
export const WISH_READING = 'wish';

/** What is set up, as far as it is read. */
export interface AskedNow {
  readonly prompt: string;
  readonly preference: string;
  readonly scorerValues: SettingValues;
}

/** A run on screen by another preference than its own. */
export interface Wish extends ReadForPreference {
  /** The arms on screen by the run's own rewards, and by the new ones. */
  readonly before: readonly ArmTree[];
  readonly after: readonly ArmTree[];
}

export interface WishOnScreen {
  /** Null where the run is shown for its own preference, or nothing is scored yet. */
  readonly wish: Wish | null;
  /** Why it can't be scored for the preference that is set up, a sentence; null where it can. */
  readonly problem: string | null;
}

/** The preference that a run is to be scored for; null where it is its own, none, or another prompt is set up. */
export function wishFor({ run }: SamplingTree, { prompt, preference }: AskedNow): string | null {
  const wanted = preference.trim();
  const isAnother = wanted !== '' && wanted !== run.plan.preference;
  return isAnother && prompt.trim() === run.plan.prompt ? wanted : null;
}

/** Long enough that a person who types goes on first. */
const MILLISECONDS_TO_WAIT = 200;

/**
 * Scores the texts on screen for the preference that is set up, shortly after a person has stopped typing. Until then, and while
 * it is worked out, what was last scored stays.
 *
 * @param of the run on screen, where it is to be read so; null where not
 * @param shown its arms on screen by its own rewards
 */
export function useWish(
  of: SamplingTree | null,
  shown: readonly ArmTree[],
  asked: AskedNow,
): WishOnScreen {
  const { scored, problem } = useScored(of, of === null ? null : wishFor(of, asked), asked);
  const after = useMemo(() => scored?.read(shown) ?? shown, [scored, shown]);
  return { wish: scored === null ? null : { ...scored, before: shown, after }, problem };
}

interface Scored {
  readonly scored: ReadForPreference | null;
  readonly problem: string | null;
}

const NOTHING: Scored = { scored: null, problem: null };

function useScored(
  of: SamplingTree | null,
  wanted: string | null,
  { scorerValues }: AskedNow,
): Scored {
  const [known, setKnown] = useState<Scored>(NOTHING);
  useEffect(() => {
    if (of === null || wanted === null) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      void score(of, wanted, scorerValues, controller.signal).then((scored) => {
        if (scored !== null) setKnown(scored);
      });
    }, MILLISECONDS_TO_WAIT);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [of, wanted, scorerValues]);
  if (wanted === null) return NOTHING;
  return known.scored === null || known.scored.of === of ? known : NOTHING;
}

/** Null where it was given up. */
async function score(
  of: SamplingTree,
  wanted: string,
  values: SettingValues,
  signal: AbortSignal,
): Promise<Scored | null> {
  try {
    // Fetched when it is wanted: a first visit changes no preference.
    const { scoreForWish } = await import('./score-for-wish.ts');
    return { scored: await scoreForWish(of, wanted, values, signal), problem: null };
  } catch (error) {
    if (signal.aborted) return null;
    return { scored: null, problem: `The texts were not scored for it: ${messageOf(error)}` };
  }
}
