import { latePart } from '../../../ui/index.ts';

/** What a run came to. Fetched when a run begins: by its end the network may be gone. */
export const { Part: WinnersAndAccounts, fetch: fetchWinnersAndAccounts } = latePart(
  async () => (await import('./winners-and-accounts.tsx')).WinnersAndAccounts,
  'Winners and accounts could not be fetched. Reload the page when the network is back.',
);
