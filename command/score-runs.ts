import { basename, dirname } from 'node:path';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import type { PolicyDescription, RunHeader } from '../src/core/index.ts';
import { chooseScorer, readsWith } from './choose-scorer.ts';
import { type CommandWorld, THIS_MACHINE } from './command-world.ts';
import { filesOfRuns, runsOfFile } from './files-of-runs.ts';
import type { ScoreOrder } from './read-order.mjs';
import { scoreFile, type ScoringParts } from './score-file.ts';
import { ScoringReader } from './scoring-reader.ts';
import { SHARD_NAME } from './shards.ts';
import { takeOutDamaged } from './take-out-damaged.ts';

/**
 * Has the finished texts of runs read by another scorer than the one that chose in them, and keeps its rewards with the runs as a
 * further scoring. What was read before is not asked for again.
 *
 * @throws PlainError with a sentence that says what to do
 * @throws the signal's reason when it is aborted; the runs that were read whole are kept.
 */
export async function scoreRuns(
  order: ScoreOrder,
  signal: AbortSignal,
  world: CommandWorld = THIS_MACHINE,
): Promise<void> {
  const { clock } = world;
  const files = wholeFiles(order.sources, clock.now());
  const first = firstRun(files);
  if (first === null) {
    throw new PlainError(
      `${order.sources.join(', ')} holds no runs: name a study’s folder, or files of runs.`,
    );
  }
  const keepsTokens = readsWith(order.reward) !== 'texts';
  if (keepsTokens) checkOnePolicy(files, first.policy);
  const reader = await openReader(order, first, signal, world);
  let [runs, texts, failed, saidAt] = [0, 0, 0, clock.now()];
  const say = (): void => {
    const without = failed === 0 ? '' : ` ${String(failed)} of them failed.`;
    console.error(`${String(texts)} texts of ${String(runs)} runs were read.${without}`);
  };
  const onRead = (its: number, itsFailed: number): void => {
    [runs, texts, failed] = [runs + 1, texts + its, failed + itsFailed];
    if (clock.now() - saidAt < MILLISECONDS_BETWEEN) return;
    saidAt = clock.now();
    say();
  };
  const parts: ScoringParts = { reader, keepsTokens, clock, onRead };
  for (const path of files) await scoreFile(path, parts, signal);
  say();
  for (const source of order.sources) process.stdout.write(`${source}\n`);
}

/** The files of runs of what was named, damaged lines put beside a study's: as it is written anew they would be lost. */
function wholeFiles(sources: readonly string[], now: number): readonly string[] {
  const studies = sources.flatMap(filesOfRuns).filter((path) => SHARD_NAME.test(basename(path)));
  for (const folder of new Set(studies.map((path) => dirname(path)))) takeOutDamaged(folder, now);
  return sources.flatMap(filesOfRuns);
}

/** That what is read is told of. */
const MILLISECONDS_BETWEEN = 10_000;

function* headersOf(files: readonly string[]): Generator<RunHeader, void, undefined> {
  for (const path of files) {
    for (const parsed of runsOfFile(path, false)) if (parsed.ok) yield parsed.run.header;
  }
}

function firstRun(files: readonly string[]): RunHeader | null {
  const headers = headersOf(files);
  const first = headers.next().value ?? null;
  // Closes the file.
  headers.return();
  return first;
}

/** @throws PlainError where others wrote some of the runs: what a scorer reads beside their texts is of one policy's tokens */
function checkOnePolicy(files: readonly string[], { id, name }: PolicyDescription): void {
  for (const { policy } of headersOf(files)) {
    if (policy.id !== id) {
      throw new PlainError(
        `${name} wrote some of these runs and ${policy.name} others: have this scorer read those of one model at a time.`,
      );
    }
  }
}

async function openReader(
  { reward, rewardKey, policy: asked }: ScoreOrder,
  { plan, policy }: RunHeader,
  signal: AbortSignal,
  { clock, openPolicy }: CommandWorld,
): Promise<ScoringReader> {
  const isAsked = readsWith(reward) === 'policy';
  if (isAsked && asked.address === null) throw new PlainError(NO_POLICY);
  const opened = isAsked ? await openPolicy(asked, null, signal) : null;
  const vocabularyTokens = policy.vocabularyTokens ?? null;
  const wish = { reward, rewardKey, seed: plan.seed, before: null, vocabularyTokens };
  const make = chooseScorer(wish, opened?.lacks ?? []);
  const rewardModel = await make(opened?.policy ?? { description: policy, generate: asksNobody });
  return new ScoringReader({
    ...{ rewardModel, clock, inFlight: asked.inFlight },
    readsTextsAlone: readsWith(reward) === 'texts',
  });
}

// eslint-disable-next-line require-yield -- a policy that isn't there says nothing
async function* asksNobody(): AsyncGenerator<never> {
  await Promise.reject(new PlainError(NO_POLICY));
}

const NO_POLICY =
  'This scorer reads with a language model: name its server with --policy, such as http://localhost:8000/v1.';
