import { lazy, type ComponentType } from 'react';
import { Region } from '../../../ui/index.ts';
import type { WishPaneProps } from './wish-pane.tsx';

/** Fetched when a person changes the preference of what is on screen. */
async function fetchWishPane(): Promise<ComponentType<WishPaneProps>> {
  try {
    return (await import('./wish-pane.tsx')).WishPane;
  } catch {
    return NotFetched;
  }
}

export const WishPane = lazy(async () => ({ default: await fetchWishPane() }));

function NotFetched() {
  return (
    <Region name="Another preference">
      <p>
        The picture is scored for the preference that is set up, not for the run’s own. What that
        means could not be fetched: reload the page when the network is back.
      </p>
    </Region>
  );
}
