// @ts-check
import { expect, test } from 'vitest';
import { requireNodeVersion } from './node-version.mjs';

test('accepts Node.js 20.19 and everything newer', () => {
  for (const version of ['20.19.0', '20.20.1', '22.0.0', '24.1.0-nightly']) {
    expect(() => requireNodeVersion(version)).not.toThrow();
  }
});

test('refuses what is older in one sentence', () => {
  for (const version of ['20.18.3', '18.20.0']) {
    expect(() => requireNodeVersion(version)).toThrow(`found ${version}: install a newer one`);
  }
});
