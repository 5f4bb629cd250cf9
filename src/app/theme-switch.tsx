import { useState } from 'react';
import { Button, useMediaQuery } from '../ui/index.ts';

/** Light or dark. Choosing what the system has anyway goes back to following it; anything else is remembered. */
export function ThemeSwitch({ kept }: { readonly kept: KeptTheme }) {
  const [theme, setTheme] = useState<Theme>(kept.read);
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  const isDark = theme === 'system' ? systemIsDark : theme === 'dark';
  const name = isDark ? 'Light theme' : 'Dark theme';
  return (
    <Button
      look="quiet"
      aria-label={name}
      title={name}
      onClick={() => {
        const next = isDark === systemIsDark ? (isDark ? 'light' : 'dark') : 'system';
        setTheme(next);
        kept.write(next);
      }}
    >
      ◐
    </Button>
  );
}

/** What the page looks like: as the system asks, or as the person has chosen. */
type Theme = 'light' | 'dark' | 'system';

export interface KeptTheme {
  readonly read: () => Theme;
  /** Shows the theme, and keeps it for the next visit. */
  readonly write: (theme: Theme) => void;
}

/** Key of `localStorage`. The script in index.html reads it too: it sets the theme before anything is painted. */
export const THEME_KEY = 'prs-playground.theme';

/**
 * The theme on the document's root, where `theme.css` looks for it.
 *
 * @param storage keeps the value; what is read back is hostile
 */
export function keepTheme(
  root: HTMLElement,
  storage: { readonly read: () => unknown; readonly write: (value: unknown) => void },
): KeptTheme {
  return {
    read: () => {
      const kept = storage.read();
      return kept === 'light' || kept === 'dark' ? kept : 'system';
    },
    write: (theme) => {
      if (theme === 'system') delete root.dataset.theme;
      else root.dataset.theme = theme;
      storage.write(theme);
    },
  };
}
