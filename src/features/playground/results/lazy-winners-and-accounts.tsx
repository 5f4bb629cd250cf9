import { lazy, type ComponentType } from 'react';
import { Note } from '../../../ui/index.ts';
import type { WinnerCardsProps } from './winner-cards.tsx';

/** Fetches what a run came to. Called when a run begins: by its end the network may be gone. */
export async function fetchWinnersAndAccounts(): Promise<ComponentType<WinnerCardsProps>> {
  try {
    return (await import('./winners-and-accounts.tsx')).WinnersAndAccounts;
  } catch {
    return NotFetched;
  }
}

export const WinnersAndAccounts = lazy(async () => ({ default: await fetchWinnersAndAccounts() }));

function NotFetched() {
  return (
    <Note role="alert">
      Winners and accounts could not be fetched. Reload the page when the network is back.
    </Note>
  );
}
