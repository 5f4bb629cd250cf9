import {
  CHAT_PROMPTS,
  PAPER_SAMPLING,
  type PromptTemplates,
  type SamplingSettings,
  type WorkedExample,
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

const ONE_TURN: PromptTemplates = {
  layout: 'one-turn',
  feedback: `${QUOTED}In one or two short bullet points, say what to change so that the answer fits the wish.`,
  refinement: `${QUOTED}What to change:\n{feedback}\n\nWrite the answer again, so that it fits the wish. Write only the new answer.`,
  refinementWithoutFeedback: `${QUOTED}Write the answer again, so that it fits the wish. Write only the new answer.`,
};

/** Its wish is about length and words. */
const SHORTER: WorkedExample = {
  prompt: 'Why do cats purr?',
  preference: 'Two sentences, in simple words.',
  response:
    'Purring is a vocalisation that felines produce by rapid movements of the laryngeal muscles. It occurs in a variety of contexts. Contentment is the most common of them. However, cats that are injured may also purr, which is thought to have a soothing function.',
  feedback:
    '- Say it in two sentences: the answer has four.\n- Use simple words in place of “vocalisation”, “laryngeal” and “contexts”.',
  refinement:
    'Cats purr when they feel safe and happy. They also purr when they are hurt, because it calms them.',
};

/** Its wish is about tone, and its refinement as long as what it refines. */
const LIVELIER: WorkedExample = {
  prompt: 'Why do cats purr?',
  preference: 'Make it lively, with an example.',
  response:
    'Cats purr because of movements of the muscles in their throat. They purr when they are content. They may also purr when they are injured, because it calms them.',
  feedback:
    '- Add an example: the answer has none.\n- Make it lively: the sentences are dry and all alike.',
  refinement:
    'Put a cat on a warm lap and the little engine starts! Its throat muscles flutter, and out comes a purr that says “life is good”. But a cat can purr at the vet, too: when something hurts, humming to itself calms it down.',
};

export const PROMPTS = {
  chat: CHAT_PROMPTS,

  'one-turn, shorter': { ...ONE_TURN, example: SHORTER },
  'one-turn, livelier': { ...ONE_TURN, example: LIVELIER },
} as const satisfies Record<string, PromptTemplates>;

/** What is tried, in the order of the table. */
export const CANDIDATES: readonly Candidate[] = [
  { prompts: 'chat', sampling: 'presence-0' },
  { prompts: 'one-turn, shorter', sampling: 'presence-0' },
  { prompts: 'one-turn, livelier', sampling: 'presence-0' },
  { prompts: 'chat', sampling: 'presence-1.2' },
];
