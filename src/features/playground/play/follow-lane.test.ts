// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followLanes, type LaneFollower } from './follow-lane.ts';

let follower: LaneFollower;
const shown: { readonly name: string; readonly how: unknown }[] = [];

beforeEach(() => {
  document.body.innerHTML = `
    <div id="rand"><svg data-arm="rand"><g id="draft" data-state="planned"></g></svg></div>
    <p id="words"></p><select id="speed"></select><button id="end"></button>
    <div id="box" style="overflow-y: auto"></div>`;
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function note(
    this: Element,
    how?: unknown,
  ) {
    shown.push({ name: this.id, how });
  });
  follower = followLanes(document);
});

afterEach(() => {
  follower.end();
  document.body.replaceChildren();
  shown.length = 0;
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function write(): void {
  document.querySelector('#draft')?.setAttribute('data-state', 'writing');
}

function stillness(matches: boolean): void {
  vi.stubGlobal('matchMedia', () => ({ matches }));
}

describe('followLanes', () => {
  it('brings the arm into view in which something is being written', () => {
    stillness(false);
    follower.follow();
    expect(shown).toEqual([]);
    write();
    follower.follow();
    expect(shown).toEqual([{ name: 'rand', how: { block: 'nearest', behavior: 'smooth' } }]);
  });

  it('goes there at once for whoever wants no motion', () => {
    stillness(true);
    write();
    follower.follow();
    expect(shown).toEqual([{ name: 'rand', how: { block: 'nearest', behavior: 'auto' } }]);
  });

  it('follows the response alone where its arm takes most of the window', () => {
    stillness(false);
    write();
    const arm = document.querySelector('#rand');
    if (arm !== null) vi.spyOn(arm, 'getBoundingClientRect').mockReturnValue(tall());
    follower.follow();
    expect(shown.map(({ name }) => name)).toEqual(['draft']);
  });

  it.each([
    new Event('wheel'),
    new Event('touchmove'),
    new KeyboardEvent('keydown', { key: 'PageDown' }),
  ])('leaves whoever has scrolled alone, %#', (event) => {
    stillness(false);
    write();
    dispatchEvent(event);
    follower.follow();
    expect(shown).toEqual([]);
  });

  it.each([
    ['Space', 'words', ' ', 0],
    ['an arrow', 'words', 'ArrowDown', 0],
    ['an arrow', 'end', 'ArrowDown', 0],
    ['Space', 'end', ' ', 1],
    ['Space', 'speed', ' ', 1],
    ['an arrow', 'speed', 'ArrowDown', 1],
  ])('hears of %s pressed in #%s only where that scrolls', (_, id, key, times) => {
    stillness(false);
    write();
    document
      .getElementById(id)
      ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    follower.follow();
    expect(shown).toHaveLength(times);
  });

  it.each([
    ['a bar of what scrolls', 'box', 900, 0],
    ['what has room for all', 'box', 100, 1],
    ['words', 'words', 900, 1],
  ])('hears of a pointer pressed on %s only where that scrolls', (_, id, height, times) => {
    stillness(false);
    write();
    const pressed = document.getElementById(id);
    if (pressed === null) throw new Error('An element was expected.');
    vi.spyOn(pressed, 'scrollHeight', 'get').mockReturnValue(height);
    vi.spyOn(pressed, 'clientHeight', 'get').mockReturnValue(100);
    pressed.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    follower.follow();
    expect(shown).toHaveLength(times);
  });

  it('goes on for keys that don’t scroll', () => {
    stillness(false);
    write();
    dispatchEvent(new KeyboardEvent('keydown', { key: 'p' }));
    follower.follow();
    expect(shown).toHaveLength(1);
  });
});

function tall(): DOMRect {
  return new DOMRect(0, 0, 800, 5000);
}
