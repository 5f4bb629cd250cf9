import { isDeepStrictEqual } from 'node:util';
import { replay, type StoredRun } from '../../src/core/index.ts';
import { exportRun, parseRunFile } from '../../src/storage/run-file/import-and-export-run.ts';
import { MemoryRunStore } from '../../src/storage/memory/memory-run-store.ts';
import { contradictionsIn } from '../../src/storage/testing/contradictions.ts';
import { earlierRunFile } from '../../src/storage/testing/earlier-runs.ts';
import { exampleRun, judgedRun } from '../../src/storage/testing/example-runs.ts';
import { type Attack, inMemory } from '../attack.ts';
import { Chance } from '../chance.ts';
import { changeRunFile } from './change-run-file.ts';

/** Longer than any of these small files takes on a slow machine. */
const MOST_MILLISECONDS = 5_000;

/** Run files that somebody changed: each is refused in a sentence, or is a run that holds together and stays what it is. */
export const CHANGED_RUN_FILES: Attack = {
  id: 'run-files',
  title: 'run files that were changed',
  tries: { small: 400, whole: 5_000 },
  prepare: async () => {
    const files = await goodFiles();
    let read = 0;
    const attempt = async (seed: number): Promise<string | null> => {
      const chance = new Chance(seed);
      const text = changeRunFile(chance.pick(files), chance, chance.pick(files));
      const begun = performance.now();
      const parsed = parseRunFile(text);
      if (performance.now() - begun > MOST_MILLISECONDS) return 'It took seconds to read.';
      if (!parsed.ok) return faultOfSentence(parsed.message);
      read += 1;
      return faultOfRun(parsed.run);
    };
    return inMemory(attempt, () => `${String(read)} read, the others refused`);
  },
};

async function goodFiles(): Promise<readonly string[]> {
  const runs = await Promise.all([
    judgedRun(),
    exampleRun({ split: [2, 1, 1] }),
    exampleRun({ split: [0, 3], stopAfter: 40 }),
    exampleRun({ kinds: ['rand', 'prs'], texts: ['One.', 'Two, and more.'] }),
  ]);
  return [
    ...runs.map((run) => exportRun(run, 0)),
    earlierRunFile('finished-of-version-2'),
    earlierRunFile('stopped-of-version-2'),
  ];
}

function faultOfSentence(message: string): string | null {
  const isOne = /^Th(e|is) file\b.*\.$/su.test(message) && message.length < 1_000;
  return isOne ? null : `It was refused in no sentence for people: ${message.slice(0, 200)}`;
}

/** What was read replays to a tree that doesn't contradict itself, is stored, and comes out as it went in. */
async function faultOfRun(run: StoredRun): Promise<string | null> {
  const contradictions = contradictionsIn(replay(run.header, run.events));
  if (contradictions.length > 0) return `It was read, and ${contradictions.join('; ')}.`;
  const text = exportRun(run, 0);
  const again = parseRunFile(text);
  if (!again.ok) return `It was read, and not again once it was exported: ${again.message}`;
  if (!isDeepStrictEqual(again.run, run)) return 'It came out as another run than it went in.';
  const store = new MemoryRunStore(() => 'another');
  const stored = await store.load(await store.importRun(run));
  if (!isDeepStrictEqual(stored, run)) return 'It was stored as another run.';
  return (await store.list()).runs.length === 1 ? null : 'It was stored and isn’t listed.';
}
