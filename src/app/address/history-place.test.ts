import { describe, expect, it } from 'vitest';
import { createHistoryPlace } from './history-place.ts';

describe('a place in the history', () => {
  it('gives the first node that is opened an entry of its own, and others the same', () => {
    const place = createHistoryPlace('/');
    expect(place.isAt('/')).toBe('same');
    place.open();
    expect(place.isAt('/')).toBe('opened');
    place.open();
    expect(place.isAt('/')).toBe('same');
  });

  it('gives a step one of its own, in which a node is open where one was', () => {
    const place = createHistoryPlace('/');
    place.open();
    place.isAt('/');
    place.step();
    expect(place.isAt('/')).toBe('step');
    expect(place.isAt('/')).toBe('same');
    expect(place.turn('/', true)).toBe(false);
  });

  it('knows a step that closes or opens a node from one to another page', () => {
    const place = createHistoryPlace('/');
    place.open();
    place.isAt('/');
    expect(place.turn('/', false)).toBe(true);
    expect(place.turn('/', true)).toBe(true);
    expect(place.turn('/', true)).toBe(false);
    expect(place.turn('/run/a', false)).toBe(false);
  });

  it('opens anew where another page was gone to', () => {
    const place = createHistoryPlace('/');
    place.open();
    place.isAt('/');
    expect(place.isAt('/run/a')).toBe('same');
    place.open();
    expect(place.isAt('/run/a')).toBe('opened');
  });
});
