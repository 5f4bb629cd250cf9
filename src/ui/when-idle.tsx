import { type ReactNode, Suspense, useSyncExternalStore } from 'react';

/** However busy the browser is, in milliseconds. */
const LONGEST_WAIT = 2_000;

/** Does it once everything that the page was asked with has come and the browser has nothing to do; at once where that was. */
export function whenIdle(act: () => void): void {
  const wait = (): void => {
    // Safari knows no idle time.
    if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: LONGEST_WAIT });
    else setTimeout(act);
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
}

let wasIdle = false;

function subscribe(listener: () => void): () => void {
  let isOff = false;
  whenIdle(() => {
    wasIdle = true;
    if (!isOff) listener();
  });
  return () => {
    isOff = true;
  };
}

export interface WhenIdleProps {
  /** What is lazy: fetched once the page stands. */
  readonly children: ReactNode;
  /** Stands for it, as large as it, until it is there. */
  readonly fallback?: ReactNode;
}

/** What the first picture doesn't need, and nobody should have to ask for: it comes when the browser has nothing else to do. */
export function WhenIdle({ children, fallback = null }: WhenIdleProps) {
  const isTime = useSyncExternalStore(subscribe, () => wasIdle);
  return isTime ? <Suspense fallback={fallback}>{children}</Suspense> : fallback;
}
