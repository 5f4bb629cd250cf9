/**
 * Many runs as one queue: what is sampled next, what is finished, and how many calls are under way over all of them. Where runs
 * are kept and how they are shown comes from outside.
 *
 * study: prompts × arms × seeds · queue: runs that one policy samples · flight: the calls under way · text: a draft, a feedback or a refinement
 */
export * from './sample-runs.ts';
export { TextsCount, type TextsProgress } from './texts-progress.ts';
export * from './study.ts';
