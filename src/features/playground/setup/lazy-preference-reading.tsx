import { lazy } from 'react';
import { Note } from '../../../ui/index.ts';

/** The words that preferences are read by are many, and what is measured of one may be said a moment later. */
export const PreferenceReading = lazy(async () => {
  try {
    return { default: (await import('./preference-reading.tsx')).PreferenceReading };
  } catch {
    return { default: NotFetched };
  }
});

function NotFetched() {
  return (
    <Note>
      What is measured of the preference could not be fetched. Reload the page when the network is
      back.
    </Note>
  );
}
