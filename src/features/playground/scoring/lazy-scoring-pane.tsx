import { latePart, Region } from '../../../ui/index.ts';

/**
 * A first visit needs nothing of it. Fetched when a run begins: by its end the network may be gone, and the run must be shown
 * all the same.
 */
export const { Part: ScoringPane, fetch: fetchScoringPane } = latePart(
  async () => (await import('./scoring-pane.tsx')).ScoringPane,
  NotFetched,
);

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
