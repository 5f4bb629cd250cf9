import {
  CHAT_PROMPTS,
  ONE_TURN_PROMPTS,
  PAPER_SAMPLING,
  type PromptTemplates,
  type SamplingSettings,
} from '../../src/core/index.ts';

/** Words and settings that are tried, each under the name that the results are kept by: one that is changed gets another name. */
export interface Candidate {
  readonly prompts: keyof typeof PROMPTS;
  readonly sampling: keyof typeof SAMPLINGS;
}

const MOST_TOKENS = 90;

export const FEEDBACK_TOKENS = 60;

const paper: SamplingSettings = { ...PAPER_SAMPLING, maxTokens: MOST_TOKENS };

export const SAMPLINGS = {
  'presence-1.2': paper,
  'presence-0': { ...paper, presencePenalty: 0 },
} as const satisfies Record<string, SamplingSettings>;

const QUOTED = 'Question: {prompt}\n\nWish: {preference}\n\nAnswer: {response}\n\n';

const BULLETS = `${QUOTED}In one or two short bullet points, say what to change so that the answer fits the wish.`;

/** Ends as the draft's request does. */
const QUESTION_LAST: PromptTemplates = {
  layout: 'one-turn',
  feedback: BULLETS,
  refinement:
    'A first answer:\n{response}\n\nWhat to change:\n{feedback}\n\nNow answer the question better:\n\n{prompt}\n\n{preference}',
  refinementWithoutFeedback:
    'A first answer:\n{response}\n\nNow answer the question better:\n\n{prompt}\n\n{preference}',
};

const POINT =
  '{prompt}\n\n{preference}\n\nA first answer:\n{response}\n\nIn one short sentence: what should a better answer say?';

/** The model writes on about the question rather than judge an answer: it is asked for what that gives. */
const MISSING_POINTS =
  '{prompt}\n\n{preference}\n\nA first answer:\n{response}\n\nList two short points that are missing from this answer.';

/**
 * In the words of tasks that the embedded model was trained on: a text is to be rewritten. The question isn’t quoted, so these are
 * compared with, not chosen.
 */
const REWRITING: PromptTemplates = {
  layout: 'one-turn',
  feedback: `${QUOTED}Name one change, in one short sentence, that makes this answer fit the wish better.`,
  refinement: '{response}\n\nRewrite the text above. {feedback} {preference}',
  refinementWithoutFeedback: '{response}\n\nRewrite the text above. {preference}',
  ...(ONE_TURN_PROMPTS.example === undefined
    ? {}
    : {
        example: {
          ...ONE_TURN_PROMPTS.example,
          feedback: 'Say it in two short sentences with simple words.',
        },
      }),
};

export const PROMPTS = {
  chat: CHAT_PROMPTS,
  'one-turn, shorter': ONE_TURN_PROMPTS,
  'question last': QUESTION_LAST,
  'question last, example': {
    ...QUESTION_LAST,
    ...(ONE_TURN_PROMPTS.example === undefined ? {} : { example: ONE_TURN_PROMPTS.example }),
  },
  'question last, one point': {
    ...QUESTION_LAST,
    feedback: POINT,
    refinement:
      'A first answer:\n{response}\n\nA better answer says: {feedback}\n\nNow answer the question better:\n\n{prompt}\n\n{preference}',
  },
  'question last, missing points': {
    ...QUESTION_LAST,
    feedback: MISSING_POINTS,
    refinement:
      'A first answer:\n{response}\n\nPoints that are missing:\n{feedback}\n\nNow answer the question better:\n\n{prompt}\n\n{preference}',
  },
  rewriting: REWRITING,
  'rewriting, missing points': {
    layout: 'one-turn',
    feedback: MISSING_POINTS,
    refinement: '{response}\n\n{feedback}\n\nRewrite the text above. {preference}',
    refinementWithoutFeedback: REWRITING.refinementWithoutFeedback,
  },
} as const satisfies Record<string, PromptTemplates>;

/** What is tried, in the order of the table. */
export const CANDIDATES: readonly Candidate[] = [
  { prompts: 'chat', sampling: 'presence-0' },
  { prompts: 'one-turn, shorter', sampling: 'presence-0' },
  { prompts: 'question last', sampling: 'presence-0' },
  { prompts: 'question last, example', sampling: 'presence-0' },
  { prompts: 'question last, one point', sampling: 'presence-0' },
  { prompts: 'question last, missing points', sampling: 'presence-0' },
  { prompts: 'rewriting', sampling: 'presence-0' },
  { prompts: 'rewriting, missing points', sampling: 'presence-0' },
  { prompts: 'chat', sampling: 'presence-1.2' },
];
