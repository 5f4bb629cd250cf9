import type { Arm } from './plan/arms.ts';
import type { RunHeader } from './plan/run-plan.ts';
import type { DurableEvent } from './tree/run-events.ts';
import type { RunState } from './tree/sampling-tree.ts';

/**
 * Keeps runs: each a header with an append-only log of durable events, folded by `growTree` when it is opened again.
 * Every method throws StorageError where the storage fails.
 */
export interface RunStore {
  /** False where runs are held in memory only and are gone with the page. */
  readonly kept: boolean;
  /** Begins a run's log. @throws StorageError `taken` where another run has the id. */
  create(run: RunHeader): Promise<void>;
  /**
   * Adds events to the end of a run's log, all or none. They are durable once it resolves; calls made one after another
   * keep their order without being awaited. Where one fails, so do those that were made before that was known, so that a log is
   * always the beginning of what happened; whoever tries again begins with what is missing.
   *
   * @throws StorageError `missing` where the run was deleted, for example in another tab.
   */
  append(runId: string, events: readonly DurableEvent[]): Promise<void>;
  /** Null where there is no such run. @throws StorageError `corrupt` where what is stored can't be read. */
  load(runId: string): Promise<StoredRun | null>;
  /** How many runs are stored, those that can't be read too. */
  count(): Promise<number>;
  /** The newest first, so many at most, without those that can't be read: however many there are, it takes no longer. */
  newest(most: number): Promise<readonly RunSummary[]>;
  /** All runs, read piece by piece: a page goes on answering while there are thousands. */
  list(): Promise<RunList>;
  /** @throws StorageError `missing` where there is no such run. */
  rename(runId: string, name: string): Promise<void>;
  /** Does nothing where there is no such run. */
  remove(runId: string): Promise<void>;
  /**
   * Keeps a run that was sampled elsewhere and returns the id that it is kept under: its own, or a new one where that is taken
   * by a run of other content. A run that is here already, whatever it is named, is not kept twice.
   *
   * @param origin from a file where nothing is said
   */
  importRun(run: StoredRun, origin?: OriginElsewhere): Promise<string>;
}

/** A run as it is kept. The header is the truth: a `run-started` event that was loaded carries the same one. */
export interface StoredRun {
  readonly header: RunHeader;
  /** In the order in which they were appended. */
  readonly events: readonly DurableEvent[];
}

/** All that is stored. */
export interface RunList {
  /** Newest first. */
  readonly runs: readonly RunSummary[];
  /** Stored, but not as runs that this page can read; they can still be removed. */
  readonly unreadable: readonly UnreadableRun[];
}

/** What a list of runs shows of one, without opening it. */
export interface RunSummary {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly prompt: string;
  readonly preference: string;
  /** N */
  readonly budget: number;
  readonly arms: readonly ArmSummary[];
  readonly modelName: string;
  readonly scorerName: string;
  /** As the log tells it: `running` also where the page was closed before the run ended. */
  readonly state: RunState;
  readonly origin: RunOrigin;
}

/** What a list shows of one arm. */
export interface ArmSummary {
  readonly arm: Arm;
  /** How many of the N responses are finished. */
  readonly finishedResponses: number;
  /** The winner's reward, or the highest so far; null where nothing was scored. */
  readonly bestReward: number | null;
}

/** Whether a run was sampled in this browser or elsewhere. */
export type RunOrigin = 'sampled' | OriginElsewhere;

/** How a run that was sampled elsewhere came: in a file, or on screen, with the page or in a link, where a person kept it. */
export type OriginElsewhere = 'imported' | 'kept';

/** A run that is stored and can’t be opened. */
export interface UnreadableRun {
  readonly id: string;
  /** What is wrong with it, a sentence for people. */
  readonly message: string;
}

/**
 * - `full`: the browser's quota or the disk is used up.
 * - `blocked`: another tab holds an older version of the storage open.
 * - `unavailable`: there is no storage, or it failed, for example in some private windows.
 * - `corrupt`: what is stored is not what was written.
 * - `missing`: there is no run of that id (any more).
 * - `taken`: there is another run of that id already.
 * - `unwritable`: what was to be stored could not be read back.
 */
export type StorageErrorKind =
  'full' | 'blocked' | 'unavailable' | 'corrupt' | 'missing' | 'taken' | 'unwritable';

/** A failure of the storage, its message a sentence for people. */
export class StorageError extends Error {
  readonly kind: StorageErrorKind;

  constructor(kind: StorageErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageError';
    this.kind = kind;
  }
}

/** Writes a run as the text of a file, and reads one back. Kept apart from the store so that a screen needs neither. */
export interface RunFileFormat {
  /** A larger file is refused; a screen can say so before it reads one. */
  readonly maxBytes: number;
  /** @param exportedAt milliseconds since the epoch */
  export(run: StoredRun, exportedAt: number): string;
  /** One file of many runs, each as `export` writes it. */
  join(files: readonly string[], exportedAt: number): string;
  /** Every run of a file: of one run, or of many. At least one result; never throws. */
  parse(text: string): readonly ParsedRunFile[];
}

/** What reading a file came to. */
export type ParsedRunFile =
  | { readonly ok: true; readonly run: StoredRun }
  /** One sentence that names the field and what was expected there. */
  | { readonly ok: false; readonly message: string };
