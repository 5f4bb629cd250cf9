export {
  DEFAULT_JUDGE_PROMPTS,
  judgePromptProblem,
  type JudgeKind,
  type JudgePrompts,
} from './judge-prompts.ts';
export type { JudgeDependencies, JudgePolicy } from './ask-judge.ts';
export { createPairwiseJudge } from './pairwise-judge.ts';
export { createPointwiseJudge, pointwiseJudgeCalls } from './pointwise-judge.ts';
