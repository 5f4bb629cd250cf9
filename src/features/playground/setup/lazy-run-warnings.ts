import { latePart } from '../../../ui/index.ts';

/** Fetched when something was changed: there is nothing to be said of the set-up that a first visit begins with. */
export const { Part: RunWarnings } = latePart(
  async () => (await import('./run-warnings.tsx')).RunWarnings,
  'What this set-up may run into could not be looked at: the network is away.',
);
