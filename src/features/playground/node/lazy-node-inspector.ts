import { latePart } from '../../../ui/index.ts';

/** Shows one node, which there is none of on a first visit. Fetched when a run begins: by its end the network may be gone. */
export const { Part: NodeInspector, fetch: fetchNodeInspector } = latePart(
  async () => (await import('./node-inspector.tsx')).NodeInspector,
  'What shows a node could not be fetched. Reload the page when the network is back.',
);
