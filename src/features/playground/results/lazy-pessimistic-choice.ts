import { latePart } from '../../../ui/index.ts';

/** Another choice among the same responses, folded at first. Fetched when it is opened. */
export const { Part: PessimisticChoice } = latePart(
  async () => (await import('./pessimistic-winners.tsx')).PessimisticChoice,
  'The pessimistic choice could not be fetched. Reload the page when the network is back.',
);
