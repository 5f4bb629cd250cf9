import { type ComponentType, lazy } from 'react';
import { Problem } from '../../ui/index.ts';
import type { ConsentDialogProps } from './model-consent-dialog.tsx';

/** Fetches what asks before a model is fetched from elsewhere. */
async function fetchConsentDialog(): Promise<ComponentType<ConsentDialogProps>> {
  try {
    return (await import('./model-consent-dialog.tsx')).ConsentDialog;
  } catch {
    return NotFetched;
  }
}

export const ConsentDialog = lazy(async () => ({ default: await fetchConsentDialog() }));

function NotFetched() {
  return (
    <Problem role="alert">
      The model has to be fetched, and the network seems to be gone. Choose one that is here
      already, or try again when it is back.
    </Problem>
  );
}
