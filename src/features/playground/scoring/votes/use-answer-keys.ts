import { useEffect } from 'react';

/**
 * Tells which key was pressed anywhere on the page, wherever the focus stands. A key held down tells once, so that it can't
 * answer questions that nobody has read; keys with a modifier belong to the browser.
 *
 * @param onKey returns whether it took the key.
 */
export function useAnswerKeys(onKey: (key: string) => boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (onKey(event.key)) event.preventDefault();
    };
    // On the way down: dialogs keep arrow keys from coming up again.
    document.addEventListener('keydown', listen, { capture: true });
    return () => {
      document.removeEventListener('keydown', listen, { capture: true });
    };
  });
}
