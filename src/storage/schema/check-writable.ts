import type * as z from 'zod/mini';
import { type DurableEvent, type RunHeader, StorageError } from '../../core/index.ts';
import { describeProblem, problemOf } from './describe-problem.ts';
import { eventSchema } from './event-schema.ts';
import { headerSchema } from './header-schema.ts';
import { storable } from './run-as-stored.ts';

/**
 * The event as it is stored, by the schema that will read it: what could not be read back would make the whole run unreadable.
 *
 * @throws StorageError `unwritable`
 */
export function writableEvent(event: DurableEvent): DurableEvent {
  const stored = storable(event);
  check(eventSchema, stored, 'The event');
  return stored;
}

/** The header as it is stored, by the schema that will read it. @throws StorageError `unwritable` */
export function writableHeader(header: RunHeader): RunHeader {
  check(headerSchema, header, 'The run');
  return header;
}

function check(schema: z.ZodMiniType, value: object, owner: string): void {
  const parsed = schema.safeParse(value);
  if (parsed.success) return;
  const problem = describeProblem(owner, problemOf(parsed.error, value));
  throw new StorageError('unwritable', `${problem} So it could not be read back.`);
}
