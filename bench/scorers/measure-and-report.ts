import { PlainError } from '../../scripts/terminal/plain-error.mjs';
import { runToTheEnd } from '../../scripts/terminal/run-to-the-end.mjs';
import type { BenchOptions } from './bench-options.mjs';
import { benchModel } from './bench-model.ts';
import { checkTable } from './check-table.ts';
import { measureTable } from './measure-table.ts';
import { chooseSets, readSet, type PairSet, type SetSource } from './pair-sets.ts';
import { measureOpenings } from './opening/measure-openings.ts';
import { chooseScorers, type CommandScorer } from './scorer-list.ts';

/** Measures into the committed table, or checks it; where it can't, one sentence and exit code 1. */
export function measureAndReport(
  options: BenchOptions,
  prepareModel: () => Promise<void>,
): Promise<void> {
  return runToTheEnd(async () => {
    const { threads, check, openings, fresh, sample } = options;
    const say = console.error;
    const scorers = openings ? [] : scorersFor(options, say);
    const sets = await readSets(chooseSets(options.sets), say);
    const remember = !check && !fresh;
    const model = benchModel({ threads, remember, prepare: prepareModel, say });
    const signal = new AbortController().signal;
    const parts = { scorers, sets, sample, model, say, signal, now: Date.now };
    try {
      if (openings) console.log(await measureOpenings(parts));
      else if (!check) console.log(await measureTable(parts));
      else if (!(await checkTable(parts, console.log))) process.exitCode = 1;
    } finally {
      await model.close();
    }
  });
}

/** A check that names no scorer takes those that are done in a moment, unless it is told to wait. */
function scorersFor(
  { scorers, check, withModel }: BenchOptions,
  say: (line: string) => void,
): readonly CommandScorer[] {
  const chosen = chooseScorers(scorers);
  for (const { id, notMeasured } of chosen) {
    if (notMeasured !== undefined) say(`${id} is not measured: ${notMeasured}.`);
  }
  if (!check || withModel || scorers !== null) return chosen;
  const others = chosen
    .filter(({ reads, notMeasured }) => reads !== 'texts' && notMeasured === undefined)
    .map(({ id }) => id);
  say(`Not checked, since they read the embedded model: ${others.join(', ')}. Add --with-model.`);
  return chosen.filter(({ reads }) => reads === 'texts');
}

async function readSets(
  sources: readonly SetSource[],
  say: (line: string) => void,
): Promise<readonly PairSet[]> {
  const sets: PairSet[] = [];
  for (const source of sources) {
    const set = await readSet(source);
    if (set !== null) sets.push(set);
    else say(`${source.name} is not here, its committed figures stay: ${source.path} is missing.`);
  }
  if (sets.length > 0) return sets;
  throw new PlainError('There is no set to measure on: LLMBAR=folder names where LLMBar lies.');
}
