// @ts-check
import { expect, test } from 'vitest';
import { PlainError } from './plain-error.mjs';
import { chooseSteps, runSteps } from './steps.mjs';

const passing = { name: 'types', run: () => Promise.resolve() };
const ready = { name: 'model', run: () => Promise.resolve('ready before') };
const failing = {
  name: 'unit',
  run: () => Promise.reject(new PlainError('Mend the test.')),
};

/** @param {import('./steps.mjs').Step[]} steps */
async function record(steps) {
  /** @type {string[]} */
  const lines = [];
  let time = 0;
  const end = await runSteps(steps, {
    write: (line) => lines.push(line),
    now: () => (time += 500),
  }).catch((error) => error.message);
  return { lines, end };
}

test('each step says its name, outcome and seconds', async () => {
  expect((await record([passing, ready])).lines).toEqual([
    '\n== types',
    '== types: passed, 0.5 s',
    '\n== model',
    '== model: ready before, 0.5 s',
    '\nAll 2 steps passed, 2.5 s.',
  ]);
});

test('a failed step ends the run with its sentence', async () => {
  expect(await record([failing, passing])).toEqual({
    lines: ['\n== unit', '== unit: failed, 0.5 s'],
    end: 'Mend the test.',
  });
});

test('steps are chosen by name and keep their order', () => {
  expect(chooseSteps([passing, ready], [])).toEqual([passing, ready]);
  expect(chooseSteps([passing, ready], ['--only', 'model,types'])).toEqual([passing, ready]);
  expect(chooseSteps([passing, ready], ['--only', 'model'])).toEqual([ready]);
  expect(() => chooseSteps([passing], ['--only', 'x'])).toThrow('the steps are types');
  expect(() => chooseSteps([passing], ['--olny', 'x'])).toThrow('Usage: npm test');
});
