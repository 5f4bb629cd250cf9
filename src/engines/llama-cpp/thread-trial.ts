import type { LlamaLibrary } from './llama-library.ts';
import { fastestTrial, threadTrials } from './thread-choice.ts';

/** All trials together take about this long, in milliseconds. */
const TRIAL_TIME = 500;

/** A cache for the trial alone, thrown away after it. */
const TRIAL_TOKENS = 256;

/**
 * Tries numbers of threads on batches of one token, as answers are drawn, and finds the fewest of the fastest.
 *
 * @param now milliseconds, from any beginning
 */
export function measureThreads(library: LlamaLibrary, batch: number, now: () => number): number {
  const choices = threadTrials(library.mostThreads);
  if (choices.length === 1) return 1;
  library.makeCache({ sequences: 1, length: TRIAL_TOKENS, batch });
  const readOne = (place: number): void => {
    library.read([{ token: 0, place, sequence: 0, wanted: true }]);
  };
  // The first batches are slower: the browser is still compiling.
  readOne(0);
  readOne(1);
  const trials = choices.map((threads) => {
    library.useThreads(threads);
    const from = now();
    const times: number[] = [];
    for (let place = 2; place < TRIAL_TOKENS; place += 1) {
      const before = now();
      readOne(place);
      times.push(now() - before);
      if (now() - from > TRIAL_TIME / choices.length) break;
    }
    library.forget(0, 2);
    return { threads, milliseconds: Math.min(...times) };
  });
  return fastestTrial(trials);
}
