import type { Split } from '../../core/index.ts';
import { type RunKey, writeRunKey } from './run-key.ts';

const KEY = /^(?<kind>run|recorded):(?<name>.+?)(?:~(?<parts>\d{1,3}(?:-\d{1,3}){0,7}))?$/u;

/** Null where the address names no run, or a split that is none. */
export function readRunKey(text: string): RunKey | null {
  const { kind, name, parts } = KEY.exec(text)?.groups ?? {};
  if (name === undefined) return null;
  const run: RunKey = kind === 'run' ? { kind: 'saved', id: name } : { kind: 'recorded', name };
  if (parts === undefined) return run;
  const split = readSplit(parts);
  return split === null ? null : { ...run, split };
}

/** As the page samples them: nobody waits for a picture of thousands of responses that are not there. */
const MOST_BUDGET = 128;

function readSplit(parts: string): Split | null {
  const split = parts.split('-').map(Number);
  const budget = split.reduce((sum, part) => sum + part, 0);
  return budget >= 1 && budget <= MOST_BUDGET ? split : null;
}

/** Whether two keys name one run, at whatever splits. */
export function isSameRun(one: RunKey, other: RunKey): boolean {
  return writeRunKey({ ...one, split: [] }) === writeRunKey({ ...other, split: [] });
}
