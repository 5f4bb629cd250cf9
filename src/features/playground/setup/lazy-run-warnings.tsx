import { lazy } from 'react';
import { Note } from '../../../ui/index.ts';

/** Fetched when something was changed: there is nothing to be said of the set-up that a first visit begins with. */
export const RunWarnings = lazy(async () => {
  try {
    return { default: (await import('./run-warnings.tsx')).RunWarnings };
  } catch {
    return { default: NotFetched };
  }
});

function NotFetched() {
  return <Note>What this set-up may run into could not be looked at: the network is away.</Note>;
}
