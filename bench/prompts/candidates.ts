import {
  CHAT_PROMPTS,
  ONE_TURN_PROMPTS,
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
  'one-turn, shorter': ONE_TURN_PROMPTS,
  'one-turn, livelier': { ...ONE_TURN_PROMPTS, example: LIVELIER },
} as const satisfies Record<string, PromptTemplates>;

/** What is tried, in the order of the table. */
export const CANDIDATES: readonly Candidate[] = [
  { prompts: 'chat', sampling: 'presence-0' },
  { prompts: 'one-turn, shorter', sampling: 'presence-0' },
  { prompts: 'one-turn, livelier', sampling: 'presence-0' },
  { prompts: 'chat', sampling: 'presence-1.2' },
];
