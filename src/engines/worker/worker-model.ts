import { PolicyError, messageOf, type LoadProgress, type PolicyNotes } from '../../core/index.ts';
import { untilAborted } from './deferred.ts';
import type { Service } from './messages.ts';
import { createNotes } from './notes.ts';
import { createTurns, type Turns } from './turns.ts';
import { WorkerLife, type LifeListener, type WorkerParts } from './worker-life.ts';

/** A model that lives in a worker, for as long as the page wants it: longer than the worker, where that is lost. */
export interface WorkerModel<Description, Request, Made> {
  readonly description: Description;
  readonly notes: PolicyNotes;
  /**
   * What the engine makes of a request, as it comes.
   *
   * @throws PolicyError
   * @throws the signal's reason when it is aborted.
   */
  readonly ask: (request: Request, signal: AbortSignal) => AsyncGenerator<Made, void, undefined>;
  readonly unload: () => Promise<void>;
}

/**
 * Loads a model in a worker: calls beyond what it serves at once wait for their turn, and after a loss the next call
 * starts a fresh worker.
 *
 * @throws ModelLoadError
 * @throws the signal's reason when it is aborted.
 */
export async function loadWorkerModel<Description, Request, Made>(
  service: Service<Description, Request, Made>,
  parts: WorkerParts<Request>,
  onProgress: (progress: LoadProgress) => void,
  signal: AbortSignal,
): Promise<WorkerModel<Description, Request, Made>> {
  signal.throwIfAborted();
  const notes = createNotes();
  const first = new WorkerLife(service, parts, {
    ...tellSilence(onProgress),
    onNote: notes.add,
  });
  const description = await first.load(signal);
  const unloading = new AbortController();
  const lives = createRevival(first, async () => {
    unloading.signal.throwIfAborted();
    const life = new WorkerLife(service, parts, {
      onProgress: () => undefined,
      onNote: notes.add,
      onSilence: (seconds) => {
        if (seconds >= RESTART_SECONDS) life.die(`It said nothing for ${String(seconds)} seconds.`);
      },
    });
    await life.load(unloading.signal);
    return life;
  });
  const turns = createTurns(service.placesOf(description));
  return {
    description,
    notes,
    ask: (request, callSignal) =>
      converse({ lives, turns, unloaded: unloading.signal }, request, callSignal),
    unload: () => {
      unloading.abort(new PolicyError('engine-lost', 'The model was unloaded.'));
      lives.current().die('The model was unloaded.');
      return Promise.resolve();
    },
  };
}

/** Seconds that a restart may say nothing: nobody sees how far it is, so nobody would end it. */
const RESTART_SECONDS = 60;

/** Passes progress on, and where none comes, says that instead of the last that was heard. */
function tellSilence(
  onProgress: (progress: LoadProgress) => void,
): Pick<LifeListener, 'onProgress' | 'onSilence'> {
  let last: LoadProgress = {
    stage: 'start',
    loadedBytes: null,
    totalBytes: null,
    fraction: null,
    message: '',
  };
  return {
    onProgress: (progress) => {
      last = progress;
      onProgress(progress);
    },
    onSilence: (seconds) => {
      const message = `Nothing has been heard of the model for ${String(seconds)} seconds. A large file or a slow network can take that long; if nothing comes, stop, and load it again.`;
      onProgress({ ...last, message });
    },
  };
}

interface Conversing<Description, Request, Made> {
  readonly lives: Revival<WorkerLife<Description, Request, Made>>;
  readonly turns: Turns;
  readonly unloaded: AbortSignal;
}

async function* converse<Description, Request, Made>(
  { lives, turns, unloaded }: Conversing<Description, Request, Made>,
  request: Request,
  signal: AbortSignal,
): AsyncGenerator<Made, void, undefined> {
  const leave = new AbortController();
  const either = AbortSignal.any([signal, leave.signal]);
  const endTurn = await turns.take(signal);
  let ended = Promise.resolve();
  try {
    unloaded.throwIfAborted();
    const engine = await untilAborted(lives.revive(), signal);
    const call = engine.ask(request, either);
    ended = call.ended;
    yield* call.made;
  } finally {
    // A reader who leaves before the end stops the engine too; the turn lasts until the engine is free.
    leave.abort();
    void ended.then(endTurn);
  }
}

/** The one thing that a call makes, where it makes one. */
export async function firstOf<Made>(made: AsyncIterable<Made>): Promise<Made> {
  for await (const one of made) return one;
  throw new PolicyError('engine-failed', 'The engine ended the call without an answer.');
}

/** An engine that is started again when it is asked for after a loss. */
interface Revival<Life> {
  /** The last that was started, dead or alive. */
  readonly current: () => Life;
  /**
   * The engine, started again where it was lost; a restart outlives the call that asked for it.
   *
   * @throws PolicyError `engine-lost` where it does not start again.
   */
  readonly revive: () => Promise<Life>;
}

/** Keeps an engine, and starts the next by `startAgain` when it is lost. */
function createRevival<Life extends { readonly alive: boolean }>(
  first: Life,
  startAgain: () => Promise<Life>,
): Revival<Life> {
  let life = first;
  let restart: Promise<Life> | null = null;
  const revive = async (): Promise<Life> => {
    if (life.alive) return life;
    restart ??= startAgain()
      .catch(failRestart)
      .finally(() => {
        restart = null;
      });
    life = await restart;
    return life;
  };
  return { current: () => life, revive };
}

function failRestart(error: unknown): never {
  if (error instanceof PolicyError) throw error;
  throw new PolicyError(
    'engine-lost',
    `The engine was lost and did not start again: ${messageOf(error)}`,
    { cause: error },
  );
}
