import { lazy } from 'react';

/** Fetched when the page stands: nobody begins with it. */
export const CopyLink = lazy(async () => {
  const { CopyLink: button } = await import('./copy-link.tsx');
  return { default: button };
});
