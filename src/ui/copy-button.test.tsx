// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { type CopiedText, CopyButton } from './copy-button.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

class Item {
  readonly parts: Readonly<Record<string, Promise<Blob>>>;

  constructor(parts: Item['parts']) {
    this.parts = parts;
  }
}

/** A page whose clipboard takes a write only while a press lasts, as Safari's does. */
function press(takesPromises: boolean) {
  let isPressed = false;
  const written: Promise<string>[] = [];
  const refuse = (): Promise<never> => Promise.reject(new Error('Not allowed.'));
  vi.stubGlobal('ClipboardItem', takesPromises ? Item : undefined);
  vi.stubGlobal('navigator', {
    clipboard: {
      write: ([item]: readonly Item[]) => {
        const part = item?.parts['text/plain'];
        if (!isPressed || part === undefined) return refuse();
        written.push(part.then((blob) => blob.text()));
        return Promise.all(written);
      },
      writeText: (text: string) => {
        if (takesPromises && !isPressed) return refuse();
        written.push(Promise.resolve(text));
        return Promise.resolve();
      },
    },
  });
  return {
    written,
    click: () => {
      isPressed = true;
      fireEvent.click(screen.getByRole('button'));
      isPressed = false;
    },
  };
}

function show(copied: () => Promise<CopiedText>): void {
  render(<CopyButton label="Copy" copied={copied} refused="Refused." />);
}

const packed = async (): Promise<CopiedText> => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  return { text: 'a link', said: 'Copied.' };
};

it.each([true, false])('copies what takes a while to make; takes promises: %s', async (takes) => {
  const { written, click } = press(takes);
  show(packed);
  click();
  await screen.findByText('Copied.');
  expect(await Promise.all(written)).toEqual(['a link']);
});

it('says so where there is nothing to copy', async () => {
  const { click } = press(true);
  show(() => Promise.reject(new Error('Nothing.')));
  click();
  await screen.findByText('Refused.');
});
