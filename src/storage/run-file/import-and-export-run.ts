import { z } from 'zod';
import type { ParsedRunFile, RunFileFormat, StoredRun } from '../../core/index.ts';
import { CURRENT_VERSION, type Document } from '../migrations/migrate-run.ts';
import { LIMITS } from '../schema/run-size-limits.ts';
import { describeProblem, describeValue, problemAt } from '../schema/describe-problem.ts';
import { readRun } from '../schema/read-run.ts';
import { storable, withHeader } from '../schema/run-as-stored.ts';

/** The mark by which a run's file is known. */
const RUN_FILE_FORMAT = 'prs-playground-run';

const OWNER = 'The file';

/**
 * A run as JSON: `{ format, version, exportedAt, run, events }`. The header is spread out for readers; each event takes one
 * line, so that two files can be compared line by line and a token doesn't take thirty lines.
 */
export function exportRun({ header, events }: StoredRun, exportedAt: number): string {
  const run = withHeader(header, events.map(storable));
  const envelope = {
    format: RUN_FILE_FORMAT,
    version: CURRENT_VERSION,
    exportedAt: new Date(exportedAt).toISOString(),
    run: run.header,
  };
  const opening = JSON.stringify(envelope, null, 2).slice(0, -'\n}'.length);
  const lines = run.events.map((event) => `    ${JSON.stringify(event)}`);
  const log = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `${opening},\n  "events": ${log}\n}\n`;
}

/** Reads the text of a file from anywhere. Never throws. */
export function parseRunFile(text: string): ParsedRunFile {
  if (text.length > LIMITS.fileBytes) return { ok: false, message: tooLarge() };
  const document = parseDocument(text);
  if (document === null) {
    const message = "The file isn't a run of PRS Playground: it should be a JSON object.";
    return { ok: false, message };
  }
  const { format } = document;
  if (format !== RUN_FILE_FORMAT) {
    const expected = `the text "${RUN_FILE_FORMAT}"`;
    const problem = problemAt(['format'], expected, describeValue(format));
    return { ok: false, message: describeProblem(OWNER, problem) };
  }
  return readRun(document, OWNER);
}

/** The file format as screens are given it. */
export const runFileFormat: RunFileFormat = {
  maxBytes: LIMITS.fileBytes,
  export: exportRun,
  parse: parseRunFile,
};

const documentSchema = z.record(z.string(), z.unknown());

function parseDocument(text: string): Document | null {
  try {
    return documentSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function tooLarge(): string {
  const most = (LIMITS.fileBytes / 1_000_000).toLocaleString('en');
  return `The file should be at most ${most} MB, which is more than any run takes, but is larger.`;
}
