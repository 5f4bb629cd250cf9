import * as z from 'zod/mini';

/**
 * What a page and the worker of a model say to each other, the same for every engine. One worker serves one model: it is
 * loaded once, serves as many calls at once as its service says, and is thrown away with its memory when the model is
 * unloaded, when loading is cancelled or when the engine is lost. What is asked and made is the service's own.
 */
export type PageMessage<Request> =
  | LoadRequest
  | { readonly type: 'call-requested'; readonly callId: number; readonly request: Request }
  | { readonly type: 'call-aborted'; readonly callId: number };

/** What a worker hears: a call whose request makes no sense must be answered too, or it hangs. */
export type HeardMessage<Request> =
  PageMessage<Request> | { readonly type: 'call-not-understood'; readonly callId: number };

export type WorkerMessage<Description, Made> =
  | LifeMessage
  | { readonly type: 'load-finished'; readonly description: Description }
  /** Once or often in a call, as its service says. */
  | { readonly type: 'call-answered'; readonly callId: number; readonly made: Made };

/** What the worker of a model is there for. */
export interface Service<Description, Request, Made> {
  readonly description: z.ZodMiniType<Description>;
  readonly request: z.ZodMiniType<Request>;
  readonly made: z.ZodMiniType<Made>;
  /** Calls that a loaded model serves at once, at least 1. */
  readonly placesOf: (description: Description) => number;
}

/** Of tokens, bytes and calls. */
export const countSchema = z.int().check(z.minimum(0));

const loadRequestSchema = z.object({
  type: z.literal('load-requested'),
  lockName: z.string(),
  /** Read by whoever loads it. */
  model: z.unknown(),
});

/** How a page asks a worker for its model. */
export type LoadRequest = z.infer<typeof loadRequestSchema>;

const pageSchema = z.discriminatedUnion('type', [
  loadRequestSchema,
  z.object({ type: z.literal('call-requested'), callId: countSchema, request: z.unknown() }),
  z.object({ type: z.literal('call-aborted'), callId: countSchema }),
]);

const lifeSchemas = [
  /** The worker holds the lock of `load-requested` from now on until it dies. */
  z.object({ type: z.literal('lock-held') }),
  z.object({
    type: z.literal('load-progressed'),
    progress: z.object({
      stage: z.enum(['download', 'load-from-cache', 'compile-shaders', 'start']),
      loadedBytes: z.nullable(countSchema),
      totalBytes: z.nullable(countSchema),
      fraction: z.nullable(z.number()),
      message: z.string(),
    }),
  }),
  z.object({
    type: z.literal('load-failed'),
    kind: z.enum([
      'no-webgpu',
      'no-adapter',
      'does-not-fit',
      'weights-not-found',
      'library-not-found',
      'library-mismatch',
      'connection-lost',
      'storage-full',
      'out-of-memory',
      'not-a-model',
      'load-failed',
    ]),
    message: z.string(),
  }),
  /** What a person should know of how the model runs here: in loading or later. */
  z.object({ type: z.literal('engine-noted'), message: z.string() }),
  /** The device is gone; nothing that this worker still says counts. */
  z.object({ type: z.literal('engine-lost'), message: z.string() }),
  z.object({
    type: z.literal('call-failed'),
    callId: countSchema,
    kind: z.enum(['engine-lost', 'context-overflow', 'engine-failed']),
    message: z.string(),
  }),
  /** Said once for every call, whatever became of it: the engine is free again. */
  z.object({ type: z.literal('call-ended'), callId: countSchema }),
] as const;

/** What a worker says of itself and of its calls, whatever it serves. */
export type LifeMessage = z.infer<(typeof lifeSchemas)[number]>;

const workerSchema = z.discriminatedUnion('type', [
  ...lifeSchemas,
  z.object({ type: z.literal('load-finished'), description: z.unknown() }),
  z.object({ type: z.literal('call-answered'), callId: countSchema, made: z.unknown() }),
]);

/**
 * The message if it is one that a page may say; null otherwise.
 *
 * Read by schemas like what is kept, a token's message too: that takes 4 µs with its five likeliest beside it, 0.5 µs by
 * hand, where the browser takes 16 µs to copy the message from the worker.
 */
export function readPageMessage<Request>(
  { request: schema }: Pick<Service<unknown, Request, unknown>, 'request'>,
  value: unknown,
): HeardMessage<Request> | null {
  const message = pageSchema.safeParse(value).data;
  if (message === undefined) return null;
  if (message.type !== 'call-requested') return message;
  const request = schema.safeParse(message.request);
  return request.success
    ? { ...message, request: request.data }
    : { type: 'call-not-understood', callId: message.callId };
}

/** The message if it is one that a worker of this service may say; null otherwise. */
export function readWorkerMessage<Description, Made>(
  service: Pick<Service<Description, unknown, Made>, 'description' | 'made'>,
  value: unknown,
): WorkerMessage<Description, Made> | null {
  const message = workerSchema.safeParse(value).data;
  if (message === undefined) return null;
  switch (message.type) {
    case 'load-finished': {
      const description = service.description.safeParse(message.description);
      return description.success ? { ...message, description: description.data } : null;
    }
    case 'call-answered': {
      const made = service.made.safeParse(message.made);
      return made.success ? { ...message, made: made.data } : null;
    }
    default:
      return message;
  }
}
