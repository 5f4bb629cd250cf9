import { lazy, type ComponentType } from 'react';
import { Region } from '../../../ui/index.ts';
import type { ScoringPaneProps } from './scoring-pane.tsx';

/**
 * Fetches the panel, which a first visit needs nothing of. Called when a run begins: by its end the network may be gone,
 * and the run must be shown all the same.
 */
export async function fetchScoringPane(): Promise<ComponentType<ScoringPaneProps>> {
  try {
    return (await import('./scoring-pane.tsx')).ScoringPane;
  } catch {
    return NotFetched;
  }
}

export const ScoringPane = lazy(async () => ({ default: await fetchScoringPane() }));

function NotFetched() {
  return (
    <Region name="Scorers">
      <p>
        The scorers’ panel could not be fetched. The run is kept: reload the page when the network
        is back, and open it from “Runs”.
      </p>
    </Region>
  );
}
