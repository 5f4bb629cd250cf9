// @ts-check
import { expect, test } from 'vitest';
import { installedAsLocked } from './packages.mjs';

const react = { version: '19.0.0', integrity: 'sha512-a' };
const windowsBinary = { version: '1.0.0', integrity: 'sha512-b', optional: true };
const locked = {
  packages: { '': {}, 'node_modules/react': react, 'node_modules/binary-win32': windowsBinary },
};

test("another system's optional binary need not be there", () => {
  expect(installedAsLocked(locked, { packages: { 'node_modules/react': react } })).toBe(true);
});

test('a missing or other version is not as locked', () => {
  expect(installedAsLocked(locked, { packages: {} })).toBe(false);
  const older = { ...react, version: '18.0.0' };
  expect(installedAsLocked(locked, { packages: { 'node_modules/react': older } })).toBe(false);
});
