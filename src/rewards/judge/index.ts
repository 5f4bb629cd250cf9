export {
  DEFAULT_JUDGE_PROMPTS,
  JUDGE_PROMPT_SETTINGS,
  judgePromptProblem,
  type JudgeKind,
  type JudgePrompts,
} from './judge-prompts.ts';
export type { JudgeDependencies, JudgePolicy } from './ask-judge.ts';
export { createPairwiseJudge, pairwiseJudge } from './pairwise-judge.ts';
export { createPointwiseJudge, pointwiseJudge, pointwiseJudgeCalls } from './pointwise-judge.ts';
