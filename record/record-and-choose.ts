import { openEmbedded } from '../bench/scorers/browser/open-embedded.ts';
import { makeScorer } from '../bench/scorers/scorer-list.ts';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import { embeddedBlend } from '../src/rewards/blend/embedded-blend.ts';
import type { Options } from './options.mjs';
import { recordRun } from './record-run.ts';
import { chooseRuns } from './choose.ts';
import { scoreRecordingsAgain } from './score-recordings-again.ts';
import { tellTypical } from './tell-typical.ts';
import { canBeShipped, keepRecording, readRecordings, shipRuns } from './run-files.ts';
import { smallRun } from '../src/storage/run-file/small-run.ts';
import type { StoredRun } from '../src/core/index.ts';
import { asScoredToday, changedRewards, rubricVersionOf, TODAYS_VERSION } from './todays-rubric.ts';
import { RECORDED_WISHES, type RecordedWish, wishNamed } from './wishes.ts';

/** Records what is missing, or asked for again, or scores again what is there, and chooses anew; or tells which wish is typical. */
export async function recordAndChoose(options: Options): Promise<void> {
  const { only, threads, choose, scoreAgain, typical } = options;
  if (typical !== null) return tellTypical(typical);
  if (scoreAgain) await scoreRecordingsAgain(await readRecordings(), only, threads);
  else if (!choose) await recordWishes(await wishesToRecord(only), threads);
  const recordings = await readRecordings();
  const runs = RECORDED_WISHES.flatMap(({ name }) => recordings.get(name) ?? []);
  console.log(`${String(runs.length)} of ${String(RECORDED_WISHES.length)} wishes are recorded.`);
  const today = runs.map(scoredToday);
  await shipRuns(chooseRuns(today.map(smallRun).filter(canBeShipped)));
}

/**
 * A newer version of the rubric is said to have scored a run in which it changes no reward.
 * @throws PlainError where it changes one: its anchors and all that was sampled from them may be others
 */
function scoredToday(run: StoredRun): StoredRun {
  if (rubricVersionOf(run) === TODAYS_VERSION) return run;
  const changed = changedRewards(run).length;
  if (changed === 0) return asScoredToday(run);
  const name = run.header.id.replace(/^recorded-/, '');
  throw new PlainError(
    `Today’s rubric gives ${String(changed)} responses of ${name} another reward. Record it anew: npm run record -- --only ${name}`,
  );
}

async function wishesToRecord(only: Options['only']): Promise<readonly RecordedWish[]> {
  if (only !== null) return only.map(wishNamed);
  const recorded = await readRecordings();
  return RECORDED_WISHES.filter(({ name }) => !recorded.has(name));
}

async function recordWishes(wishes: readonly RecordedWish[], threads: number): Promise<void> {
  if (wishes.length === 0) return;
  const { policy, close } = await openEmbedded(threads);
  try {
    const rewardModel = await makeScorer(embeddedBlend, { policy });
    for (const wish of wishes) {
      const before = Date.now();
      await keepRecording(wish.name, await recordRun(wish, { policy, rewardModel }));
      console.log(`${wish.name}: ${String(Math.round((Date.now() - before) / 1000))} s`);
    }
  } finally {
    await close();
  }
}
