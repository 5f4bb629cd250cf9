import type {
  RewardContribution,
  RewardModel,
  RewardRequest,
  ScoringCall,
} from '../../core/index.ts';
import {
  askJudge,
  judgeMessages,
  judgeSettings,
  SMALL_JUDGE_WARNING,
  type JudgeDependencies,
  percent,
  readChoices,
  type ChoiceReading,
} from './ask-judge.ts';
import type { PointwiseScorer } from '../scorer-contract.ts';
import { valueOf } from '../scorer-settings.ts';
import {
  checkJudgePrompt,
  JUDGE_PROMPT_SETTINGS,
  judgePromptField,
  judgePromptKept,
} from './judge-prompts.ts';

const ID = 'judge-pointwise';

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
      id: ID,
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

/** What the judge asks of its policy for each response: the response stands in the question itself. */
function pointwiseJudgeCalls(
  against: Pick<RewardRequest, 'prompt' | 'preference' | 'conditionedOn'>,
  rubricText: string,
): readonly ScoringCall[] {
  const messages = judgeMessages(rubricText, against, { prompt: against.prompt, response: '' });
  return [{ messages, mostTokens: null, freeWhereSampled: false }];
}

export const pointwiseJudge: PointwiseScorer = {
  id: ID,
  name: 'Judge: rating from 1 to 5',
  about:
    'The model’s own rating, read off the probabilities of the digits. A small model is no usable judge.',
  cost: 'One short call of the model for each response.',
  reads: 'policy',
  needs: 'likeliest-tokens',
  comparesPairs: false,
  alsoCalled: ['judge'],
  fields: [judgePromptField('pointwise')],
  settingsKept: (description) => judgePromptKept('pointwise', description),
  calls: (against, { values }) =>
    pointwiseJudgeCalls(against, valueOf(values, JUDGE_PROMPT_SETTINGS.pointwise)),
  make: async ({ values }, { policy }) =>
    createPointwiseJudge({
      policy: await policy(),
      rubricText: valueOf(values, JUDGE_PROMPT_SETTINGS.pointwise),
    }),
};

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
