// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepTheme, THEME_KEY, ThemeSwitch } from './theme-switch.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
  delete document.documentElement.dataset.theme;
});

const root = document.documentElement;

function setUp({ systemIsDark, kept }: { systemIsDark: boolean; kept?: unknown }) {
  const query = { matches: systemIsDark, addEventListener: vi.fn(), removeEventListener: vi.fn() };
  vi.stubGlobal('matchMedia', () => query);
  let value = kept;
  const storage = {
    read: () => value,
    write: (next: unknown) => {
      value = next;
    },
  };
  render(<ThemeSwitch kept={keepTheme(root, storage)} />);
  return { kept: () => value };
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

describe('ThemeSwitch', () => {
  it('shows and remembers the theme that the system does not have', () => {
    const { kept } = setUp({ systemIsDark: false });
    press('Dark theme');
    expect([root.dataset.theme, kept()]).toEqual(['dark', 'dark']);
  });

  it('follows the system again where its theme is chosen', () => {
    const { kept } = setUp({ systemIsDark: false, kept: 'dark' });
    press('Light theme');
    expect([root.dataset.theme, kept()]).toEqual([undefined, 'system']);
    press('Dark theme');
    expect([root.dataset.theme, kept()]).toEqual(['dark', 'dark']);
  });

  it('takes what it can’t read for the system’s', () => {
    setUp({ systemIsDark: true, kept: { theme: 'pink' } });
    press('Light theme');
    expect(root.dataset.theme).toBe('light');
  });
});

describe('the script at the head of the page', () => {
  const page = readFileSync('index.html', 'utf8');
  const script = /<script>([^]*?)<\/script>/.exec(page)?.[1] ?? '';

  it.each([
    ['"dark"', 'dark'],
    ['"light"', 'light'],
    ['"system"', undefined],
    ['"pink"', undefined],
    ['{', undefined],
    [null, undefined],
  ])('shows a kept %s as %s before anything is painted', (kept, shown) => {
    if (kept !== null) localStorage.setItem(THEME_KEY, kept);
    // The page's own words, run as the browser runs them.
    // Nothing is fetched for a first picture where the address names another screen.
    location.hash = '#/models';
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- see above
    new Function(script)();
    location.hash = '';
    expect(root.dataset.theme).toBe(shown);
  });
});
