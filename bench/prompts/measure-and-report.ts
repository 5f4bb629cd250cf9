import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/repository-paths.mjs';
import { embeddedBlend } from '../../src/rewards/blend/embedded-blend.ts';
import { rubric } from '../../src/rewards/rubric/rubric-scorer.ts';
import { openEmbedded, type EmbeddedModel } from '../scorers/browser/open-embedded.ts';
import { folderStore } from '../scorers/figure-store.ts';
import { rememberingPolicy } from '../scorers/remembering-policy.ts';
import { makeScorer } from '../scorers/scorer-list.ts';
import { CANDIDATES, type Candidate } from './candidates.ts';
import { choiceFrom } from './choice.ts';
import { openNative } from './native/open-native.ts';
import type { Options } from './options.mjs';
import { reportOf } from './report.ts';
import { addResult, findResult, readResults } from './result-file.ts';
import { sampleWish, type StudyParts } from './sample-wish.ts';
import { wishesOf, type Wish } from './wishes.ts';

/** The texts, so that what one candidate drew is not drawn again for another; not committed. */
const TEXTS_FOLDER = join(repositoryRoot, 'node_modules/.cache/study-prompts');

/** Two wishes' refinements fill the engine's eight sequences; a third waits for room. */
const AT_ONCE = 3;

/** A wish with the candidates that are still to be sampled for it: they share their drafts, so one comes after the other. */
interface Task {
  readonly wish: Wish;
  readonly candidates: readonly Candidate[];
}

/** Samples what is missing and prints the table of a half. */
export async function measureAndReport(options: Options): Promise<void> {
  if (!options.report) await sampleMissing(options);
  const results = await readResults();
  console.log(reportOf(options, results));
  if (options.half === 'tuning' && options.chooser === 'blend')
    console.log(`\n${choiceFrom(results)}`);
}

async function sampleMissing(options: Options): Promise<void> {
  const { half, chooser, minutes } = options;
  const tasks = await missingTasks(options);
  if (tasks.length === 0) return;
  const until = Date.now() + minutes * 60_000;
  const { policy: engine, key, close } = await openEngine(options);
  try {
    const policy = rememberingPolicy(engine, key, folderStore(TEXTS_FOLDER));
    const scorers = {
      rubric: await makeScorer(rubric, {}),
      ...(chooser === 'blend' ? { blend: await makeScorer(embeddedBlend, { policy }) } : {}),
    };
    const sample = (wish: Wish, candidate: Candidate) =>
      sampleOne(wish, candidate, half, { policy, chooser, scorers });
    await Promise.all(Array.from({ length: AT_ONCE }, () => work(tasks, until, sample)));
  } finally {
    await close();
  }
  const left = (await missingTasks(options)).length;
  console.error(`${String(left)} wishes are left; the same command goes on with them.`);
}

async function openEngine({ native, threads }: Options): Promise<EmbeddedModel> {
  if (native === null) return openEmbedded(threads);
  return { ...openNative(native), close: () => Promise.resolve() };
}

async function missingTasks({
  half,
  chooser,
  wishes,
  seeds,
  prompts,
  share,
}: Options): Promise<Task[]> {
  const results = await readResults();
  const [which, parts] = share;
  const asked = CANDIDATES.filter((each) => prompts === null || prompts.includes(each.prompts));
  return wishesOf(half, seeds)
    .filter(({ place, seed }) => place < wishes && seed % parts === which - 1)
    .map((wish) => {
      const isMissing = (candidate: Candidate): boolean =>
        findResult(results, { half, chooser }, wish, candidate) === undefined;
      return { wish, candidates: asked.filter(isMissing) };
    })
    .filter(({ candidates }) => candidates.length > 0);
}

/** Takes the next task from the front until there is none, or no time. */
async function work(
  tasks: Task[],
  until: number,
  sample: (wish: Wish, candidate: Candidate) => Promise<void>,
): Promise<void> {
  for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
    for (const candidate of task.candidates) {
      if (Date.now() > until) return;
      await sample(task.wish, candidate);
    }
  }
}

async function sampleOne(
  wish: Wish,
  candidate: Candidate,
  half: Options['half'],
  parts: StudyParts,
): Promise<void> {
  const before = Date.now();
  const { promptId, place, seed } = wish;
  const arms = await sampleWish(wish, candidate, parts, new AbortController().signal);
  await addResult({ half, promptId, place, seed, ...candidate, chooser: parts.chooser, arms });
  const seconds = Math.round((Date.now() - before) / 1000);
  const { prompts, sampling } = candidate;
  console.error(`${promptId} ${String(place + 1)}, ${prompts}, ${sampling}: ${String(seconds)} s`);
}
