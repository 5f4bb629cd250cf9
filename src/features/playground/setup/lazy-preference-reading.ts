import { latePart } from '../../../ui/index.ts';

/** The words that preferences are read by are many, and what is measured of one may be said a moment later. */
export const { Part: PreferenceReading } = latePart(
  async () => (await import('./preference-reading.tsx')).PreferenceReading,
  'What is measured of the preference could not be fetched. Reload the page when the network is back.',
);
