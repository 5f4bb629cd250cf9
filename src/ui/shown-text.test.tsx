// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { ShownText } from './shown-text.tsx';

const TEXT = 'שלום.\n  Second line.';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('a text finds its own direction, and is copied as it was written', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const { container } = render(<ShownText text={TEXT} name="Draft 3" />);
  const shown = container.querySelector('p');
  expect(shown?.textContent).toBe(TEXT);
  expect(shown?.dir).toBe('auto');
  expect(screen.getByRole('status').textContent).toBe('');
  fireEvent.click(screen.getByRole('button', { name: 'Copy Draft 3' }));
  await waitFor(() => {
    expect(screen.getByRole('status').textContent).toBe('Copied.');
  });
  expect(write).toHaveBeenCalledWith(TEXT);
});

it('what can’t be copied is said, with what to do', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Denied.'));
  render(<ShownText as="blockquote" text={TEXT} name="Feedback" />);
  fireEvent.click(screen.getByRole('button', { name: 'Copy Feedback' }));
  await waitFor(() => {
    expect(screen.getByRole('status').textContent).toMatch(/^Not copied: .* Select the text/);
  });
});
