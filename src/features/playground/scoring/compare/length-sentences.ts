import { CONTROL_NAMES } from '../../../../core/index.ts';
import { isSameChoice } from './arm-winners.ts';
import { countOf, formatCorrelation, formatSlope } from './figures.ts';
import type { LengthReading } from './length-reading.ts';
import { spoken } from './scorer-names.ts';

/** From here on a line through length accounts for about half of the rewards' variance (r² = 0.49). */
const HIGH_CORRELATION = 0.7;

/** How far a scorer's reward goes with length, and what a control that reads length alone would choose. */
export function lengthSentences(reading: LengthReading, scorer: string): readonly string[] {
  const name = spoken(scorer);
  const { unscored } = reading;
  return [
    slopeSentence(reading, name),
    ...controlSentences(reading, name),
    ...(unscored === 0
      ? []
      : [`Left out: ${countOf(unscored, 'response')} that ${name} has no reward for.`]),
  ];
}

function slopeSentence({ measured, fit }: LengthReading, name: string): string {
  const n = `n = ${countOf(measured.length, 'response')}`;
  if (measured.length < 2) {
    return `Fewer than two responses have a reward by ${name}, so there is no slope.`;
  }
  if (fit === null) return `All have the same number of words, so there is no slope (${n}).`;
  const { correlation } = fit;
  if (correlation === null) return `${name} gives all the same reward at any length (${n}).`;
  return `Slope ${formatSlope(fit.slope)} reward per word, correlation ${formatCorrelation(correlation)} (Pearson, ${n}). Words are what white space parts.`;
}

/** The control counts characters, so that it may part from the longest in words. */
function controlSentences({ fit, choices }: LengthReading, name: string): readonly string[] {
  const correlation = fit?.correlation ?? 0;
  const high =
    correlation >= HIGH_CORRELATION
      ? ['That is high: a control that only picks the longest would choose much the same.']
      : correlation <= -HIGH_CORRELATION
        ? ['That is high, downwards: picking only the shortest would choose much the same.']
        : [];
  const compared = choices.flatMap((each) => isSameChoice(each) ?? []);
  if (compared.length === 0) return high;
  const same = compared.filter((isSame) => isSame).length;
  const control = CONTROL_NAMES['pick-longest'];
  const arms = `${String(same)} of ${countOf(compared.length, 'arm')}`;
  return [...high, `${control} chooses the winner by ${name} in ${arms}.`];
}
