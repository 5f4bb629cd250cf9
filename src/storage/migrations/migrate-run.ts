import { describeValue, type Problem, problemAt } from '../schema/describe-problem.ts';

/** The form in which runs are written today, in files and in the browser's storage. */
export const CURRENT_VERSION = 2;

/** Data of one version as it was parsed, nothing about it checked yet. */
export type Document = Readonly<Record<string, unknown>>;

/** Rewrites a document of one version as the next one's. It may throw where the document isn't what it says. */
export type MigrationStep = (document: Document) => Document;

/** `steps[0]` leads from version 1 to version 2, and so on. */
export type MigrationSteps = readonly MigrationStep[];

/**
 * A change of form adds a step and raises CURRENT_VERSION.
 *
 * 1 → 2: a log may also tell of scorings and votes, and a token of the likeliest others; nothing that was there changes.
 */
export const MIGRATION_STEPS: MigrationSteps = [(document) => document];

/** What bringing a document up to date came to. */
export type Migrated =
  | { readonly status: 'current'; readonly document: Document }
  /** Written by a later page than this one. */
  | { readonly status: 'newer'; readonly version: number }
  | { readonly status: 'unreadable'; readonly problem: Problem };

/** Brings a document of any earlier version to the one that `steps` lead to. */
export function migrate(document: Document, steps: MigrationSteps = MIGRATION_STEPS): Migrated {
  const current = steps.length + 1;
  const { version } = document;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
    const problem = problemAt(['version'], 'a whole number from 1', describeValue(version));
    return { status: 'unreadable', problem };
  }
  if (version > current) return { status: 'newer', version };
  try {
    const migrated = steps.slice(version - 1).reduce((older, step) => step(older), document);
    return { status: 'current', document: { ...migrated, version: current } };
  } catch {
    const expected = `a run as version ${String(version)} wrote it`;
    return { status: 'unreadable', problem: problemAt([], expected, 'of another form') };
  }
}
