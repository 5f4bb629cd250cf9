import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/** Leads the focus to the screen that the address names now, where the one before has taken it along: it never falls to the body. */
export function useFocusOnScreen(mainId: string): void {
  const [path] = useLocation();
  const screen = screenOf(path);
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    if (document.activeElement === document.body) document.getElementById(mainId)?.focus();
  }, [mainId, screen]);
}

/** All addresses of runs are the playground's. */
function screenOf(path: string): string {
  return /^\/(?:(?:runs|models|recorded)$|beside\/)/.test(path) ? path : '/';
}
