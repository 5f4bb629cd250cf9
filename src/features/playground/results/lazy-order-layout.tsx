import { lazy, type ComponentType } from 'react';
import { Note } from '../../../ui/index.ts';
import type { OrderLayoutProps } from './order-layout.tsx';

/**
 * Fetches the trees in the order sampled, which a first visit needs nothing of. Called when a run begins: by its end the
 * network may be gone.
 */
export async function fetchOrderLayout(): Promise<ComponentType<OrderLayoutProps>> {
  try {
    return (await import('./order-layout.tsx')).OrderLayout;
  } catch {
    return NotFetched;
  }
}

export const OrderLayout = lazy(async () => ({ default: await fetchOrderLayout() }));

function NotFetched() {
  return (
    <Note role="alert">
      This layout could not be fetched. Reload the page when the network is back; the other shows
      the same responses.
    </Note>
  );
}
