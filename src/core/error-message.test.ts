import { expect, it } from 'vitest';
import { messageOf } from './error-message.ts';

it('says what an error says, in words what else was thrown, and neither at any length', () => {
  expect(messageOf(new Error('Gone.'))).toBe('Gone.');
  expect(messageOf(404)).toBe('404');
  expect(messageOf(new Error('<p>😀'.repeat(100_000))).length).toBeLessThan(1_300);
  expect(messageOf(new Error('😀'.repeat(700)))).toMatch(/^(😀){600} …$/u);
});
