import * as z from 'zod/mini';
import { type StoredRun, splitProblem, type RunPlan } from '../../core/index.ts';
import { type Document, migrate } from '../migrations/migrate-run.ts';
import { type CheckedLog, checkLog } from './check-event-log.ts';
import { eventSchema } from './event-schema.ts';
import { headerSchema } from './header-schema.ts';
import { LIMITS } from './run-size-limits.ts';
import {
  describeProblem,
  problemOf,
  describeValue,
  type Problem,
  problemAt,
} from './describe-problem.ts';
import { withHeader } from './run-as-stored.ts';

export type ParsedRun =
  { readonly ok: true; readonly run: StoredRun } | { readonly ok: false; readonly message: string };

/** The part of files and stored rows that is a run. */
const runSchema = z.object({ run: headerSchema, events: z.array(eventSchema) });

/**
 * Reads a run out of data from outside, of this version or an earlier one: the only way in, for files and for the browser's
 * storage alike, since either may have been changed by anyone.
 *
 * @param owner what the data is called in a sentence: "The file", "The stored run"
 */
export function readRun(document: Document, owner: string): ParsedRun {
  const migrated = migrate(document);
  switch (migrated.status) {
    case 'newer':
      return { ok: false, message: newerVersion(owner, migrated.version) };
    case 'unreadable':
      return { ok: false, message: describeProblem(owner, migrated.problem) };
    case 'current':
      return readCurrent(migrated.document, owner);
  }
}

function readCurrent(document: Document, owner: string): ParsedRun {
  const { events } = document;
  // Before the schema walks through them all.
  if (Array.isArray(events) && events.length > LIMITS.events) {
    return { ok: false, message: tooManyEvents(owner, events.length) };
  }
  const parsed = runSchema.safeParse(document);
  if (!parsed.success) {
    return { ok: false, message: describeProblem(owner, problemOf(parsed.error, document)) };
  }
  const run = { header: parsed.data.run, events: parsed.data.events };
  const checked = checkRun(run);
  return checked.problem === null
    ? { ok: true, run: withHeader(run.header, [...run.events, ...checked.ending]) }
    : { ok: false, message: describeProblem(owner, checked.problem) };
}

function checkRun(run: StoredRun): CheckedLog {
  const problem = checkPlan(run.header.plan);
  return problem === null ? checkLog(run) : { problem };
}

function newerVersion(owner: string, version: number): string {
  const subject = owner === 'The file' ? 'This file' : owner;
  return `${subject} was written by a newer version of PRS Playground (format ${String(version)}): reload the page to get that version, then try again.`;
}

function tooManyEvents(owner: string, count: number): string {
  const most = LIMITS.events.toLocaleString('en');
  return `${owner}'s field "events" should be at most ${most} entries but is ${count.toLocaleString('en')} entries.`;
}

/** What the types can't say of a plan: arms of different ids whose splits are splits of the budget. */
export function checkPlan(plan: RunPlan): Problem | null {
  for (const [position, arm] of plan.arms.entries()) {
    const path = ['run', 'plan', 'arms', position];
    if (plan.arms.findIndex(({ id }) => id === arm.id) !== position) {
      return problemAt([...path, 'id'], 'different for each arm', `${describeValue(arm.id)} twice`);
    }
    const expected = splitProblem(arm, plan.budget);
    if (expected !== null) return problemAt([...path, 'split'], expected, arm.split.join('/'));
  }
  return null;
}
