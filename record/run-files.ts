import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { repositoryRoot } from '../scripts/repository-paths.mjs';
import { gzipSync } from 'node:zlib';
import type { StoredRun } from '../src/core/index.ts';
import { parseRunFile, runFileFormat } from '../src/storage/index.ts';
import { type ChosenRun, entryOf } from './choose.ts';
import { underHeader } from './under-header.ts';

/** All recordings, those too that are not chosen; not committed. Packages that are installed anew don't take it along. */
const FOLDER = join(repositoryRoot, '.recorded');

/** What the page is served with: committed. */
export const SHIPPED_FOLDER = join(repositoryRoot, 'public/recorded');

const pathOf = (name: string): string => join(FOLDER, `${name}.json`);

/** The recordings that there are, by the name of their wish: made here, or among those that the page is served with. */
export async function readRecordings(): Promise<ReadonlyMap<string, StoredRun>> {
  const files = [...(await filesIn(SHIPPED_FOLDER)), ...(await filesIn(FOLDER))];
  const runs = await Promise.all(
    files.filter((path) => !path.endsWith('index.json')).map(readRunAt),
  );
  return new Map(runs.map((run) => [run.header.id.replace(/^recorded-/, ''), run]));
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
}

/** @throws PlainError where the file is damaged */
async function readRunAt(path: string): Promise<StoredRun> {
  const parsed = parseRunFile(await readFile(path, 'utf8'));
  if (parsed.ok) return parsed.run;
  throw new PlainError(`${path}: ${parsed.message}`);
}

export async function keepRecording(name: string, run: StoredRun): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(pathOf(name), runFileFormat.export(run, Date.now()));
}

/** Bytes of a file at most, as gzip sends it. */
export const MOST_BYTES = 30_000;

/** Whether a recording's file stays within `MOST_BYTES`; with room for its title. */
export function canBeShipped(run: StoredRun): boolean {
  return gzipSync(shippedText('', run)).length <= MOST_BYTES - 200;
}

/** Replaces the runs that the page is served with. @throws PlainError where one is too large; then all stay as they are */
export async function shipRuns(chosen: readonly ChosenRun[]): Promise<void> {
  const files = chosen.map(shippedFile);
  await rm(SHIPPED_FOLDER, { recursive: true, force: true });
  await mkdir(SHIPPED_FOLDER, { recursive: true });
  const index = `${JSON.stringify(chosen.map(entryOf), null, 2)}\n`;
  await writeFile(join(SHIPPED_FOLDER, 'index.json'), index);
  for (const { name, text } of files) await writeFile(join(SHIPPED_FOLDER, name), text);
}

/** @throws PlainError where it is too large */
function shippedFile({ kind, title, run }: ChosenRun): { name: string; text: string } {
  const text = shippedText(title, run);
  const bytes = gzipSync(text).length;
  if (bytes > MOST_BYTES)
    throw new PlainError(`${kind.id} takes ${String(bytes)} bytes, over ${String(MOST_BYTES)}.`);
  console.log(`${kind.id}: ${title} (${run.header.id}, ${String(bytes)} bytes as gzip)`);
  return { name: `${kind.id}.json`, text };
}

/** Named by its title, and exported when it was recorded: the same recording gives the same file. */
function shippedText(name: string, { header, events }: StoredRun): string {
  const run = underHeader({ ...header, name }, events);
  return runFileFormat.export(run, header.createdAt);
}
