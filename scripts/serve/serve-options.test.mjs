// @ts-check
import { expect, test } from 'vitest';
import { readServeOptions } from './serve-options.mjs';

test('defaults and given options', () => {
  expect(readServeOptions([])).toEqual({ host: 'localhost', open: true });
  expect(readServeOptions(['--port', '5000', '--host', '0.0.0.0', '--no-open'])).toEqual({
    port: 5000,
    host: '0.0.0.0',
    open: false,
  });
});

test('says what is wrong with an option', () => {
  expect(() => readServeOptions(['--port', 'x'])).toThrow('--port takes a number');
  expect(() => readServeOptions(['--port', '70000'])).toThrow('--port takes a number');
  expect(() => readServeOptions(['--prot', '5000'])).toThrow('Usage: npm start --');
});
