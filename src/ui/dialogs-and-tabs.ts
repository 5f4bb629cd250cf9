/** The controls that a first visit needs nothing of, behind a door of their own so that they are fetched late. */
export * from './layout/dialog.tsx';
export * from './layout/tab-set.tsx';
