/** Several views of one thing: a door of its own, so that a first visit draws before it is fetched. */
export * from './layout/tab-set.tsx';
