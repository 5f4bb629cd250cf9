// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { type Shortcut, SingleKeysProvider, useShortcut, useSingleKeys } from './shortcuts.tsx';

afterEach(cleanup);

const LETTER: Shortcut = { key: 'l' };
const SIGN: Shortcut = { key: '?' };
const HELD: Shortcut = { key: '.', repeats: true };
const CHORD: Shortcut = { key: 'Enter', withControl: true };

function Page({ onKey }: { readonly onKey: (name: string) => void }) {
  const { turn } = useSingleKeys();
  const act = (name: string) => () => {
    onKey(name);
  };
  const told = useShortcut(LETTER, act('letter'));
  useShortcut(SIGN, act('sign'));
  useShortcut(HELD, act('held'));
  useShortcut(CHORD, act('chord'));
  useShortcut({ key: 'x' }, null);
  return (
    <>
      <textarea aria-label="words" />
      <input aria-label="name" />
      <input aria-label="range" type="range" />
      <select aria-label="choice" />
      <a href="#elsewhere">link</a>
      <button
        aria-keyshortcuts={told}
        onClick={() => {
          turn(false);
        }}
      >
        off
      </button>
    </>
  );
}

function open(kept?: unknown) {
  const onKey = vi.fn<(name: string) => void>();
  const write = vi.fn();
  render(
    <SingleKeysProvider kept={{ read: () => kept, write }}>
      <Page onKey={onKey} />
    </SingleKeysProvider>,
  );
  const press = (init: KeyboardEventInit, on: Element = document.body): readonly string[] => {
    onKey.mockClear();
    fireEvent.keyDown(on, init);
    return onKey.mock.calls.map(([name]) => name);
  };
  return { press, write };
}

it('does by a key alone what it is for, outside fields and without another key', () => {
  const { press } = open();
  expect(press({ key: 'l' })).toEqual(['letter']);
  expect(press({ key: 'L' }), 'with the capitals locked').toEqual(['letter']);
  expect(press({ key: 'l' }, screen.getByRole('slider'))).toEqual(['letter']);
  expect(press({ key: '?', shiftKey: true })).toEqual(['sign']);
  for (const other of ['ctrlKey', 'metaKey', 'altKey', 'shiftKey'])
    expect(press({ key: 'l', [other]: true }), other).toEqual([]);
  for (const name of ['words', 'name', 'choice'])
    expect(press({ key: 'l' }, screen.getByLabelText(name)), name).toEqual([]);
  expect(press({ key: 'l', repeat: true })).toEqual([]);
  expect(press({ key: '.', repeat: true })).toEqual(['held']);
});

it('does by Ctrl or the command key from any field, and leaves them to links', () => {
  const { press } = open();
  expect(press({ key: 'Enter' })).toEqual([]);
  expect(press({ key: 'Enter', ctrlKey: true }, screen.getByLabelText('words'))).toEqual(['chord']);
  expect(press({ key: 'Enter', metaKey: true }, screen.getByLabelText('choice'))).toEqual([
    'chord',
  ]);
  expect(press({ key: 'Enter', ctrlKey: true }, screen.getByRole('link'))).toEqual([]);
});

it('does nothing while a dialog asks', () => {
  const { press } = open();
  const dialog = document.body.appendChild(document.createElement('div'));
  dialog.setAttribute('role', 'alertdialog');
  expect(press({ key: 'l' })).toEqual([]);
  expect(press({ key: 'Enter', ctrlKey: true })).toEqual([]);
  dialog.remove();
  expect(press({ key: 'l' })).toEqual(['letter']);
});

it('turns keys alone off, says so to the button, and keeps it', () => {
  const { press, write } = open();
  const button = screen.getByRole('button');
  expect(button.getAttribute('aria-keyshortcuts')).toBe('L');
  fireEvent.click(button);
  expect(write).toHaveBeenCalledWith(false);
  expect(press({ key: 'l' })).toEqual([]);
  expect(press({ key: 'Enter', ctrlKey: true })).toEqual(['chord']);
  expect(button.hasAttribute('aria-keyshortcuts')).toBe(false);
});

it('has them on where what is kept isn’t a word of its own', () => {
  const { press } = open('no');
  expect(press({ key: 'l' })).toEqual(['letter']);
  cleanup();
  expect(open(false).press({ key: 'l' })).toEqual([]);
});
