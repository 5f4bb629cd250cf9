import { useEffect, useState } from 'react';
import type { Badge } from '../../rewards/index.ts';

/** `unread`: what is needed to find them couldn't be fetched. */
export type FoundBadges = readonly Badge[] | 'under-way' | 'unread';

/** The badges that `find` finds; those found before stay until there are new ones. */
export function useBadges(find: () => Promise<readonly Badge[]>): FoundBadges {
  const [found, setFound] = useState<FoundBadges>('under-way');
  useEffect(() => {
    let isWanted = true;
    const show = (badges: FoundBadges): void => {
      if (isWanted) setFound(badges);
    };
    find().then(show, () => {
      show('unread');
    });
    return () => {
      isWanted = false;
    };
  }, [find]);
  return found;
}
