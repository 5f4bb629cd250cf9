import { useCallback, useSyncExternalStore } from 'react';

/** Whether the window, or what its system asks for, fits a media query; followed as it changes. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => {
        list.removeEventListener('change', listener);
      };
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  );
}

/** Where the page is a phone's: the words on a picture are folded, so that it is in view itself. The style sheets’ narrow layout begins at the same width. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 700px)');
}
