import { latePart } from '../../../ui/index.ts';
import type { ScorerBadgesProps } from '../scorer/scorer-badges.tsx';

/** The table of what was measured stands in a part of the set-up that is closed at first. */
export const { Part: ScorerBadges } = latePart<ScorerBadgesProps>(
  async () => (await import('../scorer/scorer-badges.tsx')).ScorerBadges,
  'How accurate it is could not be fetched. Reload the page when the network is back.',
);
