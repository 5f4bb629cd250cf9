import type { PairwiseJudge, RewardRequest, Verdict } from '../../core/index.ts';
import {
  askJudge,
  judgeSettings,
  SMALL_JUDGE_WARNING,
  type JudgeDependencies,
  percent,
  readChoices,
  type ChoiceReading,
} from './ask-judge.ts';
import { checkJudgePrompt, PAIRWISE_JUDGE } from './judge-prompts.ts';

/**
 * A policy as judge of two responses, asked in both orders, since judges favour a place. The letter with the higher
 * probability at the first token of the answer wins an order; a win in one and a loss in the other is a tie, and not
 * consistent. Two calls for each pair.
 *
 * A comparison rejects where no letter is seen, where the policy fails, or where the two answer different prompts.
 *
 * @throws RangeError where the rubric text lacks a placeholder, its message a sentence for people
 */
export function createPairwiseJudge(dependencies: JudgeDependencies): PairwiseJudge {
  checkJudgePrompt('pairwise', dependencies.rubricText);
  const ask = async (shown: RewardRequest, next: RewardRequest, signal: AbortSignal) => {
    const values = { prompt: shown.prompt, first: shown.response, second: next.response };
    const { tokens } = await askJudge(dependencies, shown, values, signal);
    return readChoices(tokens, ['A', 'B']);
  };
  return {
    description: {
      id: PAIRWISE_JUDGE,
      name: `Judge: pairs by ${dependencies.policy.description.name}`,
      version: 2,
      summary: `A language model is asked which of two responses is better, in both orders; a win in one order and a loss in the other is a tie. Not a measured quality: a judge can be led by length, tone or words meant for it. ${SMALL_JUDGE_WARNING}`,
      settings: judgeSettings(dependencies),
    },
    async compare(first, second, signal) {
      if (!answerTheSame(first, second)) {
        throw new Error(
          'The two responses answer different prompts or preferences, so they can’t be compared.',
        );
      }
      const asWritten = await ask(first, second, signal);
      const swapped = await ask(second, first, signal);
      return verdict(asWritten, swapped);
    },
  };
}

function answerTheSame(first: RewardRequest, second: RewardRequest): boolean {
  return (
    first.prompt === second.prompt &&
    first.conditionedOn === second.conditionedOn &&
    (first.conditionedOn === 'prompt' || first.preference === second.preference)
  );
}

function verdict(asWritten: ChoiceReading, swapped: ChoiceReading): Verdict {
  // The first response is A as written and B when swapped.
  const shownFirst = marginOfA(asWritten);
  const shownSecond = 0 - marginOfA(swapped);
  const consistent = Math.sign(shownFirst) === Math.sign(shownSecond);
  return {
    outcome: consistent ? outcomeOf(shownFirst) : 'tie',
    consistent,
    measured: `Shown first, the first response ${lead(shownFirst)} (A and B hold ${percent(asWritten.mass)} of the probability); shown second, it ${lead(shownSecond)} (${percent(swapped.mass)})`,
  };
}

/** The share of A less that of B, within -1 and 1. */
function marginOfA({ shares: [a = 0, b = 0] }: ChoiceReading): number {
  return a - b;
}

function outcomeOf(margin: number): Verdict['outcome'] {
  if (margin === 0) return 'tie';
  return margin > 0 ? 'first' : 'second';
}

function lead(margin: number): string {
  if (margin === 0) return 'is level';
  return `${margin > 0 ? 'leads' : 'trails'} by ${(Math.abs(margin) * 100).toFixed(1)} points`;
}
