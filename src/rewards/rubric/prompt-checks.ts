import type { PromptCheck } from './check.ts';
import { answersPrompt } from './checks/answers-prompt.ts';
import { copying } from './checks/copying.ts';
import { emptyItems } from './checks/empty-items.ts';
import { metaTalk } from './checks/meta-talk.ts';
import { noRepetition } from './checks/no-repetition.ts';
import { sentenceCompleteness } from './checks/sentence-completeness.ts';
import { substance } from './checks/substance.ts';

/** The checks that need no preference: active under either conditioning. */
export const promptChecks: readonly PromptCheck[] = [
  answersPrompt,
  substance,
  sentenceCompleteness,
  noRepetition,
  copying,
  metaTalk,
  emptyItems,
];
