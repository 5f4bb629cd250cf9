// @ts-check
import { expect, test } from 'vitest';
import { readServeOptions } from './serve-options.mjs';

test('defaults and given options', () => {
  expect(readServeOptions([], {})).toEqual({ host: 'localhost', open: true });
  expect(readServeOptions(['--port', '5000', '--host', '0.0.0.0', '--no-open'], {})).toEqual({
    port: 5000,
    host: '0.0.0.0',
    open: false,
  });
});

test('says what is wrong with an option', () => {
  expect(() => readServeOptions(['--port', 'x'], {})).toThrow('--port takes a number');
  expect(() => readServeOptions(['--port', '70000'], {})).toThrow('--port takes a number');
  expect(() => readServeOptions(['--prot', '5000'], {})).toThrow('Usage: npm start --');
});

test('takes a model server by its address, and its key from the environment', () => {
  const address = 'http://host:8000/v1';
  expect(readServeOptions(['--policy', address], {}).policy).toEqual({ address, key: undefined });
  const environment = { PRS_POLICY_KEY: 'sk-canary' };
  expect(readServeOptions(['--policy', address], environment).policy?.key).toBe('sk-canary');
});

test.each(['host:8000', 'nonsense', 'file:///v1'])('refuses %s as a model server', (text) => {
  expect(() => readServeOptions(['--policy', text], {})).toThrow('--policy takes an address such');
});

test.each(['http://me:secret@host/v1', 'https://host/v1?key=secret'])(
  'refuses %s without repeating the secret',
  (text) => {
    expect(() => readServeOptions(['--policy', text], {})).toThrow(
      /^(?!.*secret).*PRS_POLICY_KEY=/,
    );
  },
);
