import { afterEach, describe, expect, it, vi } from 'vitest';
import { readPreference } from './read-preference.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Letters that regular expressions are let loose on while a preference is read: its work, on any machine. */
function lettersLookedThrough(preference: string): number {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- only called on the pattern that it was called on
  const { exec } = RegExp.prototype;
  let letters = 0;
  vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    // What is to stand right there is looked for nowhere else.
    const isHeld = this.sticky || this.source.startsWith('^');
    const end = match === null ? text.length : match.index + match[0].length;
    if (!isHeld || match !== null) letters += end - from;
    return match;
  });
  readPreference(preference);
  vi.restoreAllMocks();
  return letters;
}

const ofLength = (part: string, length: number): string =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);

describe('a long preference', () => {
  it.each([
    'Be friendly and concise, without long words, but with examples. ',
    'be friendly and concise without any long words but with examples ',
    '3 words or 5 ',
    'mention a, b, c, ',
    '"a" not ',
    'a-b-c-',
    '1 000 ',
    'only emojis ',
  ])('takes work that grows with its length: “%s”, again and again', (part) => {
    readPreference('Be brief.');
    const [short, long] = [1_000, 4_000].map((length) =>
      lettersLookedThrough(ofLength(part, length)),
    );
    expect((long ?? Infinity) / (short ?? 0)).toBeLessThan(6);
  });

  it('is read up to 4,000 letters, and what comes then is said to be unread', () => {
    const part = 'Be friendly and concise. ';
    const whole = lettersLookedThrough(ofLength(part, 4_000));
    expect(lettersLookedThrough(ofLength(part, 64_000))).toBeLessThan(whole * 1.1);
    const reading = readPreference(`${ofLength(part, 4_000)} No bullet points, no jokes.`);
    expect(reading.demands.map(({ check }) => check)).not.toContain('bullets');
    expect(reading.unmeasured).toEqual(['No bullet points, no jokes. … and all that follows']);
  });

  it('is cut between two letters as a reader takes them, where no word ends', () => {
    const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';
    const [before, after] = ['a'.repeat(3_998), 'b'.repeat(100)];
    const { unmeasured } = readPreference(`${before}${family}${after}`);
    expect(unmeasured.at(-1)).toBe(`${family}${'b'.repeat(52)} … and all that follows`);
    const beyond = readPreference(`${before} ${'b'.repeat(58)}${family}`).unmeasured;
    expect(beyond.at(-1)).toBe(`${'b'.repeat(58)} … and all that follows`);
  });
});
