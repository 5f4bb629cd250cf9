import { latePart } from '../../ui/index.ts';

/** Asks before a model is fetched from elsewhere: fetched when there is something to ask. */
export const { Part: ConsentDialog } = latePart(
  async () => (await import('../model-consent-dialog.tsx')).ConsentDialog,
  'The model has to be fetched, and the network seems to be gone. Choose one that is here already, or try again when it is back.',
);
