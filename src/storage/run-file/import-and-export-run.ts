import * as z from 'zod/mini';
import type {
  DurableEvent,
  ParsedRunFile,
  RunFileFormat,
  RunHeader,
  StoredRun,
} from '../../core/index.ts';
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

/** An event as files have it, on one line. */
export function eventAsJson(event: DurableEvent): string {
  return JSON.stringify(storable(event));
}

/** What stands before and behind a run's events, as `eventAsJson` gives them with commas between, where its file is one line. */
export function runOnOneLine(
  run: RunHeader,
  exportedAt: number,
): readonly [head: string, tail: string] {
  const moment = new Date(exportedAt).toISOString();
  const envelope = { format: RUN_FILE_FORMAT, version: CURRENT_VERSION, exportedAt: moment, run };
  return [`${JSON.stringify(envelope).slice(0, -1)},"events":[`, ']}'];
}

/** Reads the text of a file of one run from anywhere. Never throws. */
export function parseRunFile(text: string): ParsedRunFile {
  const opened = openDocument(text);
  return opened.ok ? readDocument(opened.document, OWNER) : opened;
}

/** The mark by which a file of many runs is known. */
const RUN_FILES_FORMAT = 'prs-playground-runs';

const RUNS_MARK = `{\n"format": "${RUN_FILES_FORMAT}"`;

/** What a file of many runs begins with; its runs follow, with `RUNS_BETWEEN` between them. */
export function runsHead(exportedAt: number): string {
  const moment = JSON.stringify(new Date(exportedAt).toISOString());
  return `${RUNS_MARK},\n"exportedAt": ${moment},\n"runs": [\n`;
}

export const RUNS_BETWEEN = ',\n';
const RUNS_TAIL = '\n]\n}\n';

/** Many runs as one JSON file: `{ format, exportedAt, runs }`, each run as a file of its own would have it. */
export function joinRunFiles(files: readonly string[], exportedAt: number): string {
  const runs = files.map((file) => file.trimEnd()).join(RUNS_BETWEEN);
  return `${runsHead(exportedAt)}${runs}${RUNS_TAIL}`;
}

/** Reads the text of a file of one run or of many from anywhere: each run for itself. Never throws. */
export function parseRunFiles(text: string): readonly ParsedRunFile[] {
  const opened = openDocument(text);
  if (!opened.ok) return runsByLine(text) ?? [opened];
  const { document } = opened;
  if (document.format !== RUN_FILES_FORMAT) return [readDocument(document, OWNER)];
  const { runs } = document;
  if (!Array.isArray(runs) || runs.length === 0 || runs.length > LIMITS.runs) {
    const expected = `a list of 1 to ${LIMITS.runs.toLocaleString('en')} runs`;
    return [refusal(describeProblem(OWNER, problemAt(['runs'], expected, describeValue(runs))))];
  }
  return runs.map((run, position) => {
    const owner = `Run ${String(position + 1)} of the file`;
    const parsed = documentSchema.safeParse(run);
    return parsed.success
      ? readDocument(parsed.data, owner)
      : refusal(`${owner} isn't one of PRS Playground: it should be a JSON object.`);
  });
}

/**
 * The runs of a file that has one a line and isn't whole, as one that is being written, or was when its disk was full: each line that is
 * whole is a run. Null where it is no such file.
 */
function runsByLine(text: string): readonly ParsedRunFile[] | null {
  if (text.length > LIMITS.fileBytes || !text.startsWith(RUNS_MARK)) return null;
  const lines = text.split('\n').filter((line) => line.startsWith(RUN_MARK));
  if (lines.length === 0 || lines.length > LIMITS.runs) return null;
  return lines.map((line, position) => {
    const owner = `Run ${String(position + 1)} of the file`;
    const document = parseDocument(line.replace(/,$/, ''));
    return document === null
      ? refusal(`${owner} is cut off or damaged.`)
      : readDocument(document, owner);
  });
}

/** What a run begins with that is one line. */
const RUN_MARK = `{"format":"${RUN_FILE_FORMAT}"`;

type Refusal = Extract<ParsedRunFile, { readonly ok: false }>;

function refusal(message: string): Refusal {
  return { ok: false, message };
}

/** Apart from what the file says of itself. */
type Opened = { readonly ok: true; readonly document: Document } | Refusal;

function openDocument(text: string): Opened {
  if (text.length > LIMITS.fileBytes) return refusal(tooLarge());
  const document = parseDocument(text);
  return document === null
    ? refusal("The file isn't a run of PRS Playground: it should be a JSON object.")
    : { ok: true, document };
}

function readDocument(document: Document, owner: string): ParsedRunFile {
  const { format } = document;
  if (format !== RUN_FILE_FORMAT) {
    const expected = `the text "${RUN_FILE_FORMAT}"`;
    const problem = problemAt(['format'], expected, describeValue(format));
    return refusal(describeProblem(owner, problem));
  }
  return readRun(document, owner);
}

/** The file format as screens are given it. */
export const runFileFormat: RunFileFormat = {
  maxBytes: LIMITS.fileBytes,
  export: exportRun,
  join: joinRunFiles,
  parse: parseRunFiles,
};

const documentSchema = z.record(z.string(), z.unknown());

function parseDocument(text: string): Document | null {
  try {
    return documentSchema.safeParse(JSON.parse(text.replace(/^\uFEFF/, ''))).data ?? null;
  } catch {
    return null;
  }
}

function tooLarge(): string {
  const most = (LIMITS.fileBytes / 1_000_000).toLocaleString('en');
  return `The file should be at most ${most} MB, which is more than any run takes, but is larger.`;
}
