import * as z from 'zod/mini';
import type { ParsedRunFile } from '../../core/index.ts';

/** What the page asks the worker: a file first, then for one run after another. */
export const readerRequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), file: z.instanceof(Blob) }),
  z.object({ kind: z.literal('next') }),
]);

export type ReaderRequest = z.infer<typeof readerRequestSchema>;

/** A run was read by the schema of runs in the worker: both sides are one build. */
const parsedSchema = z.custom<ParsedRunFile>(
  (value) => z.object({ ok: z.boolean() }).safeParse(value).success,
);

/** One answer to each request. */
export const readerAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('run'), parsed: parsedSchema }),
  z.object({ kind: z.literal('end') }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);

export type ReaderAnswer = z.infer<typeof readerAnswerSchema>;
