/** What is saved or far away, as TanStack Query options. */
export * from './saved-runs-queries.ts';
export * from './saved-runs-queries.ts';
export * from './model-catalog-query.ts';
export * from './recorded-runs-queries.ts';
export * from './model-servers-queries.ts';
