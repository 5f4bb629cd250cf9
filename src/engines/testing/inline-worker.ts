import type { ServingPort } from '../worker/serve-model.ts';
import type { ModelWorker } from '../worker/worker-life.ts';

/** A worker in the same thread: what is said arrives in a later microtask, cloned, and nothing after its end. */
export class InlineWorker<Message> implements ModelWorker<Message> {
  onmessage: ((event: MessageEvent<unknown>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  terminated = false;
  readonly #heard: ((event: MessageEvent<unknown>) => void)[] = [];

  /** @param serve what the worker runs, with its own side of the line. */
  constructor(serve: (port: ServingPort<unknown>) => void) {
    serve({
      postMessage: (message) => {
        this.say(message);
      },
      addEventListener: (_, listener) => this.#heard.push(listener),
    });
  }

  /** Says it to the page, sense or not. */
  say(message: unknown): void {
    const data: unknown = structuredClone(message);
    queueMicrotask(() => {
      if (!this.terminated) this.onmessage?.(new MessageEvent('message', { data }));
    });
  }

  postMessage(message: Message): void {
    const data = structuredClone(message);
    queueMicrotask(() => {
      for (const listener of this.#heard) {
        if (!this.terminated) listener(new MessageEvent('message', { data }));
      }
    });
  }

  /** Fails as a worker does whose script throws. */
  fail(message: string): void {
    const event = new Event('error');
    const where = { message, filename: '', lineno: 0, colno: 0, error: null };
    this.onerror?.(Object.assign(event, where));
  }

  terminate(): void {
    this.terminated = true;
  }
}

/** Makes such workers, and keeps them in the order that they were asked for. */
export function inlineWorkers<Message>(serve: (port: ServingPort<unknown>) => void): {
  readonly workers: readonly InlineWorker<Message>[];
  readonly createWorker: () => InlineWorker<Message>;
} {
  const workers: InlineWorker<Message>[] = [];
  const createWorker = (): InlineWorker<Message> => {
    const worker = new InlineWorker<Message>(serve);
    workers.push(worker);
    return worker;
  };
  return { workers, createWorker };
}
