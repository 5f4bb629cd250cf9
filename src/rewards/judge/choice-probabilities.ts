import type { SampledToken } from '../../core/index.ts';

/** How the judge's probability falls on the choices, at the one place of its answer where they were read. */
export interface ChoiceReading {
  /** Of each choice, in the order asked for, renormalised: they sum to 1. A choice that wasn't seen has 0. */
  readonly shares: readonly number[];
  /** The probability that the choices seen hold together, before renormalising, within 0 and 1. */
  readonly mass: number;
}

/**
 * Reads the choices at the first place of the answer that carries one among its likeliest tokens. Places where the judge
 * wrote only white space or a mark come after all others: there a choice is what it did not write yet.
 *
 * @param choices such as digits or letters; white space around a token's text is ignored, so that " 4" and "4" add up
 * @throws Error with a sentence for people where no choice is seen
 */
export function readChoices(
  answer: readonly SampledToken[],
  choices: readonly string[],
): ChoiceReading {
  const places = answer
    .map((token) => ({
      leads: !/[\p{L}\p{N}]/u.test(token.text),
      masses: massesAt(token, choices),
    }))
    .filter(({ masses }) => total(masses) > 0);
  const place = places.find(({ leads }) => !leads) ?? places[0];
  if (place === undefined) throw new Error(whyNone(answer, choices));
  const mass = total(place.masses);
  return { shares: place.masses.map((share) => share / mass), mass: Math.min(1, mass) };
}

function massesAt(token: SampledToken, choices: readonly string[]): readonly number[] {
  const likeliest = likeliestAt(token);
  return choices.map((choice) =>
    total(
      likeliest
        .filter(({ text }) => text.trim() === choice)
        .map(({ logProbability }) => Math.exp(Math.min(0, logProbability))),
    ),
  );
}

/** The token written stands for itself where the engine reports no others. */
function likeliestAt({
  text,
  logProbability,
  topLogProbabilities = [],
}: SampledToken): NonNullable<SampledToken['topLogProbabilities']> {
  if (topLogProbabilities.length > 0) return topLogProbabilities;
  return logProbability === null ? [] : [{ text, logProbability }];
}

function whyNone(answer: readonly SampledToken[], choices: readonly string[]): string {
  const listed = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`;
  if (answer.length > 0 && answer.every((token) => likeliestAt(token).length === 0)) {
    return 'The judge’s engine gave no probabilities, so nothing can be read off its answer. Choose a judge on another engine.';
  }
  const said = answer.map(({ text }) => text).join('');
  const answered = said.trim() === '' ? 'nothing' : `“${said.trim()}”`;
  return `The judge answered ${answered}, with none of ${listed} among its likeliest tokens. Try again, change its text, or choose another judge.`;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** "41 %" for people; a share that rounds to nothing or to all but isn't says so. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1 %';
  if (share < 1 && share >= 0.995) return 'over 99 %';
  return `${String(Math.round(share * 100))} %`;
}
