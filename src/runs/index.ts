/** The framework-free controller of runs: what is on screen, and the model in memory. */
export * from './chosen-model.ts';
export * from './known-model.ts';
export * from './kept-pace.ts';
export * from './model-consent.ts';
export * from './model-session.ts';
export * from './shown-scoring.ts';
export { paceDrawings } from './drawing-pace.ts';
export * from './observable.ts';
export * from './played-run.ts';
export * from './progress-and-time-left.ts';
// Fetched when it is wanted: whoever reads a run so imports the file itself.
export type { ReadForPreference } from './read-for-preference.ts';
export * from './recorded-run.ts';
export * from './run-actions.ts';
export * from './run-controller.ts';
export { canResume, checkModelAndScorer, checkSameScorer } from './resume-run.ts';
export type { Keeping } from './run-keeper.ts';
export * from './one-tab-run-lock.ts';
export { isBusy, lastTime, type RunView, type ScoringProgress, storedTree } from './run-view.ts';
export * from './injected-scorers.ts';
export * from './splits-of-run.ts';
