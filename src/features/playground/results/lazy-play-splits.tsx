import { lazy, type ComponentType } from 'react';
import { Note } from '../../../ui/index.ts';
import type { PlaySplitsProps } from './play-splits.tsx';

/** Fetches what plays splits, which a first visit needs nothing of. Called when a run begins: by its end the network may be gone. */
export async function fetchPlaySplits(): Promise<ComponentType<PlaySplitsProps>> {
  try {
    return (await import('./play-splits.tsx')).PlaySplits;
  } catch {
    return NotFetched;
  }
}

export const PlaySplits = lazy(async () => ({ default: await fetchPlaySplits() }));

function NotFetched() {
  return (
    <Note role="alert">
      What plays other splits could not be fetched. Reload the page when the network is back.
    </Note>
  );
}
