import { MOST_ANSWERS } from './cache-shape.ts';
import type { LlamaLibrary } from './llama-library.ts';
import { fastestTrial, threadTrials } from './thread-choice.ts';

/** All trials together take about this long, in milliseconds, unless the fewest batches take longer. */
const TRIAL_TIME = 500;

/** The first batch on a number of threads waits for them to start; the quickest of three tells how fast they are. */
const FEWEST_BATCHES = 3;

/** A cache for the trial alone, thrown away after it. */
const TRIAL_TOKENS = 512;

/** As many as a layer has answers: fewer tokens at once gain less by threads. */
const BATCH = MOST_ANSWERS;

/**
 * Tries numbers of threads on batches as they are read when a layer is drawn, and finds the fewest of the fastest.
 *
 * @param now milliseconds, from any beginning
 */
export function measureThreads(library: LlamaLibrary, batch: number, now: () => number): number {
  const choices = threadTrials(library.mostThreads);
  if (choices.length === 1) return 1;
  library.makeCache({ sequences: 1, length: TRIAL_TOKENS, batch });
  const readBatch = (from: number): void => {
    const places = Array.from({ length: BATCH }, (_, at) => from + at);
    library.read(places.map((place) => ({ token: 0, place, sequence: 0, wanted: true })));
  };
  // The first batches are slower, as the browser is still compiling, and many times so on threads that wait for each other.
  library.useThreads(1);
  readBatch(0);
  readBatch(BATCH);
  const trials = choices.map((threads) => {
    library.useThreads(threads);
    const start = now();
    const times: number[] = [];
    for (let place = 2 * BATCH; place + BATCH <= TRIAL_TOKENS; place += BATCH) {
      const before = now();
      readBatch(place);
      times.push(now() - before);
      if (times.length >= FEWEST_BATCHES && now() - start > TRIAL_TIME / choices.length) break;
    }
    library.forget(0, 2 * BATCH);
    return { threads, milliseconds: Math.min(...times) };
  });
  return fastestTrial(trials);
}
