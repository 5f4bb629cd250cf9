import { latePart } from '../../../ui/index.ts';

/** The tree as a list, which is folded at first. Fetched when a run begins: by its end the network may be gone. */
export const { Part: TreeOutline, fetch: fetchTreeOutline } = latePart(
  async () => (await import('../../../viz/order-picture/tree-outline.tsx')).TreeOutline,
  'The list could not be fetched. Reload the page when the network is back; the picture shows the same responses.',
);
