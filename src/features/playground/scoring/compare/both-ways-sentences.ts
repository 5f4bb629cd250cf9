import { mean } from '../../../../core/index.ts';
import { formatGain } from '../../../../ui/index.ts';
import { winnersSentence } from './arm-winners.ts';
import type { BothWays } from './both-ways.ts';
import { wholePairs } from './paired-scores.ts';
import { countOf, spoken } from './wording.ts';

const HOW = 'To have both, score it again with “Also the other way”.';

/** What the preference changes in a scorer's rewards and winners. */
export function bothWaysSentences(bothWays: BothWays, scorer: string): readonly string[] {
  const name = spoken(scorer);
  const { pairs, winners } = bothWays;
  const differences = wholePairs(pairs).map(({ first, second }) => first - second);
  const average = mean(differences);
  if (average === null) return [oneWaySentence(bothWays, name)];
  const missing = pairs.length - differences.length;
  const left =
    missing === 0
      ? []
      : [
          `Not read both ways: ${String(missing)} of ${countOf(pairs.length, 'response')}; a winner is the best of those read its way. ${HOW}`,
        ];
  if (!bothWays.compares) {
    return [
      `${name} has one recipe with z and another without, each on its own scale: the difference between the two rewards means nothing. Its winners can be compared.`,
      winnersSentence(winners),
      ...left,
    ];
  }
  if (differences.every((difference) => difference === 0)) {
    return [
      `${name} gives the same with z and without: the preference changes nothing in its rewards.`,
      ...left,
    ];
  }
  const [least, most] = [Math.min(...differences), Math.max(...differences)];
  return [
    `Reading z changes the reward by ${formatGain(average)} on average, from ${formatGain(least)} to ${formatGain(most)}, n = ${countOf(differences.length, 'response')}.`,
    winnersSentence(winners),
    ...left,
  ];
}

/** Which of the two is missing, where no response has both. */
function oneWaySentence({ pairs }: BothWays, name: string): string {
  const has = (side: 'first' | 'second'): boolean => pairs.some((pair) => pair[side] !== null);
  if (!has('first') && !has('second')) return `${name} has no reward for any response.`;
  if (has('first') && has('second')) {
    return `${name} scored some responses with z and others without, none both ways. ${HOW}`;
  }
  const way = has('first') ? 'with z only' : 'without z only';
  return `${name} scored this run one way, ${way}. ${HOW}`;
}
