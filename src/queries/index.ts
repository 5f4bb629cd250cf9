/** What is saved or far away, as TanStack Query options. */
export * from './saved-runs.ts';
export * from './saved-runs.ts';
export * from './model-catalog.ts';
