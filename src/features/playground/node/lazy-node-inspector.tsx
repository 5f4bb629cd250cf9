import { lazy, type ComponentType } from 'react';
import { Note } from '../../../ui/index.ts';
import type { NodeInspectorProps } from './node-inspector.tsx';

/** Fetches what shows one node, which there is none of on a first visit. Called when a run begins: by its end the network may be gone. */
export async function fetchNodeInspector(): Promise<ComponentType<NodeInspectorProps>> {
  try {
    return (await import('./node-inspector.tsx')).NodeInspector;
  } catch {
    return NotFetched;
  }
}

export const NodeInspector = lazy(async () => ({ default: await fetchNodeInspector() }));

function NotFetched() {
  return (
    <Note role="alert">
      What shows a node could not be fetched. Reload the page when the network is back.
    </Note>
  );
}
