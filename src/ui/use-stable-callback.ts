import { useCallback, useInsertionEffect, useRef } from 'react';

/**
 * A callback that stays the same function while what it does changes: for components that are drawn again only when what
 * they show changes. To be called by events, never while drawing.
 */
export function useStableCallback<Arguments extends readonly unknown[], Result>(
  callback: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  const latest = useRef(callback);
  useInsertionEffect(() => {
    latest.current = callback;
  });
  return useCallback((...given: Arguments) => latest.current(...given), []);
}
