// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { ServerKeys } from '../core/index.ts';
import { ServerKeyFields } from './server-key-fields.tsx';

/** Keys by address, and which of them are kept. */
function someKeys() {
  const known = new Map<string, { readonly key: string; readonly keep: boolean }>();
  const keys: ServerKeys = {
    of: (address) => known.get(address)?.key ?? null,
    isKept: (address) => known.get(address)?.keep ?? false,
    set: (address, key, keep) => {
      if (key === '') known.delete(address);
      else known.set(address, { key, keep });
    },
  };
  return { known, servers: { keys, addressOf: (url: string) => url } };
}

const URL_OF_LAB = 'http://lab/v1';

function drawTwice() {
  const { known, servers } = someKeys();
  render(
    <>
      <ServerKeyFields servers={servers} url={URL_OF_LAB} />
      <ServerKeyFields servers={servers} url={URL_OF_LAB} />
    </>,
  );
  return known;
}

afterEach(cleanup);

const type = (place: number, value: string): void => {
  const field = screen.getAllByLabelText(/^Key/)[place];
  if (field !== undefined) fireEvent.change(field, { target: { value } });
};
const tick = (place: number): void => {
  const box = screen.getAllByLabelText(/^Keep the key/)[place];
  if (box !== undefined) fireEvent.click(box);
};

it('keeps a key that other fields of the same server keep', () => {
  const known = drawTwice();
  tick(0);
  type(0, 'sk-one');
  expect(known.get(URL_OF_LAB)).toEqual({ key: 'sk-one', keep: true });
  type(1, 'sk-two');
  expect(known.get(URL_OF_LAB)).toEqual({ key: 'sk-two', keep: true });
});

it('keeps the key that was typed last, wherever that was', () => {
  const known = drawTwice();
  type(0, 'sk-one');
  type(1, 'sk-two');
  tick(0);
  expect(known.get(URL_OF_LAB)).toEqual({ key: 'sk-two', keep: true });
  tick(0);
  expect(known.get(URL_OF_LAB)).toEqual({ key: 'sk-two', keep: false });
});
