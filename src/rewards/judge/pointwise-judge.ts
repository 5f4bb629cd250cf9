import type { RewardContribution, RewardModel } from '../../core/index.ts';
import {
  askJudge,
  judgeSettings,
  SMALL_JUDGE_WARNING,
  type JudgeDependencies,
  percent,
  readChoices,
  type ChoiceReading,
} from './ask-judge.ts';
import { checkJudgePrompt, POINTWISE_JUDGE } from './judge-prompts.ts';

const RATINGS = [1, 2, 3, 4, 5];

/**
 * A policy as judge: a rating from 1 to 5, the mean of the digits weighted with their probability at the first token of the
 * judge's answer (G-Eval, Liu et al. 2023), renormalised over the digits seen. One call for each response. The contribution
 * of a digit is the digit times its probability; how much probability fell outside the digits is in what was measured.
 *
 * Its scores reject where no digit is seen or the policy fails.
 *
 * @throws RangeError where the rubric text lacks a placeholder, its message a sentence for people
 */
export function createPointwiseJudge(dependencies: JudgeDependencies): RewardModel {
  checkJudgePrompt('pointwise', dependencies.rubricText);
  return {
    description: {
      id: POINTWISE_JUDGE,
      name: `Judge: rating by ${dependencies.policy.description.name}`,
      version: 2,
      summary: `A language model is asked to rate the response from 1 to 5; the reward is the mean of the digits, weighted with their probability in its answer (G-Eval, Liu et al. 2023). Not a measured quality: a judge can be led by length, tone or words meant for it. ${SMALL_JUDGE_WARNING}`,
      settings: judgeSettings(dependencies),
    },
    async score(request, signal) {
      const { prompt, response, conditionedOn } = request;
      const values = { prompt, response };
      const { tokens, usage } = await askJudge(dependencies, request, values, signal);
      const breakdown = contributions(readChoices(tokens, RATINGS.map(String)));
      const value = breakdown.reduce((sum, contribution) => sum + contribution.value, 0);
      return { value, breakdown, conditionedOn, usage };
    },
  };
}

function contributions({ shares, mass }: ChoiceReading): readonly RewardContribution[] {
  return RATINGS.map((rating, place) => {
    const share = shares[place] ?? 0;
    return {
      id: `rating-${String(rating)}`,
      label: `Rating ${String(rating)}`,
      value: rating * share,
      measured: `${percent(share)} of what the digits hold; digits hold ${percent(mass)} of the probability`,
    };
  });
}
