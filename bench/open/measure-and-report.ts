import '../../src/engines/worker/zod-without-eval.ts';
import {
  accountsOf,
  equalResponses,
  OWN_SCORING,
  readVotes,
  replay,
  scoreAtOnce,
  type StoredRun,
} from '../../src/core/index.ts';
import { createRubric } from '../../src/rewards/rubric/rubric.ts';
import { exportRun, parseRunFile } from '../../src/storage/run-file/import-and-export-run.ts';
import { MemoryRunStore } from '../../src/storage/memory/memory-run-store.ts';
import { GROWING_RUNS, type GrowingRun } from './growing-runs.ts';

/** How long a kind of run took at each size. */
interface OpeningRow {
  readonly kind: string;
  readonly unit: GrowingRun['unit'];
  readonly sizes: readonly number[];
  readonly seconds: readonly number[];
  /** Of the power that the time grows by, from the last sizes. */
  readonly exponent: number;
  readonly isLinear: boolean;
}

const SIZES: Readonly<Record<GrowingRun['unit'], readonly number[]>> = {
  events: [6_000, 12_000, 24_000, 48_000, 96_000],
  characters: [4_000, 8_000, 16_000, 32_000, 64_000],
};

/** Memory and its collection make even what is linear grow a little faster; what is no more than its square is far off. */
const MOST_EXPONENT = 1.5;

/** The quickest counts: whatever else the machine did only adds. */
const TRIES = 2;

/** What takes no longer tells nothing of how it grows. */
const LEAST_SECONDS = 0.3;

/** Prints the table, and says which kinds grow faster than their size; none should. */
export async function measureAndReport(): Promise<readonly string[]> {
  const rows = await measureOpening((row) => {
    console.error(`${row.kind}: ${row.seconds.map((each) => each.toFixed(2)).join(' · ')} s`);
  });
  console.log(tableOf(rows));
  return rows.filter(({ isLinear }) => !isLinear).map(({ kind }) => kind);
}

/** Opens every kind of run at every size: file, checks, store, tree, and what the page reads of it at once. */
async function measureOpening(onRow: (row: OpeningRow) => void): Promise<readonly OpeningRow[]> {
  const rows: OpeningRow[] = [];
  for (const { kind, unit, make } of GROWING_RUNS) {
    const sizes = SIZES[unit];
    const seconds: number[] = [];
    for (const size of sizes) seconds.push(await openRun(await make(size)));
    const exponent = exponentOf(sizes, seconds);
    const isLinear = exponent <= MOST_EXPONENT || (seconds.at(-1) ?? 0) < LEAST_SECONDS;
    const row = { kind, unit, sizes, seconds, exponent, isLinear };
    onRow(row);
    rows.push(row);
  }
  return rows;
}

/** @returns the seconds of the quickest try */
export async function openRun(run: StoredRun): Promise<number> {
  const text = exportRun(run, 0);
  let least = Number.POSITIVE_INFINITY;
  for (let count = 0; count < TRIES; count += 1) least = Math.min(least, await openOnce(text));
  return least;
}

async function openOnce(text: string): Promise<number> {
  const begun = performance.now();
  const parsed = parseRunFile(text);
  if (!parsed.ok) throw new Error(parsed.message);
  const store = new MemoryRunStore(() => 'another');
  const stored = await store.load(await store.importRun(parsed.run));
  await store.list();
  const tree = replay(parsed.run.header, stored?.events ?? []);
  scoreAtOnce(tree, { id: OWN_SCORING, conditionedOn: 'prompt' }, createRubric({}));
  equalResponses(tree);
  readVotes(tree);
  tree.arms.forEach(accountsOf);
  return (performance.now() - begun) / 1000;
}

/** The slope of the logarithms between the middle size and the largest. */
export function exponentOf(sizes: readonly number[], seconds: readonly number[]): number {
  const middle = Math.floor(sizes.length / 2);
  const growth = (values: readonly number[]): number =>
    Math.log((values.at(-1) ?? 1) / (values[middle] ?? 1));
  return growth(seconds) / growth(sizes);
}

/** The rows as a table in Markdown. */
function tableOf(rows: readonly OpeningRow[]): string {
  const cells = rows.map(({ kind, unit, sizes, seconds, exponent }) => [
    kind,
    `${(sizes.at(-1) ?? 0).toLocaleString('en')} ${unit}`,
    ...seconds.map((each) => each.toFixed(2)),
    exponent.toFixed(2),
  ]);
  const head = ['run of many', 'largest', '1/16', '1/8', '1/4', '1/2', 'whole (s)', 'exponent'];
  const lines = [head, head.map(() => '---'), ...cells];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}
