/** "41 %" for people; a share that rounds to nothing or to all but isn't says so. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1 %';
  if (share < 1 && share >= 0.995) return 'over 99 %';
  return `${String(Math.round(share * 100))} %`;
}

/** What every judge's summary ends with. */
export const SMALL_JUDGE_WARNING =
  'It is as good as its policy: the small embedded model is not a usable judge (it was right on 46 of 100 LLMBar pairs, and in pairs gave the same letter whatever the order).';
