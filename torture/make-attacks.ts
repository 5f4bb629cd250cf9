import '../src/engines/worker/zod-without-eval.ts';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { messageOf } from '../src/core/index.ts';
import type { Attack, PreparedAttack } from './attack.ts';
import type { Options } from './options.mjs';
import { LYING_DOWNLOADS } from './downloads/lying-downloads.ts';
import { KILLED_EMBEDDED_RUNS } from './kills/killed-embedded-runs.ts';
import { KILLED_RUNS } from './kills/killed-runs.ts';
import { CHANGED_RUN_FILES } from './run-files/changed-run-files.ts';
import { HOSTILE_OUTPUTS } from './outputs/hostile-runs.ts';
import { HARMED_SET_UPS } from './set-up/harmed-set-ups.ts';
import { REFUSED_WRITES } from './storage/refused-writes.ts';

const ATTACKS: readonly Attack[] = [
  CHANGED_RUN_FILES,
  REFUSED_WRITES,
  LYING_DOWNLOADS,
  KILLED_RUNS,
  KILLED_EMBEDDED_RUNS,
  HOSTILE_OUTPUTS,
  HARMED_SET_UPS,
];

/** How one attack ended. */
export interface Outcome {
  readonly title: string;
  readonly tried: number;
  readonly lost: number;
  readonly summary: string;
  readonly seconds: number;
}

/** Makes the attacks one after another, prints what each lost and a table of all. @returns how many tries lost something */
export async function makeAttacks(options: Options): Promise<number> {
  const outcomes: Outcome[] = [];
  for (const attack of chosenOf(ATTACKS, options)) {
    const count = options.tries ?? attack.tries[options.small ? 'small' : 'whole'];
    if (count > 0) outcomes.push(await make(attack, options.seed, count));
  }
  console.log(tableOf(outcomes));
  return outcomes.reduce((sum, { lost }) => sum + lost, 0);
}

function chosenOf(attacks: readonly Attack[], { only }: Options): readonly Attack[] {
  const ids = attacks.map(({ id }) => id);
  const unknown = only?.find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    throw new PlainError(`There is no attack "${unknown}"; there are ${ids.join(', ')}.`);
  }
  return attacks.filter(({ id }) => only?.includes(id) ?? true);
}

async function make(attack: Attack, first: number, count: number): Promise<Outcome> {
  const { id, title } = attack;
  const begun = performance.now();
  console.error(`${title}: ${String(count)} tries from seed ${String(first)}`);
  const prepared = await attack.prepare();
  let lost = 0;
  try {
    for (let seed = first; seed < first + count; seed += 1) {
      const loss = await attempt(prepared, seed);
      if (loss === null) continue;
      lost += 1;
      console.error(`  --only ${id} --seed ${String(seed)} --tries 1: ${loss}`);
    }
    const seconds = (performance.now() - begun) / 1000;
    return { title, tried: count, lost, summary: prepared.summary(), seconds };
  } finally {
    await prepared.close();
  }
}

/** What an attack throws is lost too: nothing that is done to the page may end in an error that nobody foresaw. */
async function attempt(prepared: PreparedAttack, seed: number): Promise<string | null> {
  try {
    return await prepared.attempt(seed);
  } catch (error) {
    return `It threw: ${messageOf(error)}`;
  }
}

/** The outcomes as a table in Markdown. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ title, tried, lost, summary, seconds }) => [
    title,
    ...[tried, tried - lost, lost].map(String),
    summary,
    seconds.toFixed(0),
  ]);
  const head = ['attack', 'tried', 'survived', 'lost', 'of them', 'seconds'];
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}
