/** What asks for a decision: a door of its own, so that it is fetched when something is to be asked. */
export * from './layout/dialog.tsx';
