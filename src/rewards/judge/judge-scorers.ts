import { late, type RewardRequest, type ScoringCall } from '../../core/index.ts';
import type { PairwiseScorer, PointwiseScorer } from '../scorer-contract.ts';
import { valueOf } from '../scorer-settings.ts';
import {
  JUDGE_PROMPT_SETTINGS,
  judgeMessages,
  judgePromptField,
  judgePromptKept,
  PAIRWISE_JUDGE,
  POINTWISE_JUDGE,
} from './judge-prompts.ts';

const pointwise = late('The judge', () => import('./pointwise-judge.ts'));
const pairwise = late('The judge', () => import('./pairwise-judge.ts'));

/** What the judge asks of its policy for each response: the response stands in the question itself. */
function pointwiseJudgeCalls(
  against: Pick<RewardRequest, 'prompt' | 'preference' | 'conditionedOn'>,
  rubricText: string,
): readonly ScoringCall[] {
  const messages = judgeMessages(rubricText, against, { prompt: against.prompt, response: '' });
  return [{ messages, mostTokens: null, freeWhereSampled: false }];
}

export const pointwiseJudge: PointwiseScorer = {
  id: POINTWISE_JUDGE,
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
  code: pointwise,
  make: async ({ values }, { policy }) =>
    (await pointwise.load()).createPointwiseJudge({
      policy: await policy(),
      rubricText: valueOf(values, JUDGE_PROMPT_SETTINGS.pointwise),
    }),
};

export const pairwiseJudge: PairwiseScorer = {
  id: PAIRWISE_JUDGE,
  name: 'Judge: pairs, in both orders',
  about: 'The model’s own verdict on two responses; a verdict that turns with the order is a tie.',
  cost: 'Two short calls of the model for each pair; each response meets four others.',
  reads: 'policy',
  needs: 'likeliest-tokens',
  comparesPairs: true,
  fields: [judgePromptField('pairwise')],
  settingsKept: (description) => judgePromptKept('pairwise', description),
  code: pairwise,
  make: async ({ values }, { policy }) =>
    (await pairwise.load()).createPairwiseJudge({
      policy: await policy(),
      rubricText: valueOf(values, JUDGE_PROMPT_SETTINGS.pairwise),
    }),
};
