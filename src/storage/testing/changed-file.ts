import type { StoredRun } from '../../core/index.ts';
import { exportRun, parseRunFile } from '../run-file/import-and-export-run.ts';
import { exampleRun } from './example-runs.ts';

/** Keys from the top of a document down to one value. */
export type Path = readonly (string | number)[];

/** The example's file with the value at `path` replaced (or taken out, where it is undefined). */
export async function fileWith(path: Path, value: unknown): Promise<string> {
  const document: unknown = JSON.parse(exportRun(await exampleRun(), 0));
  return JSON.stringify(replaceAt(document, path, value));
}

function replaceAt(document: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(document) && typeof key === 'number') {
    const list: readonly unknown[] = document;
    return list.with(key, replaceAt(list[key], rest, value));
  }
  if (typeof document !== 'object' || document === null) throw new Error(`No ${String(key)}.`);
  return { ...document, [key]: replaceAt(Reflect.get(document, key), rest, value) };
}

/** The place of the first event of a type. */
export function placeOf(run: StoredRun, type: string): number {
  return run.events.findIndex((event) => event.type === type);
}

/** What a reader of the changed file says. */
export async function messageOf(path: Path, value: unknown): Promise<string> {
  const parsed = parseRunFile(await fileWith(path, value));
  return parsed.ok ? 'It was read.' : parsed.message;
}
