import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useStableCallback } from './use-stable-callback.ts';

/** A key that does something wherever the focus is. */
export interface Shortcut {
  /** As `KeyboardEvent.key` names it; letters small. */
  readonly key: string;
  /** Pressed with Ctrl, or with the command key: then it counts in fields too, and can't be turned off. */
  readonly withControl?: boolean;
  /** Whether it goes on while the key is held. */
  readonly repeats?: boolean;
}

/** Whether keys alone do anything, and what turns that on and off: who speaks to the page or has a tremor may want none of it (WCAG 2.1.4). */
export interface SingleKeys {
  readonly isOn: boolean;
  readonly turn: (isOn: boolean) => void;
}

const SingleKeysContext = createContext<SingleKeys>({ isOn: true, turn: () => undefined });

/** Where it is kept whether keys alone do anything; read back it is hostile. */
export interface KeptSingleKeys {
  read(): unknown;
  write(value: unknown): void;
}

export interface SingleKeysProviderProps {
  readonly kept: KeptSingleKeys;
  readonly children: ReactNode;
}

export function SingleKeysProvider({ kept, children }: SingleKeysProviderProps) {
  const [isOn, setOn] = useState(() => kept.read() !== false);
  const value = useMemo<SingleKeys>(
    () => ({
      isOn,
      turn: (next) => {
        setOn(next);
        kept.write(next);
      },
    }),
    [isOn, kept],
  );
  return <SingleKeysContext value={value}>{children}</SingleKeysContext>;
}

export function useSingleKeys(): SingleKeys {
  return useContext(SingleKeysContext);
}

/**
 * Does something by a key. A key alone counts outside fields only; none counts while a dialog asks.
 *
 * @param act null while there is nothing to do
 * @returns for `aria-keyshortcuts` of the button that does the same; undefined while the key does nothing
 */
export function useShortcut(shortcut: Shortcut, act: (() => void) | null): string | undefined {
  const { isOn } = useSingleKeys();
  const latest = useStableCallback(() => act?.());
  const isActive = act !== null && (isOn || shortcut.withControl === true);
  useEffect(() => {
    if (!isActive) return;
    const listen = (event: KeyboardEvent): void => {
      if (!isMeant(event, shortcut) || isAsked()) return;
      event.preventDefault();
      latest();
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, [shortcut, isActive, latest]);
  return isActive ? ariaOf(shortcut) : undefined;
}

function isMeant(event: KeyboardEvent, shortcut: Shortcut): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey, repeat, target } = event;
  if (event.isComposing || event.defaultPrevented) return false;
  if (repeat && shortcut.repeats !== true) return false;
  if (shortcut.withControl === true) {
    // On a link the two open what it leads to elsewhere.
    const isLink = target instanceof Element && target.closest('a[href]') !== null;
    return key === shortcut.key && (ctrlKey || metaKey) && !altKey && !shiftKey && !isLink;
  }
  if (ctrlKey || metaKey || altKey || isTypedInto(target)) return false;
  // Some keyboards have “?” and “.” on the upper half of a key; a letter there is another one.
  const isLetter = /^[a-z]$/.test(shortcut.key);
  return key.toLowerCase() === shortcut.key && !(isLetter && shiftKey);
}

const PRESSED_INPUTS = ['button', 'checkbox', 'radio', 'range', 'reset', 'submit'];

/** Whether a letter that is typed there means something there: to a list of choices it leads to one. */
function isTypedInto(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !PRESSED_INPUTS.includes(target.type);
  return target instanceof Element && target.matches('textarea, select, [contenteditable]');
}

function isAsked(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

function ariaOf({ key, withControl }: Shortcut): string {
  return withControl === true ? `Control+${key} Meta+${key}` : key.toUpperCase();
}
