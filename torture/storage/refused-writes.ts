import 'fake-indexeddb/auto';
import { isDeepStrictEqual } from 'node:util';
import { StorageError, type StoredRun } from '../../src/core/index.ts';
import type { RunController } from '../../src/runs/index.ts';
import { loaded, request, setUp } from '../../src/runs/testing/set-up.ts';
import { IndexedDbRunStore } from '../../src/storage/indexeddb/indexeddb-run-store.ts';
import { DATABASE } from '../../src/storage/indexeddb/open-database.ts';
import { exportRun, parseRunFile } from '../../src/storage/run-file/import-and-export-run.ts';
import { exampleRun } from '../../src/storage/testing/example-runs.ts';
import { type Attack, inMemory } from '../attack.ts';
import { type FailingWrites, failingWrites, REFUSALS } from './failing-writes.ts';

/** How many writes are refused, one after another. */
const LASTING = [1, 5, Number.POSITIVE_INFINITY];

/** A prime that the number of writes is no multiple of: neighbouring seeds refuse writes far from each other. */
const STRIDE = 37;

/**
 * A run is sampled, voted on, renamed, imported and deleted while the browser refuses one write, some, or all from one on: what
 * is not stored is said, can be exported, and is stored when there is room; what is stored can be read at any time.
 */
export const REFUSED_WRITES: Attack = {
  id: 'storage',
  title: 'writes that the browser refused',
  tries: { small: 48, whole: 1_200 },
  prepare: async () => {
    const writes = await countWrites();
    let refused = 0;
    const attempt = async (seed: number): Promise<string | null> => {
      const hands = failingWrites();
      try {
        const how = REFUSALS[seed % REFUSALS.length] ?? 'no-room';
        const round = Math.floor(seed / REFUSALS.length);
        const count = LASTING[round % LASTING.length] ?? 1;
        hands.refuse(how, (Math.floor(round / LASTING.length) * STRIDE) % writes, count);
        const loss = await live(hands);
        refused += hands.refused;
        return loss;
      } finally {
        hands.letGo();
      }
    };
    return inMemory(
      attempt,
      () => `${String(refused)} refusals, at each of ${String(writes)} writes`,
    );
  },
};

async function countWrites(): Promise<number> {
  const hands = failingWrites();
  try {
    const loss = await live(hands);
    if (loss !== null) throw new Error(`Without any harm: ${loss}`);
    return hands.asked;
  } finally {
    hands.letGo();
  }
}

const VOTE = {
  first: { armId: 'prs', nodeId: 'draft-1' },
  second: { armId: 'prs', nodeId: 'draft-2' },
  outcome: 'tie',
  voter: 'Ada',
} as const;

let databases = 0;

function freshStore(): IndexedDbRunStore {
  databases += 1;
  const database = { ...DATABASE, name: `torture-${String(databases)}` };
  let ids = 0;
  return new IndexedDbRunStore(database, () => `id-${String((ids += 1))}`);
}

/** What a person does with a run. */
async function live(hands: FailingWrites): Promise<string | null> {
  const store = freshStore();
  const { controller } = setUp({ policy: loaded(), store });
  const told = watchProblems(controller);
  await controller.start(request);
  if (controller.view.getSnapshot().state !== 'finished') return 'The run did not go on.';
  await controller.vote(VOTE);
  if (hands.refused > 0 && told.size === 0) return 'A write was refused without a word.';
  const loss = await lossOfRun(controller, store);
  if (loss !== null) return loss;

  const run = controller.runOnScreen();
  if (run === null) return 'There is nothing on screen.';
  const lists = await lossOfList(store, run);
  if (lists !== null) return lists;
  hands.relent();
  await controller.keepAgain();
  if (controller.view.getSnapshot().storageProblem !== null) return 'It went on to complain.';
  const stored = await store.load(run.header.id);
  return sameRun(stored, run) ? null : 'Not all was stored when there was room again.';
}

function watchProblems({ view }: RunController): ReadonlySet<string> {
  const told = new Set<string>();
  view.subscribe(() => {
    const { storageProblem } = view.getSnapshot();
    if (storageProblem !== null) told.add(storageProblem);
  });
  return told;
}

/** What is stored is the beginning of what is on screen, all that is missing is counted, and all can be exported. */
async function lossOfRun(
  controller: RunController,
  store: IndexedDbRunStore,
): Promise<string | null> {
  const run = controller.runOnScreen();
  if (run === null) return 'There is nothing on screen.';
  if (!parseRunFile(exportRun(run, 0)).ok) return 'What is on screen could not be exported.';
  const stored = await store.load(run.header.id);
  const events = stored?.events ?? [];
  if (!isDeepStrictEqual(events, run.events.slice(0, events.length))) {
    return 'What is stored is not the beginning of what happened.';
  }
  const { keeping, storageProblem } = controller.view.getSnapshot();
  const missing = run.events.length - events.length;
  if (missing !== (keeping?.waiting ?? 0)) {
    return `${String(missing)} events are not stored, and ${String(keeping?.waiting ?? 0)} are told of.`;
  }
  return missing > 0 && storageProblem === null ? 'What is not stored was not said.' : null;
}

/** Each change of the list happens or fails in a sentence, all of it or nothing. */
async function lossOfList(store: IndexedDbRunStore, { header }: StoredRun): Promise<string | null> {
  const other = await exampleRun({ kinds: ['rand'], header: { id: 'other' } });
  const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['importing', () => store.importRun(other)],
    ['renaming', () => store.rename('other', 'Another')],
    ['renaming what is on screen', () => store.rename(header.id, header.name)],
    ['removing', () => store.remove('other')],
  ];
  for (const [what, change] of changes) {
    const before = await store.load('other');
    const problem = await change().then(
      () => null,
      (error: unknown) => error,
    );
    if (problem === null) continue;
    if (!(problem instanceof StorageError)) return `${what} threw no error for people.`;
    if (!sameRun(await store.load('other'), before))
      return `${what} failed, and changed something.`;
  }
  const { unreadable } = await store.list();
  return unreadable.length === 0 ? null : 'A stored run can’t be read any more.';
}

function sameRun(one: StoredRun | null, other: StoredRun | null): boolean {
  return isDeepStrictEqual(one, other);
}
