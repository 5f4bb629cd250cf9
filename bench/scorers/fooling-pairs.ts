import { avalanche } from '../../src/core/index.ts';
import type { Pair } from './pair-sets.ts';

/** A row of the preference set, as far as others are made from it. */
export interface FoolingRow {
  readonly id: string;
  /** Rows of one kind of preference share it, whatever their words. */
  readonly preferenceId: string;
  readonly preference: string;
  readonly prompt: string;
  readonly honours: string;
  readonly dishonours: string;
}

/** Makes pairs whose worse answer is there to fool a scorer. */
export type MakeFoolingPairs = (rows: readonly FoolingRow[]) => readonly Pair[];

const pairOf = (
  { id, prompt, preference }: FoolingRow,
  kind: string,
  better: string,
  worse: string,
): Pair => ({ id: `${kind}-${id}`, prompt, preference, better, worse });

/** Texts that answer nothing, by turns: whoever honours the preference is better. */
export function nonAnswerPairs(nonAnswers: readonly string[]): MakeFoolingPairs {
  return (rows) =>
    rows.map((row, place) =>
      pairOf(row, 'non-answer', row.honours, nonAnswers[place % nonAnswers.length] ?? ''),
    );
}

/** The honouring answer with its words in any order, its lines kept: the coherent other answer is better. */
export const shuffledPairs: MakeFoolingPairs = (rows) =>
  rows.map((row) => pairOf(row, 'shuffled', row.dishonours, shuffleWords(row.honours)));

/**
 * An answer that honours the same kind of preference and answers another question, that of the next row of the kind; the
 * answer to this question is better, though it doesn't honour the preference. Left out where the kind has one row only.
 */
export const otherQuestionPairs: MakeFoolingPairs = (rows) =>
  rows.flatMap((row) => {
    const kin = rows.filter(({ preferenceId }) => preferenceId === row.preferenceId);
    const other = kin[(kin.indexOf(row) + 1) % kin.length];
    return other === undefined || other === row
      ? []
      : [pairOf(row, 'other-question', row.dishonours, other.honours)];
  });

/** The words of a text in another order, the same at every call; lines keep their number of words. */
export function shuffleWords(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (let place = words.length - 1; place > 0; place -= 1) {
    const other = avalanche(place * 7919 + text.length) % (place + 1);
    [words[place], words[other]] = [words[other] ?? '', words[place] ?? ''];
  }
  const rest = words.values();
  return text.replace(/\S+/g, () => rest.next().value ?? '');
}

/** For the pairs that floors are tuned on. */
export const TUNING_NON_ANSWERS: readonly string[] = [
  'I don’t know.',
  'I’m not sure about that.',
  'I have no idea, sorry.',
  'Sorry, I can’t help with that.',
  'As an AI language model, I am not able to answer this question.',
  'That is a good question!',
  'Sure, I’d be happy to help!',
  'It depends.',
  'I don’t have enough information to answer that.',
  'Please consult a professional.',
  'Thank you for asking.',
  'No comment.',
];

/** For the pairs that nothing is tuned on: the plainest, and others in other words. */
export const HELD_OUT_NON_ANSWERS: readonly string[] = [
  'I don’t know.',
  'I really couldn’t tell you.',
  'I am afraid I cannot answer that.',
  'Hard to say.',
  'Unfortunately, I do not have access to that information.',
  'What a great question, thanks for reaching out to me today!',
  'Of course! Let me know what you need.',
  'I would rather not say.',
  'There are many things to consider here, and everyone is different.',
  'You could look that up on the internet.',
  'Could you please clarify what you mean?',
  'N/A',
];
