import { PolicyError, type Policy, type TextScorer } from './policy.ts';

/**
 * What an engine may be able to do beside writing, each with the sentence that the page says where one can't: which scorers
 * that costs is the scorers' to tell.
 */
export const MISSING_ABILITIES = {
  'score-text': 'The chosen model’s engine can’t read how likely a given text is.',
  'log-probabilities': 'The chosen model’s engine doesn’t tell how likely its tokens are.',
  'likeliest-tokens':
    'The chosen model’s engine doesn’t tell which tokens were likeliest at each place.',
} as const;

export type PolicyAbility = keyof typeof MISSING_ABILITIES;

/**
 * The policy as one that reads texts.
 *
 * @throws PolicyError with a sentence where its engine can't.
 */
export function textScorerOf(policy: Policy): TextScorer {
  if (scoresText(policy)) return policy;
  const { name } = policy.description;
  throw new PolicyError(
    'engine-failed',
    `${MISSING_ABILITIES['score-text']} Choose another scorer, or another model than ${name}.`,
  );
}

function scoresText(policy: Policy): policy is Policy & TextScorer {
  return policy.scoreText !== undefined;
}
