import { latePart, Region } from '../../../ui/index.ts';

/** Fetched when a person changes the preference of what is on screen. */
export const { Part: WishPane } = latePart(
  async () => (await import('./wish-pane.tsx')).WishPane,
  NotFetched,
);

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
