import { useState, useSyncExternalStore } from 'react';
import { Button } from '../ui/index.ts';
import type { KeptTheme, Theme } from './theme.ts';

/** Light or dark. Choosing what the system has anyway goes back to following it; anything else is remembered. */
export function ThemeSwitch({ kept }: { readonly kept: KeptTheme }) {
  const [theme, setTheme] = useState<Theme>(kept.read);
  const systemIsDark = useSyncExternalStore(watchSystem, isSystemDark);
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

const DARK = '(prefers-color-scheme: dark)';

function isSystemDark(): boolean {
  return matchMedia(DARK).matches;
}

function watchSystem(listener: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener('change', listener);
  return () => {
    query.removeEventListener('change', listener);
  };
}
