import { lazy, type ComponentType } from 'react';
import { Region } from '../../../ui/index.ts';
import type { VerdictPaneProps } from './verdict-pane.tsx';

/** Fetches the verdict, which a first visit needs nothing of. Called when a run begins: by its end the network may be gone. */
export async function fetchVerdictPane(): Promise<ComponentType<VerdictPaneProps>> {
  try {
    return (await import('./verdict-pane.tsx')).VerdictPane;
  } catch {
    return NotFetched;
  }
}

export const VerdictPane = lazy(async () => ({ default: await fetchVerdictPane() }));

function NotFetched() {
  return (
    <Region name="Verdict">
      <p>The verdict could not be fetched. The picture below and the winners hold all it tells.</p>
    </Region>
  );
}
