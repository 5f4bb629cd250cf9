import { type ArmOutcome, pool, rewardOf, textOf, type VerdictFacts } from '../../../core/index.ts';

/** What speaks for it that a scorer was fooled by the response that leads. */
export type RewardDoubt = 'repeats-preference' | 'far-above';

/** So many words of the preference in a row aren't said by chance. */
const WORDS_IN_A_ROW = 4;
/** Fewer different texts don't tell how far rewards usually lie apart. */
const FEWEST_TEXTS = 8;
/** Robust standard deviations above the median. */
const FAR = 4;
/** What makes the median distance from the median a standard deviation, where rewards are normally distributed. */
const DEVIATION_OF_MEDIAN_DISTANCE = 1.4826;

/** Whether the leading reward is to be doubted, by what can be told without asking anyone; null where nothing speaks for it. */
export function rewardDoubt(
  { leaders: [leader] }: Pick<VerdictFacts, 'leaders'>,
  preference: string,
): RewardDoubt | null {
  if (leader === undefined) return null;
  if (repeats(textOf(leader.winner), preference)) return 'repeats-preference';
  return liesFarAbove(leader) ? 'far-above' : null;
}

function repeats(text: string, preference: string): boolean {
  const said = ` ${wordsOf(text).join(' ')} `;
  const wish = wordsOf(preference);
  const rows = wish.slice(WORDS_IN_A_ROW - 1).map((_, place) => {
    return wish.slice(place, place + WORDS_IN_A_ROW).join(' ');
  });
  return rows.some((row) => said.includes(` ${row} `));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Above the other responses of its arm, those with one text counted once. */
function liesFarAbove({ arm, reward }: ArmOutcome): boolean {
  const byText = new Map(pool(arm).map((node) => [textOf(node), rewardOf(node)]));
  const rewards = [...byText.values()].filter((each) => each !== null);
  if (rewards.length < FEWEST_TEXTS) return false;
  const middle = median(rewards);
  const spread =
    DEVIATION_OF_MEDIAN_DISTANCE * median(rewards.map((each) => Math.abs(each - middle)));
  return spread > 0 && reward - middle > FAR * spread;
}

/** The upper one where two are in the middle. */
function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}
