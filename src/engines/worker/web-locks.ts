/** The browser's locks, for a page and its workers; null where there are none, as on an address without https. */
export function webLocks(): Pick<LockManager, 'request'> | null {
  return 'locks' in navigator ? navigator.locks : null;
}
