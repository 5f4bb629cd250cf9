import { latePart } from '../../../ui/index.ts';

/** Fetched when something was changed: there is nothing to be said of the set-up that a first visit begins with. */
export const { Part: RunWarnings } = latePart(
  async () => (await import('./run-warnings.tsx')).RunWarnings,
  'Warnings could not be fetched. Reload the page when the network is back.',
);
