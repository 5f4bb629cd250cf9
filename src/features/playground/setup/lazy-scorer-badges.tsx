import { lazy } from 'react';
import { Note } from '../../../ui/index.ts';

/** The table of what was measured stands in a part of the set-up that is closed at first. */
export const ScorerBadges = lazy(async () => {
  try {
    return { default: (await import('../scorer/scorer-badges.tsx')).ScorerBadges };
  } catch {
    return { default: NotFetched };
  }
});

function NotFetched() {
  return (
    <Note>
      How often it prefers the better of two answers could not be fetched. Reload the page when the
      network is back.
    </Note>
  );
}
