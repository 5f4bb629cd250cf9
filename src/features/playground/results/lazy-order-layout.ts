import { latePart } from '../../../ui/index.ts';

/** The trees in the order sampled, which a first visit needs nothing of. Fetched when a run begins: by its end the network may be gone. */
export const { Part: OrderLayout, fetch: fetchOrderLayout } = latePart(
  async () => (await import('./order-layout.tsx')).OrderLayout,
  'This layout could not be fetched. Reload the page when the network is back; the other shows the same responses.',
);
