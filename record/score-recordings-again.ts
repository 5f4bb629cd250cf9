import { benchModel } from '../bench/scorers/bench-model.ts';
import { makeScorer } from '../bench/scorers/scorer-list.ts';
import { type Policy, type StoredRun, type TextScorer, textScorerOf } from '../src/core/index.ts';
import { embeddedBlend } from '../src/rewards/blend/embedded-blend.ts';
import { createAnswerFloors } from '../src/rewards/floors/answer-floors.ts';
import { readerOf } from '../src/rewards/preference-information/read-information.ts';
import type { TodaysBlend } from './reward-today.ts';
import { keepRecording } from './run-files.ts';
import { scoreAgain } from './score-again.ts';

/**
 * Keeps each recording with the rewards of today's blend, where these choose what was chosen; says of the others that they have to
 * be recorded anew, and leaves them. The model is started when something is to be read of it,
 * and what other measurements have read isn't taken: a reward says how long its reading took.
 *
 * @param only names of recordings; null for all
 */
export async function scoreRecordingsAgain(
  recordings: ReadonlyMap<string, StoredRun>,
  only: readonly string[] | null,
  threads: number,
): Promise<void> {
  const prepare = (): Promise<void> => Promise.resolve();
  const say = (): void => undefined;
  const model = benchModel({ threads, remember: false, prepare, say });
  try {
    for (const [name, run] of recordings) {
      if (only === null || only.includes(name)) await scoreRecordingAgain(name, run, model.policy);
    }
  } finally {
    await model.close();
  }
}

async function scoreRecordingAgain(
  name: string,
  run: StoredRun,
  open: () => Promise<Policy>,
): Promise<void> {
  const before = Date.now();
  const today = await todaysBlend(policyOpenedLate(run, open));
  const again = await scoreAgain(run, today, new AbortController().signal);
  if (again.obstacles.length > 0) {
    const reasons = again.obstacles.join('; ');
    console.log(
      `${name} is left as it is. ${reasons}. Record it anew: npm run record -- --only ${name}`,
    );
    return;
  }
  await keepRecording(name, again.run);
  const seconds = Math.round((Date.now() - before) / 1000);
  console.log(`${name}: ${String(again.read)} responses read again, ${String(seconds)} s`);
}

/** The policy that the run was recorded with. */
function policyOpenedLate({ header }: StoredRun, open: () => Promise<Policy>): Policy & TextScorer {
  return {
    description: header.policy,
    generate: () => {
      throw new Error('Scoring writes nothing.');
    },
    scoreText: async (request, signal) => textScorerOf(await open()).scoreText(request, signal),
  };
}

async function todaysBlend(policy: Policy): Promise<TodaysBlend> {
  const { description } = await makeScorer(embeddedBlend, { policy });
  const floors = createAnswerFloors(readerOf(policy));
  return { description, floors, clock: { now: () => Date.now() } };
}
