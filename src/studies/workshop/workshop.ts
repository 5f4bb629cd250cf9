import type { RunFacts } from '../findings/run-facts.ts';
import {
  type WorkName,
  WORKS,
  type Works,
  workerMessageSchema,
  type WorkshopMessage,
  type WorkshopPageMessage,
} from './works.ts';

/** Works out what many runs say. */
export interface Workshop {
  /**
   * @throws Error with a sentence where it can't be worked out
   * @throws the signal's reason when it is aborted
   */
  work<Name extends WorkName>(
    name: Name,
    asked: Works[Name]['asked'],
    signal: AbortSignal,
  ): Promise<Works[Name]['made']>;
  /** Lets go of all that it holds; what is asked of it afterwards has it begin anew. */
  close(): void;
}

/** The part of a Worker that is used, so that tests can stand in for one. */
export interface StatisticsWorker {
  postMessage(message: WorkshopPageMessage): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** In the page's own thread, for where there are no workers. */
export const THREAD_WORKSHOP: Workshop = {
  work: async (name, asked, signal) => {
    await Promise.resolve();
    signal.throwIfAborted();
    return WORKS[name].compute(asked);
  },
  close: () => undefined,
};

export interface WorkshopParts {
  /** Makes a fresh worker. */
  readonly createWorker: () => StatisticsWorker;
  /** Gives the page a turn: what is told to the worker is copied in the page's thread. */
  readonly pause: () => Promise<void>;
}

/** Facts that are copied in one turn of the page. */
const FACTS_AT_ONCE = 20;

/**
 * Works out in a worker, one wish after another. A wish that is aborted while it is worked out ends the worker: computing hears nothing,
 * and the next one gets a fresh worker that is told the runs anew.
 */
export class WorkerWorkshop implements Workshop {
  readonly #parts: WorkshopParts;
  #worker: StatisticsWorker | null = null;
  #numbers = new WeakMap<RunFacts, number>();
  #told = 0;
  /** Settles, never rejecting, when the wish before has been dealt with. */
  #before: Promise<unknown> = Promise.resolve();

  constructor(parts: WorkshopParts) {
    this.#parts = parts;
  }

  work<Name extends WorkName>(
    name: Name,
    asked: Works[Name]['asked'],
    signal: AbortSignal,
  ): Promise<Works[Name]['made']> {
    const made = this.#before.then(() => this.#workOut(name, asked, signal));
    this.#before = made.catch(() => undefined);
    return made;
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#numbers = new WeakMap();
    this.#told = 0;
  }

  async #workOut<Name extends WorkName>(
    name: Name,
    asked: Works[Name]['asked'],
    signal: AbortSignal,
  ): Promise<Works[Name]['made']> {
    signal.throwIfAborted();
    const worker = (this.#worker ??= this.#parts.createWorker());
    const untold: RunFacts[] = [];
    const numbered = WORKS[name].numbered(asked, (run) => this.#numberOf(run, untold));
    for (let from = 0; from < untold.length; from += FACTS_AT_ONCE) {
      worker.postMessage({ kind: 'facts', facts: untold.slice(from, from + FACTS_AT_ONCE) });
      await this.#parts.pause();
    }
    try {
      const answer = askWorker(worker, signal);
      worker.postMessage({ kind: 'work', name, asked: numbered });
      return WORKS[name].made.parse(await answer);
    } catch (error) {
      this.close();
      signal.throwIfAborted();
      throw error;
    }
  }

  #numberOf(run: RunFacts, untold: RunFacts[]): number {
    const known = this.#numbers.get(run);
    if (known !== undefined) return known;
    untold.push(run);
    const number = this.#told;
    this.#told += 1;
    this.#numbers.set(run, number);
    return number;
  }
}

/** What the worker makes of the one wish that it is told next. */
async function askWorker(worker: StatisticsWorker, signal: AbortSignal): Promise<unknown> {
  const ended = new AbortController();
  const message = await new Promise<WorkshopMessage>((resolve, reject) => {
    const stop = (): void => {
      reject(new Error('aborted'));
    };
    signal.addEventListener('abort', stop, { once: true, signal: ended.signal });
    if (signal.aborted) stop();
    worker.onerror = () => {
      reject(new Error('What works out the figures could not be started: reload the page.'));
    };
    worker.onmessage = ({ data }) => {
      const read = workerMessageSchema.safeParse(data);
      if (read.success) resolve(read.data);
      else reject(new Error('What works out the figures said something that makes no sense.'));
    };
  }).finally(() => {
    ended.abort();
  });
  if (message.kind === 'failed') throw new Error(message.message);
  return message.made;
}
