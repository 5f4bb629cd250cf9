import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { PlainError } from '../scripts/terminal/plain-error.mjs';
import type {
  Clock,
  DurableEvent,
  PolicyDescription,
  RewardModelDescription,
  RunHeader,
  StoredRun,
} from '../src/core/index.ts';
import {
  runsOfStudy,
  type QueuedRun,
  type QueueKeeping,
  type Study,
} from '../src/studies/index.ts';
import { makeFolder } from './make-folder.ts';
import { putNameOntoDisk } from './onto-disk.ts';
import { parseJson, readAs } from './read-json.ts';
import { readIfThere, removeFile, RunLog, writeFileWhole } from './run-log.ts';
import { Shards } from './shards.ts';
import { takeOutDamaged } from './take-out-damaged.ts';
import { takeOutFailed } from './take-out-failed.ts';

const FORMAT = 'prs-playground-study';
const VERSION = 1;
/** Says what a folder's study is of. */
export const STUDY_FILE = 'study.json';

/** What a study's folder is of. */
interface StudyFile {
  readonly study: Study;
  readonly policy: PolicyDescription;
  readonly rewardModel: RewardModelDescription;
}

/** Runs that are put onto the disk by one wait for it, and how long the first of them waits for that where fewer end. */
const RUNS_AT_ONCE = 16;
const MILLISECONDS_BETWEEN = 5_000;

const LOGS = 'under-way';
const LOG = /^([\w-]+)\.jsonl$/;

/**
 * A study in a folder: what it is of, its finished runs in files that the page opens, and a log for each run that is under way. A
 * run's log is removed when it lies on the disk among the finished ones, so that a kill at any moment leaves it in one of them at
 * least. A power cut can cost what was written in the last seconds, in a log or of runs that wait for the disk: it is sampled again.
 */
export class StudyFolder implements QueueKeeping {
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #finished = new Set<string>();
  readonly #shards: Shards;
  readonly #underWay = new Map<string, RunLog>();
  readonly #begun: Set<string>;
  /** Logs of finished runs that may not yet lie on the disk. */
  readonly #finishedLogs: string[] = [];
  #timer: NodeJS.Timeout | null = null;
  /** Why they could not be put onto the disk while nothing ended that could tell of it. */
  #problem: Error | null = null;

  private constructor(folder: string, clock: Clock) {
    this.#folder = folder;
    this.#clock = clock;
    makeFolder(this.#logs);
    this.#shards = Shards.open(folder, (id) => this.#finished.add(id));
    // Before the logs are removed of runs that a kill has left in both.
    this.#shards.putOntoDisk();
    this.#begun = this.#readBegun();
  }

  /**
   * Opens the folder, or begins it.
   *
   * @param again whether finished runs of which texts or rewards failed are under way again
   * @throws PlainError where it is another study's, or another policy or scorer has begun it
   */
  static open(path: string, asked: StudyFile, clock: Clock, again: boolean): StudyFolder {
    makeFolder(path);
    const file = join(path, STUDY_FILE);
    const text = readIfThere(file);
    if (text === null) {
      if (readdirSync(path).some((name) => name !== `${STUDY_FILE}.new`)) {
        throw new PlainError(
          `${path} isn’t empty, and no study’s: name another folder with --out.`,
        );
      }
      writeFileWhole(
        file,
        `${JSON.stringify({ format: FORMAT, version: VERSION, ...asked, study: asKept(asked.study) }, null, 2)}\n`,
      );
    } else {
      checkSame(readStudyFile(text, file), asked, path);
      makeFolder(join(path, LOGS));
      takeOutDamaged(path, clock.now());
      putNameOntoDisk(join(path, LOGS));
      if (again) takeOutFailed(path, (id) => logOf(path, id));
    }
    return new StudyFolder(path, clock);
  }

  get #logs(): string {
    return join(this.#folder, LOGS);
  }

  /** How many runs are finished. */
  get finished(): number {
    return this.#finished.size;
  }

  /** How many files they are in. */
  get files(): number {
    return this.#shards.count;
  }

  /** The runs that aren't finished, those first that were under way. */
  *runsLeft(study: Study): Generator<QueuedRun, void, undefined> {
    const key = keyOf(study);
    // Told apart at first: they are taken out as they are gone on with.
    const begun = new Set(this.#begun);
    for (const isBegun of begun.size > 0 ? [true, false] : [false]) {
      for (const run of runsOfStudy(study, key)) {
        if (begun.has(run.id) === isBegun && !this.#finished.has(run.id)) yield run;
      }
    }
  }

  load({ id }: QueuedRun): StoredRun | null {
    if (!this.#begun.delete(id)) return null;
    const left = RunLog.open(this.#logOf(id));
    if (left === null) return null;
    this.#underWay.set(id, left.log);
    return left.run;
  }

  begin(header: RunHeader): void {
    this.#underWay.set(header.id, RunLog.begin(this.#logOf(header.id), { header, events: [] }));
  }

  add(runId: string, event: DurableEvent): void {
    this.#logNow(runId).add(event);
  }

  finish(runId: string): void {
    const log = this.#logNow(runId);
    const now = this.#clock.now();
    this.#shards.add(log.onOneLine(now), now);
    this.#finished.add(runId);
    this.#underWay.delete(runId);
    log.close();
    this.#finishedLogs.push(this.#logOf(runId));
    const hasFailed = this.#problem !== null;
    if (hasFailed || this.#finishedLogs.length >= RUNS_AT_ONCE) this.#putOntoDisk();
    else this.#timer ??= setTimeout(this.#putWaitingOntoDisk, MILLISECONDS_BETWEEN).unref();
  }

  /** Lets go of the logs of runs that were stopped. */
  close(): void {
    this.#putOntoDisk();
    for (const log of this.#underWay.values()) log.close();
    this.#underWay.clear();
  }

  readonly #putWaitingOntoDisk = (): void => {
    try {
      this.#putOntoDisk();
    } catch (error) {
      // The next run that ends tells of it, or the close.
      this.#problem = error instanceof Error ? error : new Error(String(error));
    }
  };

  /** The finished runs need their logs no more when they lie on the disk themselves. */
  #putOntoDisk(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#problem !== null) throw this.#problem;
    if (this.#finishedLogs.length === 0) return;
    this.#shards.putOntoDisk();
    for (const path of this.#finishedLogs.splice(0)) removeFile(path);
  }

  #logNow(runId: string): RunLog {
    const log = this.#underWay.get(runId);
    if (log === undefined) throw new Error(`The run ${runId} is not under way.`);
    return log;
  }

  #logOf(runId: string): string {
    return logOf(this.#folder, runId);
  }

  /** Runs that have a log, those left out that a kill has kept from being removed. */
  #readBegun(): Set<string> {
    const begun = new Set<string>();
    for (const name of readdirSync(this.#logs)) {
      const [, id] = LOG.exec(name) ?? [];
      if (id !== undefined && !this.#finished.has(id)) begun.add(id);
      else removeFile(join(this.#logs, name));
    }
    return begun;
  }
}

function logOf(folder: string, runId: string): string {
  return join(folder, LOGS, `${runId}.jsonl`);
}

const studyFileShape = z.looseObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  study: z.looseObject({}),
  policy: z.looseObject({ id: z.string(), name: z.string() }),
  rewardModel: z.looseObject({}),
});

function readStudyFile(text: string, path: string): z.output<typeof studyFileShape> {
  return readAs(studyFileShape, parseJson(text, path), path);
}

function checkSame(kept: z.output<typeof studyFileShape>, asked: StudyFile, folder: string): void {
  if (!isDeepStrictEqual(kept.study, JSON.parse(JSON.stringify(asKept(asked.study))))) {
    throw new PlainError(
      `${folder} holds another study: move it away, or name another folder with --out.`,
    );
  }
  if (kept.policy.id !== asked.policy.id) {
    throw new PlainError(
      `${folder} is written by ${kept.policy.name}, asked as ${kept.policy.id}: go on with that, or name another folder with --out.`,
    );
  }
  if (!isDeepStrictEqual(kept.rewardModel, JSON.parse(JSON.stringify(asked.rewardModel)))) {
    throw new PlainError(
      `${folder} is scored by another scorer, or one that is set otherwise: go on with that, or name another folder with --out.`,
    );
  }
}

/** A study as its folder keeps it, and as the ids of its runs are made from it: with the name that a study's file has for its splits. */
function asKept({ everySplit, ...study }: Study): object {
  return { ...study, ...(everySplit === undefined ? {} : { splits: 'every' }) };
}

const KEY_LETTERS = 12;

/** What the ids of a study's runs begin with: another study has others. */
function keyOf(study: Study): string {
  return createHash('sha256')
    .update(JSON.stringify(asKept(study)))
    .digest('hex')
    .slice(0, KEY_LETTERS);
}
