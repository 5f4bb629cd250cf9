/** The part of a Worker that is used, so that tests can stand in for one. */
export interface ModelWorker<Message> {
  postMessage(message: Message): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** What the life of a worker with a model is started with. */
export interface WorkerParts<Message> {
  /** Makes a fresh worker. */
  createWorker(): ModelWorker<Message>;
  /** What the worker loads; must be structured-cloneable. */
  readonly model: unknown;
  /** Tells when a worker died in silence; null where the browser has no Web Locks. */
  readonly locks: Pick<LockManager, 'request'> | null;
}

/** What is done with what a worker says. */
export interface Hearing<Said> {
  /** Null for what makes no sense. */
  readonly read: (value: unknown) => Said | null;
  readonly hear: (message: Said) => void;
  /** Told when nothing more that the worker says counts. */
  readonly die: (message: string) => void;
}

/** Hears a worker out; one that fails or talks nonsense is to die. */
export function hearWorker<Said>(
  worker: Pick<ModelWorker<never>, 'onmessage' | 'onerror'>,
  { read, hear, die }: Hearing<Said>,
): void {
  worker.onmessage = ({ data }) => {
    const message = read(data);
    if (message === null) die('The engine said something that makes no sense.');
    else hear(message);
  };
  worker.onerror = ({ message }) => {
    die(`The engine’s worker failed: ${message || 'it could not be started'}.`);
  };
}
