import * as z from 'zod/mini';
import {
  cutText,
  type DurableEvent,
  type RunHeader,
  type RunOrigin,
  type RunSummary,
  StorageError,
  type StoredRun,
} from '../core/index.ts';
import { CURRENT_VERSION } from './migrations/migrate-run.ts';
import { checkPlan, readRun } from './schema/read-run.ts';
import { headerSchema, idSchema } from './schema/header-schema.ts';
import { LIMITS } from './schema/run-size-limits.ts';
import { describeProblem, problemOf } from './schema/describe-problem.ts';
import {
  digestSchema,
  extendDigest,
  type RunDigest,
  startDigest,
  summariseRun,
} from './run-summary.ts';

/** What a store keeps of a run beside its log. */
export interface RunRow {
  readonly header: RunHeader;
  readonly origin: RunOrigin;
  /** The id that a run from elsewhere had there; null for a run of this page. */
  readonly sourceId: string | null;
  readonly digest: RunDigest;
}

const ORIGINS = {
  sampled: 'sampled',
  imported: 'imported',
  kept: 'kept',
} satisfies { [Origin in RunOrigin]: Origin };

const rowSchema = z.object({
  header: headerSchema,
  origin: z.enum(ORIGINS),
  sourceId: z.nullable(idSchema),
  digest: digestSchema,
}) satisfies z.ZodMiniType<RunRow>;

/** What a row says beside header and log, of whatever version it is. */
const provenanceSchema = z.object({
  header: z.unknown(),
  origin: z.catch(z.enum(ORIGINS), 'sampled'),
  sourceId: z.catch(z.nullable(idSchema), null),
});

const OWNER = 'The stored run';

/** The row of a run whose log is empty. */
export function newRow(header: RunHeader, origin: RunOrigin, sourceId: string | null): RunRow {
  const named = { ...header, name: shortName(header.name) };
  return { header: named, origin, sourceId, digest: startDigest(header) };
}

/** The row after `events` were added to the end of the log. */
export function longerRow(row: RunRow, events: readonly DurableEvent[]): RunRow {
  return { ...row, digest: extendDigest(row.digest, events) };
}

/** The row under another name, cut to what its schema allows. */
export function renamedRow(row: RunRow, name: string): RunRow {
  return { ...row, header: { ...row.header, name: shortName(name) } };
}

/** What a list shows of a row. */
export function summariseRow({ header, digest, origin }: RunRow): RunSummary {
  return summariseRun(header, digest, origin);
}

/** @throws StorageError `corrupt` where the row isn't what this page wrote. */
export function readRow(stored: unknown): RunRow {
  const parsed = rowSchema.safeParse(stored);
  if (!parsed.success) {
    throw new StorageError('corrupt', describeProblem(OWNER, problemOf(parsed.error, stored)));
  }
  const problem = checkPlan(parsed.data.header.plan);
  if (problem !== null) throw new StorageError('corrupt', describeProblem(OWNER, problem));
  return parsed.data;
}

/** Where a row of any version says that its run came from, and its header, unread. */
export function readProvenance(stored: unknown): z.output<typeof provenanceSchema> {
  const parsed = provenanceSchema.safeParse(stored);
  return parsed.success ? parsed.data : { header: undefined, origin: 'sampled', sourceId: null };
}

/** @throws StorageError `corrupt` where header and log aren't those of a run. */
export function readStoredRun(header: unknown, events: unknown): StoredRun {
  const parsed = readRun({ version: CURRENT_VERSION, run: header, events }, OWNER);
  if (!parsed.ok) throw new StorageError('corrupt', parsed.message);
  return parsed.run;
}

/** A longer name would make the row unreadable by its own schema. */
function shortName(name: string): string {
  return cutText(name, LIMITS.name);
}
