import { expect, it } from 'vitest';
import { Places } from './places.ts';

const { signal } = new AbortController();
const alike = () => 0;

function holding(): { readonly held: Promise<void>; readonly letGo: () => void } {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return {
    held,
    letGo: () => {
      letGo();
    },
  };
}

it('serves who waits before one who comes at the moment in which a place is free', async () => {
  const places = new Places(['only']);
  const served: string[] = [];
  const serve = (name: string) =>
    places.use(alike, signal, () => Promise.resolve(served.push(name)));
  const { held, letGo } = holding();
  const first = places.use(alike, signal, () => held);
  const waiting = serve('waiting');
  const later = held.then(() => serve('later'));
  letGo();
  await Promise.all([first, waiting, later]);
  expect(served).toEqual(['waiting', 'later']);
});

it('gives the place on of one who was aborted while it waited', async () => {
  const places = new Places(['only']);
  const abort = new AbortController();
  const { held, letGo } = holding();
  const first = places.use(alike, signal, () => held);
  const aborted = places.use(alike, abort.signal, () => Promise.resolve('done'));
  const next = places.use(alike, signal, (place) => Promise.resolve(place));
  const reason = new Error('not wanted');
  abort.abort(reason);
  letGo();
  await first;
  await expect(aborted).rejects.toBe(reason);
  expect(await next).toBe('only');
});
