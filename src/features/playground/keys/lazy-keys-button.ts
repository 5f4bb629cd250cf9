import { lazy } from 'react';

/** Fetched when the page stands: nobody begins with it. */
export const KeysButton = lazy(async () => {
  const { KeysButton: button } = await import('./keys-button.tsx');
  return { default: button };
});
