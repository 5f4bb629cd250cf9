import { useState } from 'react';
import { Button } from '../ui/index.ts';

/** Light or dark, starting from what the system asks for. */
export function ThemeSwitch() {
  const [dark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <Button
      look="quiet"
      aria-label={dark ? 'Light theme' : 'Dark theme'}
      title={dark ? 'Light theme' : 'Dark theme'}
      onClick={() => {
        document.documentElement.dataset.theme = dark ? 'light' : 'dark';
        setDark(!dark);
      }}
    >
      ◐
    </Button>
  );
}
