/**
 * Many runs as one queue: what is sampled next, what is finished, and how many calls are under way over all of them; and what
 * finished runs say together. Where runs are kept and how they are shown comes from outside.
 *
 * study: prompts × arms × seeds · queue: runs that one policy samples · flight: the calls under way · text: a draft, a feedback or a refinement ·
 * finding: what the runs of one group say of their arms, over prompts · group: runs whose rewards may be averaged · caveat: why a finding says
 * less than it seems to · prompt set: prompts with their preferences, built in or read from a file ·
 * workshop: works out findings beside the page's thread ·
 * toy world: a model of rewards to think in before sampling, never a measurement ·
 * set: runs that are one line of an overlay, of one group and one part such as a study · scale: the scorer, version and settings that rewards
 * are measured in · training data: rows that a model is trained on, of what runs teach
 */
export * from './sample-runs.ts';
export { AwakeClock, everyByTimer } from './awake-clock.ts';
export { TextsCount, type TextsProgress } from './texts-progress.ts';
export * from './study.ts';
export { estimateStudy, guessRatio, textsOfRun, textsOfStudy } from './estimate-study.ts';
export { type KeptStudy, NOTHING_SPENT, paceOfStudy } from './kept/kept-study.ts';
export { lackingRunsOf, type LackingRuns, storedRunsOf } from './kept/runs-left.ts';
export { createStudyStore, type StudyStore } from './kept/study-store.ts';
export * from './set-up/study-set-up.ts';
export { firstPrompts, withSharedPreferences } from './set-up/shared-preferences.ts';
export { readTypedPrompts, type ReadPrompts } from './set-up/typed-prompts.ts';
export * from './study-controller.ts';
export { fitToyWorld, type FittedWorld } from './calculator/fit-toy-world.ts';
export * from './calculator/toy-world.ts';
export * from './findings/arms-of-runs.ts';
export * from './findings/caveats.ts';
export type { CurvePoint, Finding } from './findings/finding.ts';
export type { HeadToHead } from './findings/head-to-head.ts';
export { readingsOfRun, type RunFacts } from './findings/run-facts.ts';
export {
  comparedCells,
  isBestPartlyLuck,
  type SplitCell,
  type SplitMap,
  splitMapOverPrompts,
  type SplitMeasure,
} from './findings/split-map.ts';
export {
  splitNames,
  type SplitOverPrompts,
  type SplitReading,
} from './findings/splits-over-prompts.ts';
export * from './prompt-sets/built-in-prompt-set.ts';
export { openPromptFile, type PromptFile } from './prompt-sets/open-prompt-file.ts';
export type { AskedColumns, PromptColumns } from './prompt-sets/prompt-columns.ts';
export * from './prompt-sets/read-prompt-set.ts';
export * from './overlay/overlay.ts';
export * from './overlay/run-sets.ts';
export { createWorkshop } from './workshop/create-workshop.ts';
export { THREAD_WORKSHOP, type Workshop } from './workshop/workshop.ts';
export type { WorkName, Works } from './workshop/works.ts';
export { namedGroups, type NamedGroup } from './findings/run-group.ts';
export type { TrainingDataOptions } from './training-data/dataset-card.ts';
export { TrainingData, type TrainingFile } from './training-data/training-data.ts';
