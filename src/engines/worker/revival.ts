import { PolicyError, messageOf } from '../../core/index.ts';

/** A worker that is on its way to hold a model. */
export interface LoadingLife<Description> {
  /** @throws ModelLoadError */
  load(): Promise<Description>;
  /** Ends the worker and everything that waits for it. */
  die(message: string): void;
}

/**
 * Loads the model of a life just begun.
 *
 * @throws ModelLoadError
 * @throws the signal's reason when it is aborted; the worker is terminated, its memory free.
 */
export async function loadLife<Description>(
  life: LoadingLife<Description>,
  signal: AbortSignal,
): Promise<Description> {
  const cancel = (): void => {
    life.die('Loading was cancelled.');
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await life.load();
  } catch (error) {
    life.die('Loading failed.');
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** An engine that is started again when it is asked for after a loss. */
export interface Revival<Life> {
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
export function createRevival<Life extends { readonly alive: boolean }>(
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
  const words = messageOf(error);
  throw new PolicyError('engine-lost', `The engine was lost and did not start again: ${words}`, {
    cause: error,
  });
}
