// @ts-check
// Not by name: an old Node.js without parseArgs must get as far as being told that it is old.
import * as util from 'node:util';
import { PlainError } from './plain-error.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<unknown>} run throws a PlainError where it fails; a string it returns is shown
 */

/**
 * @param {Step[]} steps
 * @param {string[]} commandLine empty, or `--only <name>,<name>`
 * @returns {Step[]} in their own order
 */
export function chooseSteps(steps, commandLine) {
  const names = steps.map(({ name }) => name);
  const wanted = readOnly(commandLine)?.split(',') ?? names;
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new PlainError(`There is no step "${unknown}"; the steps are ${names.join(', ')}.`);
  }
  return steps.filter(({ name }) => wanted.includes(name));
}

/** @param {string[]} commandLine */
function readOnly(commandLine) {
  try {
    return util.parseArgs({ args: commandLine, options: { only: { type: 'string' } } }).values.only;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new PlainError(`${message}\nUsage: npm test -- [--only unit,e2e]`);
  }
}

/**
 * Runs the steps one after another, each under its name and with its seconds, up to the first that fails.
 *
 * @param {Step[]} steps
 * @param {{ write?: (line: string) => void, now?: () => number }} [options] now: milliseconds
 */
export async function runSteps(steps, { write = console.log, now = () => Date.now() } = {}) {
  const startedAt = now();
  for (const { name, run } of steps) {
    write(`\n== ${name}`);
    const stepStartedAt = now();
    let outcome = 'failed';
    try {
      const result = await run();
      outcome = typeof result === 'string' ? result : 'passed';
    } finally {
      write(`== ${name}: ${outcome}, ${seconds(now() - stepStartedAt)}`);
    }
  }
  write(`\nAll ${steps.length} steps passed, ${seconds(now() - startedAt)}.`);
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
