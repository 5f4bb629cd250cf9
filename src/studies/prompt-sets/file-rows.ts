/** A row of a file of prompts. */
export interface FileRow {
  /** On which it begins, from 1. */
  readonly line: number;
  /** By the names of its columns. */
  readonly fields: ReadonlyMap<string, unknown>;
}

/** A row that can't be read. */
export interface BadRow {
  readonly line: number;
  /** Goes on a sentence that begins with the line: "is not JSON". */
  readonly reason: string;
}

export type ReadRow = FileRow | BadRow;
