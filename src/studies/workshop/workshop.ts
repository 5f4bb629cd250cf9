import {
  type ToldRun,
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
   * @throws Error when all is let go of meanwhile
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
  onmessageerror: ((event: MessageEvent<unknown>) => void) | null;
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
 * and the next one gets a fresh worker that is told the runs anew. One that is aborted before that leaves the worker, with what it was told.
 */
export class WorkerWorkshop implements Workshop {
  readonly #parts: WorkshopParts;
  #held: HeldWorker | null = null;
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
    this.#held?.closed.abort(new Error('The figures were put away before they were worked out.'));
    this.#end();
  }

  async #workOut<Name extends WorkName>(
    name: Name,
    asked: Works[Name]['asked'],
    signal: AbortSignal,
  ): Promise<Works[Name]['made']> {
    signal.throwIfAborted();
    const held = (this.#held ??= new HeldWorker(this.#parts));
    const either = AbortSignal.any([signal, held.closed.signal]);
    const numbered = await held.tell((numberOf) => WORKS[name].numbered(asked, numberOf), either);
    either.throwIfAborted();
    try {
      return WORKS[name].made.parse(
        await held.ask({ kind: 'work', name, asked: numbered }, either),
      );
    } catch (error) {
      this.#end();
      either.throwIfAborted();
      throw error;
    }
  }

  #end(): void {
    this.#held?.worker.terminate();
    this.#held = null;
  }
}

/** A worker, and the runs that it was told. */
class HeldWorker {
  readonly worker: StatisticsWorker;
  /** Aborted when nobody asks for anything any more. */
  readonly closed = new AbortController();
  readonly #pause: WorkshopParts['pause'];
  readonly #numbers = new WeakMap<ToldRun, number>();
  #told = 0;
  #hasAnswered = false;

  constructor({ createWorker, pause }: WorkshopParts) {
    this.worker = createWorker();
    this.#pause = pause;
  }

  /**
   * Tells the runs of a request that weren't told before, few in one turn of the page. A run counts as told once it is.
   *
   * @returns the request with numbers in place of its runs
   * @throws the signal's reason
   */
  async tell(
    numbered: (numberOf: (run: ToldRun) => number) => unknown,
    signal: AbortSignal,
  ): Promise<unknown> {
    const untold = new Map<ToldRun, number>();
    const asked = numbered((run) => {
      const number = this.#numbers.get(run) ?? untold.get(run) ?? this.#told + untold.size;
      if (!this.#numbers.has(run)) untold.set(run, number);
      return number;
    });
    const all = [...untold.keys()];
    for (let from = 0; from < all.length; from += FACTS_AT_ONCE) {
      const facts = all.slice(from, from + FACTS_AT_ONCE);
      this.worker.postMessage({ kind: 'facts', facts });
      for (const run of facts) this.#numbers.set(run, this.#told++);
      await this.#pause();
      signal.throwIfAborted();
    }
    return asked;
  }

  /**
   * What the worker makes of a wish.
   *
   * @throws Error with a sentence where it makes nothing
   */
  async ask(wish: WorkshopPageMessage, signal: AbortSignal): Promise<unknown> {
    const ended = new AbortController();
    const message = await new Promise<WorkshopMessage>((resolve, reject) => {
      const failWith = (sentence: string) => (): void => {
        reject(new Error(sentence));
      };
      const stop = failWith('aborted');
      signal.addEventListener('abort', stop, { once: true, signal: ended.signal });
      this.worker.onerror = (event) => {
        // What can't be fetched or read has an event without a message.
        const isStarted = this.#hasAnswered || 'message' in event;
        failWith(isStarted ? BROKEN_OFF : NOT_STARTED)();
      };
      this.worker.onmessageerror = failWith(NO_SENSE);
      this.worker.onmessage = ({ data }) => {
        this.#hasAnswered = true;
        const read = workerMessageSchema.safeParse(data);
        if (read.success) resolve(read.data);
        else failWith(NO_SENSE)();
      };
      this.worker.postMessage(wish);
    }).finally(() => {
      ended.abort();
    });
    if (message.kind === 'failed') throw new Error(message.message);
    return message.made;
  }
}

const NOT_STARTED = 'What works out the figures could not be started: reload the page.';
const BROKEN_OFF = 'What works out the figures broke off: choose again, or fewer runs.';
const NO_SENSE = 'What works out the figures said something that makes no sense.';
